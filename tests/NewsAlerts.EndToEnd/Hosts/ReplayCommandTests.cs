using System.Globalization;
using System.Text.Json;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary><c>newsalerts replay</c> as it is run, on what a digest has already told its reader by mail or webhook.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class ReplayCommandTests(EmulatorFixture emulators) : IDisposable
{
    /// <summary>Makes of the same article another summary, as a better summariser would.</summary>
    private static readonly (string, string)[] Shorter = [("Summarize__KeyPoints", "1")];

    private readonly TemporaryFolder _folder = new();
    private readonly string _reader = $"{EmulatorFixture.NewPrefix()}@example.com";

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task A_dry_run_shows_the_difference_and_changes_nothing()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        var (article, digest) = await SendAsync(storage, new Channel.Email(_reader));
        var before = await StorageSnapshot.TakeAsync(storage);

        foreach (var selection in Selections(storage, article, digest).Append(["--digest", $"{digest}", "--send-again"]))
        {
            var (exitCode, output, errors) = await ReplayAsync(storage, [.. selection, "--dry-run"]);

            Assert.True(exitCode == 0, output + errors);
            Assert.Contains($"{article} revision 2 to come", output, StringComparison.Ordinal);
            Assert.Equal(2, output.Split('\n').Count(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal)));
            Assert.Contains("1 article: 1 would be replaced, 0 the same.", errors, StringComparison.Ordinal);
            Assert.Equal(selection.Contains("--send-again"), errors.Contains($"{digest} would be sent once more, as it was frozen.", StringComparison.Ordinal));
        }

        Assert.Equal(before, await StorageSnapshot.TakeAsync(storage));
    }

    [SkippableFact]
    public async Task Replayed_again_by_whatever_name_is_replayed_once_and_no_reader_gets_anything_for_it()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        var (article, digest) = await SendAsync(storage, new Channel.Email(_reader));

        var first = JsonDocument.Parse((await ReplayAsync(storage, "--digest", $"{digest}", "--json")).Output).RootElement.EnumerateArray().Single();
        Assert.Equal(("replaced", 2), (first.GetProperty("outcome").GetString(), first.GetProperty("revision").GetInt32()));
        Assert.Equal((3, 1), (first.GetProperty("before").GetProperty("keyPoints").GetArrayLength(), first.GetProperty("after").GetProperty("keyPoints").GetArrayLength()));
        var once = await StorageSnapshot.TakeAsync(storage);

        foreach (var selection in Selections(storage, article, digest))
        {
            var again = JsonDocument.Parse((await ReplayAsync(storage, [.. selection, "--json"])).Output).RootElement.EnumerateArray().Single();
            Assert.Equal(("same", 2), (again.GetProperty("outcome").GetString(), again.GetProperty("revision").GetInt32()));
        }

        Assert.Equal(once, await StorageSnapshot.TakeAsync(storage));
        await storage.DrainAsync();
        Assert.Single(await MailsAsync());
    }

    [SkippableFact]
    public async Task Somebody_at_a_terminal_is_asked_first_and_no_changes_nothing()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        var (_, digest) = await SendAsync(storage, new Channel.Email(_reader));
        var before = await StorageSnapshot.TakeAsync(storage);
        foreach (var (answer, expected) in new[] { ("n", 1), ("y", 0) })
        {
            await using var command = TerminalCommand.Start(_folder.Path, [("Storage", storage.Account), .. Shorter], "replay", "--digest", $"{digest}");
            await command.SeeAsync("Condense the articles of ");
            await command.TypeAsync(answer);
            var (exitCode, screen) = await command.EndAsync();

            Assert.True(exitCode == expected, screen);
            Assert.Equal(answer == "n", screen.Contains("Nothing was done.", StringComparison.Ordinal));
            Assert.Equal(answer == "n", before.SequenceEqual(await StorageSnapshot.TakeAsync(storage)));
        }
    }

    [SkippableFact]
    public async Task A_digest_is_mailed_again_as_it_was_frozen_under_the_same_message_id()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        var (_, digest) = await SendAsync(storage, new Channel.Email(_reader));
        var first = Assert.Single(await MailsAsync());

        // Twice, before a host takes what the first run sent.
        var (exitCode, _, errors) = await ReplayAsync(storage, "--digest", digest.ToString(), "--send-again");
        Assert.Equal(0, (await ReplayAsync(storage, "--digest", digest.ToString(), "--send-again")).ExitCode);
        await storage.DrainAsync();

        Assert.True(exitCode == 0, errors);
        Assert.Contains($"{digest} is on its way once more, as it was frozen.", errors, StringComparison.Ordinal);
        var mails = await MailsAsync();
        Assert.Equal(2, mails.Count);
        Assert.Equal((first.Header("message-id"), first.Subject, first.Text), (mails[1].Header("message-id"), mails[1].Subject, mails[1].Text));
        Assert.Equal(DeliveryState.Sent, (await storage.Get<IDeliveries>().FindAsync(digest, CancellationToken.None))!.State);
        Assert.Equal(0, await storage.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task A_digest_is_posted_again_under_the_same_webhook_id()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var storage = await TestPipeline.StartAsync(emulators);
        var (_, digest) = await SendAsync(storage, receiver.At("/digests"));

        Assert.Equal(0, (await ReplayAsync(storage, "--digest", digest.ToString(), "--send-again")).ExitCode);
        await storage.DrainAsync();

        Assert.Equal([digest.ToString(), digest.ToString()], receiver.Received.Select(post => post.Id));
        Assert.Equal(receiver.Received[0].Body, receiver.Received[1].Body);
    }

    [SkippableFact]
    public async Task What_is_not_there_is_named_and_nothing_is_sent()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        var (_, digest) = await SendAsync(storage, new Channel.Email(_reader));
        await storage.Get<SubscriptionRemoval>().RemoveAsync(digest.SubscriptionId, CancellationToken.None);

        var nobody = await ReplayAsync(storage, "--digest", digest.ToString(), "--send-again");
        var noDigest = await ReplayAsync(storage, "--digest", "d-00k3m5a7cq2zxw6b-20261123T073000Z", "--send-again");
        var noArticle = await ReplayAsync(storage, "--article", "aaaaaaaaaaaaaaaaaaaaaaaaaa");
        await storage.DrainAsync();

        Assert.Equal((1, 1, 1), (nobody.ExitCode, noDigest.ExitCode, noArticle.ExitCode));
        Assert.Contains($"{digest} is not sent again.", nobody.Errors, StringComparison.Ordinal);
        Assert.Contains("There is no digest d-00k3m5a7cq2zxw6b-20261123T073000Z.", noDigest.Errors, StringComparison.Ordinal);
        Assert.Contains("aaaaaaaaaaaaaaaaaaaaaaaaaa", noArticle.Errors, StringComparison.Ordinal);
        Assert.Single(await MailsAsync());
    }

    /// <summary>An article that its reader has, in a digest of its own.</summary>
    private static async Task<(ArticleId Article, DigestId Digest)> SendAsync(TestPipeline storage, Channel reader)
    {
        var subscription = await storage.SubscribeAsync(reader);
        var outcome = (IngestOutcome.Ingested)await storage.IngestAsync(await storage.DropAsync("a.txt", Texts.Article(1)));
        await storage.DrainAsync();
        await storage.SendDigestsAsync();
        var delivery = await storage.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).SingleAsync();
        return (outcome.Added[0], delivery.DigestId);
    }

    /// <summary>The one article, as each option names it. It came today; the pipeline's clock has been put forward since, by a day and an hour.</summary>
    private static string[][] Selections(TestPipeline storage, ArticleId article, DigestId digest)
    {
        string Day(int ago) => storage.Time.GetUtcNow().AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return [["--article", $"{article}"], ["--digest", $"{digest}"], ["--from", Day(2)], ["--from", Day(2), "--to", Day(0)]];
    }

    private Task<(int ExitCode, string Output, string Errors)> ReplayAsync(TestPipeline storage, params string[] arguments) =>
        Command.RunAsync(_folder.Path, [("Storage", storage.Account), .. Shorter], ["replay", .. arguments, "--yes"]);

    private async Task<IReadOnlyList<CaughtMail>> MailsAsync() =>
        [.. (await emulators.Mail.ListAsync(CancellationToken.None)).Where(mail => mail.To.Any(to => to.Address == _reader))];
}
