using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Ingesting;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary><c>newsalerts watch</c> as a process, on a real storage account, a real folder and a server of feeds.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class WatchTests(EmulatorFixture emulators) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task What_appears_in_a_folder_and_a_feed_becomes_articles_once()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        await using var server = await WebhookReceiver.StartAsync();
        server.Answer = context => context.Request.Path == "/feed" ? ServeAsync(context) : NotFoundAsync(context);
        var inbox = Directory.CreateDirectory(Path.Combine(_folder.Path, "inbox")).FullName;
        await File.WriteAllTextAsync(Path.Combine(inbox, "old.txt"), Texts.Article(1));
        string[] watch = ["watch", inbox, server.At("/feed").Url.AbsoluteUri, "--json"];

        var first = await RunAsync(storage, [.. watch, "--once"]);
        await using var watching = Command.Start(_folder.Path, Settings(storage), watch);
        await File.WriteAllTextAsync(Path.Combine(inbox, "new.txt"), Texts.Article(2));
        await Until.ThereIsAsync("the new file", async () =>
            await storage.Get<IOriginals>().ListAsync(CancellationToken.None).FirstOrDefaultAsync(original => original.Name == "new.txt"));
        var (stopped, output, errors) = await watching.StopAsync();
        var last = await RunAsync(storage, [.. watch, "--once"]);
        await storage.DrainAsync();

        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Equal(["added 2", "leftOut 1"], Outcomes(first.Output));
        Assert.True(stopped == 0, errors);
        Assert.Equal(["added"], Outcomes(output));
        Assert.True(last.ExitCode == 0, last.Errors);
        Assert.Equal(["notDue"], Outcomes(last.Output));
        Assert.Single(server.Received, request => request.Path == "/feed");
        var articles = await storage.Get<IArchive>().LatestAsync(storage.Time.GetUtcNow().AddDays(-1), CancellationToken.None).ToListAsync();
        Assert.Equal(3, articles.Count);
        Assert.Equal(2, articles.Count(article => article.Source == "Harbour News"));
    }

    private static async Task ServeAsync(HttpContext context)
    {
        var items = Enumerable.Range(3, 2).Select(number => $"<item><title>Berth {number}</title><description>{Texts.Article(number)}</description></item>");
        await context.Response.WriteAsync(
            $"<rss version=\"2.0\"><channel><title>Harbour News</title>{string.Concat(items)}</channel></rss>", context.RequestAborted);
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>What each line says became of something, with the number that it has.</summary>
    private static IEnumerable<string> Outcomes(string lines) => lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Select(news => $"{news.GetProperty("outcome")} {Number(news, "entries")}{Number(news, "count")}".Trim())
        .Order();

    private static string Number(JsonElement news, string name) => news.TryGetProperty(name, out var number) ? number.ToString() : "";

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(TestPipeline storage, params string[] arguments) =>
        Command.RunAsync(_folder.Path, Settings(storage), arguments);

    private static (string Key, string Value)[] Settings(TestPipeline storage) =>
        [("Storage", storage.Account), ("Feeds__AllowInsecure", "true"), ("Feeds__AllowLoopback", "true")];
}
