using System.Globalization;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Fuzz.Inputs;
using NewsAlerts.Ingesting;
using Xunit.Abstractions;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary>The corpus of bad originals, dropped into a running host on a storage account, each with a good article behind it.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class BadInputTests(EmulatorFixture emulators, ITestOutputHelper output) : IDisposable
{
    /// <summary>What one of them may take over the idle host, in bytes.</summary>
    private const long MostMemory = 300L * 1024 * 1024;

    /// <summary>An article behind a bad one takes no longer than on a busy machine without it; far below any retry's or sweep's wait.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>What is smaller is no matter of time or memory: these are dropped all at once.</summary>
    private const int Small = 100_000;

    /// <summary>Feeds of 500 good articles take other parts of the pipeline as long as 500 articles do; one such feed is enough here.</summary>
    private static readonly string[] Long = ["500 articles of a graph of 50,000 nodes", "500 entries of 10 KB"];

    private readonly TemporaryFolder _folder = new();
    private int _articles;

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task A_bad_original_ends_as_it_should_and_holds_up_nothing()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        await using var host = Command.Start(
            _folder.Path,
            [
                ("Storage", storage.Account),
                ("Email__Host", emulators.Mail.SmtpHost),
                ("Email__Port", emulators.Mail.SmtpPort.ToString(CultureInfo.InvariantCulture)),
                ("Local__ShortestOriginalPoll", "00:00:00.020"),
                ("Local__LongestOriginalPoll", "00:00:00.100"),
            ],
            "run");
        var memory = new HostMemory(host.ProcessId);
        // A host is idle when it has done everything once: each format has a library that is loaded, and compiled, when it first comes.
        var samples = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples")).Select(async file => await storage.DropAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file)));
        await EndAsync(storage, [.. await Task.WhenAll(samples), await DropGoodAsync(storage)]);
        var idle = memory.Now;
        var inputs = BadInput.All.Where(input => !Long.Contains(input.What)).Select(input => (Input: input, Content: input.Content())).ToLookup(input => input.Content.Length > Small);

        foreach (var (input, content) in inputs[true])
        {
            memory.Forget();
            var bad = await storage.DropAsync(input.File, content);
            var good = await DropGoodAsync(storage);
            var waited = await EndAsync(storage, [good]);
            await EndAsync(storage, [bad]);
            var taken = memory.Peak - idle;
            output.WriteLine($"{input.What}: {taken >> 20} MiB over idle, the next article after {waited.TotalSeconds:0.0} s");

            await AssertEndAsync(storage, input, bad);
            Assert.True(taken <= MostMemory, $"{input.What} took {taken >> 20} MiB over the idle host's {idle >> 20}.");
            Assert.True(waited <= Longest, $"The article behind it ({input.What}) came after {waited.TotalSeconds:0.0} s.");
        }

        var dropped = new List<(BadInput Input, OriginalHead Head)>();
        foreach (var (input, content) in inputs[false])
        {
            dropped.Add((input, await storage.DropAsync(input.File, content)));
        }

        var last = await DropGoodAsync(storage);
        var behindAll = await EndAsync(storage, [last]);
        await EndAsync(storage, [.. dropped.Select(one => one.Head)]);
        Assert.All(dropped, one => AssertEndAsync(storage, one.Input, one.Head).GetAwaiter().GetResult());
        Assert.True(behindAll <= Longest, $"The article behind {dropped.Count} small ones came after {behindAll.TotalSeconds:0.0} s.");

        // Nothing is left in the inbox, in flight, or given up.
        Assert.Empty(await storage.ListBlobsAsync(Containers.Articles));
        await Until.IsSoAsync("nothing is in flight any more", async () => await storage.CountRowsAsync(Tables.Open) == 0);
        var (exitCode, _, errors) = await host.StopAsync();
        Assert.True(exitCode == 0, errors);
    }

    private Task<OriginalHead> DropGoodAsync(TestPipeline storage)
    {
        var number = Interlocked.Increment(ref _articles);
        return storage.DropAsync($"good-{number}.txt", Texts.Article(number));
    }

    /// <summary>Waits until all have come to their ends; how long that took.</summary>
    private static async Task<TimeSpan> EndAsync(TestPipeline storage, IReadOnlyList<OriginalHead> originals)
    {
        var began = TimeProvider.System.GetTimestamp();
        foreach (var original in originals)
        {
            await Until.ThereIsAsync($"{original.Name} has come to its end", async () =>
                await storage.Get<IOriginals>().FindRecordAsync(original.Key, CancellationToken.None) is { Done: true } record ? record : null);
        }

        return TimeProvider.System.GetElapsedTime(began);
    }

    private static async Task AssertEndAsync(TestPipeline storage, BadInput input, OriginalHead head)
    {
        var record = (await storage.Get<IOriginals>().FindRecordAsync(head.Key, CancellationToken.None))!;
        var articles = record.Added.Count + record.Known.Count;
        Assert.True(input.Reason is null ? articles > 0 : articles == 0, $"{input.What} brought {articles} articles: {record.Rejection}");
        if (input.Reason is { } reason)
        {
            Assert.Equal(reason, record.Rejection!.Reason);
        }
    }
}
