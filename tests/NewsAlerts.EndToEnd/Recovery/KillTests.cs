using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Recovery;

/// <summary>Promises 1, 3 and 4: whatever call a host dies at, another one finishes.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class KillTests(EmulatorFixture emulators)
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");

    [SkippableFact]
    public async Task A_host_killed_at_any_call_loses_nothing_and_delivers_nothing_twice()
    {
        var calls = 0;
        var done = false;
        while (!done)
        {
            var round = await Task.WhenAll(Enumerable.Range(calls, 6).Select(call => RunAsync(new KillSwitch(call))));
            done = round.Any(killed => !killed);
            calls += round.Length;
        }

        Assert.True(calls > 20, $"Only {calls} calls were tried: the switch is not where the calls are.");
    }

    /// <summary>One article for one reader, one kill. False where the host had finished before it came.</summary>
    private async Task<bool> RunAsync(KillSwitch killSwitch)
    {
        var reader = new RecordingChannel();
        await using var setup = await TestPipeline.StartAsync(emulators);
        await setup.SubscribeAsync(Reader);
        await setup.DropAsync("berth.txt", Texts.Article(1));

        await using (var doomed = setup.AnotherHost(emulators, services =>
        {
            services.ReplaceChannels(reader);
            killSwitch.Wrap(services);
        }))
        {
            await Record.ExceptionAsync(async () =>
            {
                await doomed.DrainAsync();
                await doomed.SendDigestsAsync();
            });
        }

        await using var survivor = setup.AnotherHost(emulators, services => services.ReplaceChannels(reader));
        for (var round = 0; round < 4; round++)
        {
            await survivor.DrainAsync();
            await survivor.SendDigestsAsync();
            await survivor.Get<Sweeper>().SweepAsync(CancellationToken.None);
        }

        await survivor.DrainAsync();
        await AssertAllEndedWellAsync(survivor, reader, killSwitch);
        return killSwitch.HasKilled;
    }

    private static async Task AssertAllEndedWellAsync(TestPipeline pipeline, RecordingChannel reader, KillSwitch killSwitch)
    {
        var at = killSwitch.KilledAt ?? "never";
        var article = Assert.Single(await pipeline.Get<IArchive>().LatestAsync(DateTimeOffset.MinValue.AddYears(2020), CancellationToken.None).ToListAsync());
        var digests = reader.Accepted.Where(digest => digest.Items.Any(item => item.ArticleId == article.ArticleId)).Select(digest => digest.Id).ToList();

        Assert.True(digests.Distinct().Count() == 1, $"Killed {at}: the article is in {digests.Distinct().Count()} digests.");
        var lostAnswer = at.Contains("SendAsync", StringComparison.Ordinal) || at.Contains("IDeliveries.TryChangeAsync", StringComparison.Ordinal);
        Assert.True(digests.Count == 1 || lostAnswer, $"Killed {at}: the digest came {digests.Count} times.");
        Assert.True(await pipeline.CountRowsAsync(Tables.Open) == 0, $"Killed {at}: work is left open.");
        Assert.True((await pipeline.ListBlobsAsync(Containers.Articles)).Count == 0, $"Killed {at}: the original is left in the inbox.");
        Assert.True((await pipeline.ListBlobsAsync(Containers.Originals)).Count == 1, $"Killed {at}: the original is not kept.");
        Assert.True(await pipeline.CountRowsAsync(Tables.Failures) == 0, $"Killed {at}: a failure is listed.");
        Assert.True(await pipeline.CountRowsAsync(Tables.Inboxes) == 1, $"Killed {at}: the inbox is not settled.");
    }
}
