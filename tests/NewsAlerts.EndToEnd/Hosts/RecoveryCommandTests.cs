using System.Globalization;
using System.Text.Json;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Ingesting;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary>What operators use when something went wrong, as they run it.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class RecoveryCommandTests(EmulatorFixture emulators) : IDisposable
{
    private const string Secret = "pl4nt3d-s3cr3t";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task A_doctor_finds_a_sound_installation_well_and_leaves_nothing_in_it()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);

        var (exitCode, output, errors) = await RunAsync(storage, Mail(), "doctor", "--json");

        Assert.True(exitCode == 0, output + errors);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal("ok", report.GetProperty("verdict").GetString());
        Assert.Equal(
            ["configuration", "blobs", "queues", "tables", "storage layout", "clock", "key ring", "oldest pending", "poison", "failures", "model", "mail server", "reader pages", "webhooks"],
            report.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("check").GetString()!));
        Assert.Empty(await storage.ListBlobsAsync(Containers.Originals));
        Assert.Equal(0, await storage.CountRowsAsync(Tables.Originals));
    }

    [SkippableFact]
    public async Task A_doctor_names_what_is_wrong_with_its_remedy_and_tells_no_secret()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        await storage.Get<StorageClients>().Table(Tables.Inboxes).DeleteAsync();
        await storage.Get<StorageClients>().Queue("route-poison").SendMessageAsync("{}");

        var (exitCode, output, errors) = await RunAsync(
            storage,
            [
                ("Email__Host", "127.0.0.1"), ("Email__Port", "1"), ("Email__UserName", "news"), ("Email__Password", Secret), ("OpenAI__ApiKey", Secret),
                ("Deliver__Leese", "00:01:00"), ("NEWSALERTS_Emial__Host", "x"),
            ],
            "doctor");

        Assert.Equal(1, exitCode);
        Assert.Contains("Is Deliver__Lease meant?", output, StringComparison.Ordinal);
        Assert.Contains("Is Email meant?", output, StringComparison.Ordinal);
        Assert.Contains("missing: table Inboxes", output, StringComparison.Ordinal);
        Assert.Contains("route-poison 1", output, StringComparison.Ordinal);
        Assert.Contains("No connection to the mail server 127.0.0.1:1", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, output + errors, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_rejected_original_is_shown_retried_and_discarded_when_it_fails_again()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        await storage.IngestAsync(await storage.DropAsync("empty.txt", " "));
        var failure = await OnlyFailureAsync(storage);

        var shown = await RunAsync(storage, [], "failures", "show", failure.Key[..8]);
        Assert.Contains("empty.txt", shown.Output, StringComparison.Ordinal);
        Assert.Contains("empty.txt is in the inbox again.", (await RunAsync(storage, [], "failures", "retry", $"ingest/{failure.Key}")).Output, StringComparison.Ordinal);
        Assert.Contains("No failure", (await RunAsync(storage, [], "failures", "retry", $"ingest/{failure.Key}")).Errors, StringComparison.Ordinal);
        await storage.DrainAsync();
        Assert.NotEqual(failure.Key, (await OnlyFailureAsync(storage)).Key);

        Assert.Equal(2, (await RunAsync(storage, [], "failures", "discard", "--all")).ExitCode);
        Assert.Equal(0, (await RunAsync(storage, [], "failures", "discard", "--all", "--yes", "--reason", "It is empty.")).ExitCode);
        var discarded = JsonDocument.Parse((await RunAsync(storage, [], "failures", "list", "--discarded", "--json")).Output).RootElement[0].GetProperty("discarded");
        Assert.Equal("It is empty.", discarded.GetProperty("because").GetString());
        Assert.Equal("[]", (await RunAsync(storage, [], "failures", "--json")).Output.Trim());
    }

    [SkippableFact]
    public async Task An_article_is_replayed_by_its_day_once()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        var outcome = (IngestOutcome.Ingested)await storage.IngestAsync(await storage.DropAsync("a.txt", Texts.Article(1)));
        await storage.DrainAsync();
        var day = storage.Time.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (string, string)[] shorter = [("Summarize__KeyPoints", "1")];

        var dry = await RunAsync(storage, shorter, "replay", "--from", day, "--dry-run");
        Assert.Contains("1 article: 1 would be replaced", dry.Errors, StringComparison.Ordinal);
        Assert.Contains("1 article: 1 replaced", (await RunAsync(storage, shorter, "replay", "--from", day, "--yes")).Errors, StringComparison.Ordinal);
        Assert.Contains("1 article: 0 replaced, 1 the same.", (await RunAsync(storage, shorter, "replay", "--from", day, "--yes")).Errors, StringComparison.Ordinal);

        var summary = await storage.Get<ILibrary>().FindSummaryAsync(outcome.Added[0], CancellationToken.None);
        Assert.Equal((2, 1), (summary!.Revision, summary.KeyPoints.Count));
    }

    private (string, string)[] Mail() =>
    [
        ("Email__Host", emulators.Mail.SmtpHost), ("Email__Port", emulators.Mail.SmtpPort.ToString(CultureInfo.InvariantCulture)), ("Email__Tls", "None"),
    ];

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(TestPipeline storage, (string, string)[] settings, params string[] arguments) =>
        Command.RunAsync(_folder.Path, [("Storage", storage.Account), .. settings], arguments);

    private static async Task<Failure> OnlyFailureAsync(TestPipeline storage) =>
        Assert.Single(await storage.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
}
