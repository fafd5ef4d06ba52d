using System.Globalization;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Adapters.Email;
using NewsAlerts.Tests.Adapters.OpenAI;

namespace NewsAlerts.EndToEnd.Hosts;

/// <summary>A log is read by many more people than a mailbox: what it must never hold is planted wherever it could come from, and everything goes wrong.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class SilenceTests(EmulatorFixture emulators) : IDisposable
{
    private const string Address = "planted.reader@mailbox.example";
    private const string Password = "planted-mail-password";
    private const string ModelKey = "planted-model-key";
    private const string HookPath = "planted-hook-path";
    private const string Phrase = "quillback lanterns drifted over Morrowick";

    private const string Article =
        $"Lanterns over the harbour\n\nHundreds of {Phrase} on Saturday night, the harbour office said. The council counted 412 of them before the rain began.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task However_talkative_a_host_is_and_whatever_fails_its_log_has_no_secret_no_address_and_no_article_text()
    {
        await using var storage = await TestPipeline.StartAsync(emulators);
        await using var mail = new ScriptedSmtpServer(("RCPT", $"550 5.1.1 <{Address}> is unknown here"));
        await using var model = (await ModelServer.StartAsync()).Completes($$"""{"headline": "{{Phrase}}", """);
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync($"cannot take: {Phrase}");
        };
        var hook = receiver.At(HookPath);
        var letters = await storage.SubscribeAsync(new Channel.Email(Address));
        var posts = await storage.SubscribeAsync(hook, name: "Posts");

        string log;
        await using (var host = Command.Start(
            _folder.Path,
            [
                ("Storage", storage.Account),
                ("Email__Host", "127.0.0.1"), ("Email__Port", mail.Port.ToString(CultureInfo.InvariantCulture)), ("Email__Tls", "None"),
                ("Email__UserName", "newsroom"), ("Email__Password", Password),
                ("OpenAI__Endpoint", model.Address + "/v1"), ("OpenAI__Model", "test-model"), ("OpenAI__ApiKey", ModelKey), ("OpenAI__RetryDelay", "00:00:00.001"),
                ("Webhooks__AllowInsecure", "true"), ("Webhooks__AllowLoopback", "true"),
                ("Local__DigestInterval", "00:00:01"),
            ],
            "run", "--verbose"))
        {
            await storage.DropAsync("lanterns.txt", Article);
            await storage.DropAsync("broken.json", $$"""{ "title": "{{Phrase}}", """);
            await Until.IsSoAsync("the article is in both inboxes", async () => await storage.CountPendingAsync(letters) == 1 && await storage.CountPendingAsync(posts) == 1);
            await storage.MakeDueAsync(letters, posts);
            await Until.IsSoAsync("the mail is refused, and the receiver failed", async () =>
                (await LedgerAsync(storage, letters))?.State == DeliveryState.Failed && (await LedgerAsync(storage, posts))?.Attempts >= 2);
            var (exitCode, output, errors) = await host.StopAsync();
            Assert.Equal(0, exitCode);
            log = output + errors;
        }

        Assert.All([letters, posts], subscription => Assert.Contains(subscription.Id.ToString(), log, StringComparison.Ordinal));
        Assert.NotEmpty(model.Requests);
        Assert.Single(await storage.ListBlobsAsync(Containers.Rejected), name => name.EndsWith("broken.json", StringComparison.Ordinal));
        string[] planted = [Address, "mailbox.example", Password, ModelKey, HookPath, hook.Secret.Reveal(), Phrase, "quillback", AccountKey(storage)];
        Assert.All(planted, secret => Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase));
    }

    private static string AccountKey(TestPipeline storage) =>
        storage.Account.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];

    private static async Task<Delivery?> LedgerAsync(TestPipeline storage, Subscription subscription) =>
        await storage.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).FirstOrDefaultAsync();
}
