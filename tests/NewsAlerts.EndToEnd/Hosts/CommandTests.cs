using System.Globalization;
using System.Text.Json;
using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary>The commands as a user, or a script, runs them.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class CommandTests(EmulatorFixture emulators) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task An_article_is_added_waited_for_listed_and_shown_with_its_evidence()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        await using var host = Command.Start(_folder.Path, Settings(storage), "run");
        var file = Path.Combine(_folder.Path, "berth.txt");
        await File.WriteAllTextAsync(file, Texts.Article(1));

        var added = await RunAsync(storage, "add", file, "--wait");
        var again = await RunAsync(storage, "add", file, "--wait");
        var listed = await RunAsync(storage, "articles", "--json");
        var article = await storage.Get<IArchive>().LatestAsync(storage.Time.GetUtcNow().AddDays(-1), CancellationToken.None).SingleAsync();
        var shown = await RunAsync(storage, "show", article.ArticleId.ToString()[..8]);

        Assert.True(added.ExitCode == 0, added.Errors);
        Assert.Contains(article.ArticleId.ToString(), added.Output, StringComparison.Ordinal);
        Assert.Contains("known", again.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(article.ArticleId.ToString(), JsonDocument.Parse(listed.Output).RootElement.ToString(), StringComparison.Ordinal);
        Assert.Contains("Harbour of Port Ellery opens berth 1", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", added.Output + shown.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_rejected_file_is_said_with_its_reason_and_fails_the_command()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        await using var host = Command.Start(_folder.Path, Settings(storage), "run");
        var file = Path.Combine(_folder.Path, "broken.json");
        await File.WriteAllTextAsync(file, """{ "title": "Cut off", "text": "The tide""");

        var (exitCode, output, errors) = await RunAsync(storage, "add", file, "--wait");
        var failures = await RunAsync(storage, "failures");

        Assert.Equal(1, exitCode);
        Assert.Contains("JSON", output + errors, StringComparison.Ordinal);
        Assert.Contains("broken.json", failures.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_subscription_is_added_listed_shown_and_removed()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);

        var added = await RunAsync(storage, "subscriptions", "add", "--name", "Morning", "--email", "reader@example.com", "--cron", "30 7 * * 1-5", "--time-zone", "Europe/Berlin");
        var hook = await RunAsync(storage, "subscriptions", "add", "--name", "Hook", "--webhook", "https://hooks.example.com/news");
        var subscriptions = await storage.Get<ISubscriptions>().ListAsync(CancellationToken.None).ToListAsync();
        var listed = await RunAsync(storage, "subscriptions", "list");
        var shown = await RunAsync(storage, "subscriptions", "show", "Morning");
        var removed = await RunAsync(storage, "subscriptions", "remove", "Morning");
        var after = await storage.Get<ISubscriptions>().ListAsync(CancellationToken.None).ToListAsync();

        Assert.All([added, hook, listed, shown, removed], result => Assert.True(result.ExitCode == 0, result.Errors));
        var webhook = Assert.IsType<Channel.Webhook>(subscriptions.Single(subscription => subscription.Name == "Hook").Channel);
        Assert.Contains(webhook.Secret.Reveal(), hook.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", listed.Output, StringComparison.Ordinal);
        Assert.Contains("Morning", listed.Output, StringComparison.Ordinal);
        Assert.Contains("Europe/Berlin", shown.Output, StringComparison.Ordinal);
        Assert.Equal(["Hook"], after.Select(subscription => subscription.Name));
    }

    [SkippableFact]
    public async Task The_demo_shows_the_whole_pipeline_and_ends_well()
    {
        var whyNot = await TestEmulators.WhyNotAsync();
        Skip.If(whyNot is not null, whyNot);

        // From the clone, as README says: the emulators are installed once for all.
        var (exitCode, output, errors) = await Command.RunAsync(Repository.Root, [], "demo", "--exit");

        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("signature valid", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(TestPipeline storage, params string[] arguments) =>
        Command.RunAsync(_folder.Path, Settings(storage), arguments);

    private IEnumerable<(string, string)> Settings(TestPipeline storage) =>
    [
        ("Storage", storage.Account),
        ("Email__Host", emulators.Mail.SmtpHost),
        ("Email__Port", emulators.Mail.SmtpPort.ToString(CultureInfo.InvariantCulture)),
    ];
}
