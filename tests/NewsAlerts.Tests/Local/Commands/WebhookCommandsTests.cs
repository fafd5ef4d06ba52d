using System.Text;
using Microsoft.AspNetCore.Http;
using Moq;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class WebhookCommandsTests : IDisposable
{
    private const string Id = "d-00k3m5a7cq2zxw6b-20261123T063000Z";
    private static readonly WebhookSecret Secret = WebhookSecret.New();
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"type\":\"webhook.ping\"}");

    private readonly string _folder = Directory.CreateTempSubdirectory("newsalerts-webhooks-").FullName;

    [Fact]
    public async Task A_genuine_request_is_said_to_be_and_the_secret_comes_from_a_file()
    {
        using var given = new GivenCommandLine { Input = new MemoryStream(Body) };

        Assert.Equal(ExitCodes.Ok, await VerifyAsync(given));
        Assert.Contains("Genuine: signed with this secret, 23 bytes.", given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_exactly_and_told_to_the_shell()
    {
        using var given = new GivenCommandLine { Input = new MemoryStream([.. Body, (byte)'\n']) };

        Assert.Equal(ExitCodes.Failed, await VerifyAsync(given));
        Assert.Contains("without its last line end", given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recorded_request_is_held_to_the_time_at_which_it_came()
    {
        using var old = new GivenCommandLine { Input = new MemoryStream(Body) };
        var came = old.Time.GetUtcNow();
        old.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(ExitCodes.Failed, await VerifyAsync(old, came));
        Assert.Contains("webhook-timestamp is too old: by 2592000 s", old.Out, StringComparison.Ordinal);

        using var recorded = new GivenCommandLine { Input = new MemoryStream(Body) };
        recorded.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(ExitCodes.Ok, await VerifyAsync(recorded, came, "--at", $"{came:O}"));
    }

    [Fact]
    public async Task A_secret_that_is_none_is_refused_without_being_repeated()
    {
        using var given = new GivenCommandLine { Input = new MemoryStream(Body) };
        var file = Path.Combine(_folder, "wrong");
        await File.WriteAllTextAsync(file, "whsec_almost-a-secret");

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("webhooks", "verify", "--secret-file", file, "--id", Id));

        Assert.Contains("holds no webhook secret", given.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("almost", given.Error + given.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("webhooks verify --secret-env A --secret-file B", "either --secret-env or --secret-file")]
    [InlineData("webhooks verify --at noon-ish", "--at is 'noon-ish'; expected a time such as")]
    [InlineData("subscriptions rotate-secret X --keep 31d", "--keep is '31d'; expected a time of at most 30d")]
    public async Task What_cannot_be_asked_for_is_refused_with_the_rule(string arguments, string expected)
    {
        using var given = new GivenCommandLine();
        Assert.Equal(ExitCodes.Usage, await given.RunAsync(arguments.Split(' ')));
        Assert.Contains(expected, given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_posts_a_signed_ping_and_shows_what_is_answered()
    {
        await using var receiver = await GivenReceiver.StartAsync(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            await context.Response.WriteAsync("thanks\u001b[31m", context.RequestAborted);
        });
        using var given = Subscribed(new Channel.Webhook(receiver.Url, Secret), loopback: true);

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("webhooks", "test", GivenDigest.SubscriptionId.ToString()));

        Assert.Contains("The receiver answered 202", given.Out, StringComparison.Ordinal);
        Assert.Contains("thanks", given.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', given.Out);
        var (headers, body) = Assert.Single(receiver.Received);
        Assert.Contains("\"type\":\"webhook.ping\"", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        Assert.Equal(
            WebhookVerdict.Genuine,
            WebhookSignature.Verify(Secret, headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], body, given.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_test_that_is_not_accepted_says_why()
    {
        await using var receiver = await GivenReceiver.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        using var refused = Subscribed(new Channel.Webhook(receiver.Url, Secret), loopback: true);
        Assert.Equal(ExitCodes.Failed, await refused.RunAsync("webhooks", "test", GivenDigest.SubscriptionId.ToString()));
        Assert.Contains("The receiver answered 401", refused.Out, StringComparison.Ordinal);

        using var inside = Subscribed(new Channel.Webhook(receiver.Url, Secret), loopback: false);
        Assert.Equal(ExitCodes.Failed, await inside.RunAsync("webhooks", "test", GivenDigest.SubscriptionId.ToString()));
        Assert.Contains("The URL must be https", inside.Out, StringComparison.Ordinal);
        Assert.Single(receiver.Received);
    }

    [Fact]
    public async Task A_mail_subscription_has_neither_a_ping_nor_a_secret()
    {
        using var given = Subscribed(new Channel.Email("reader@example.org"), loopback: true);

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("webhooks", "test", GivenDigest.SubscriptionId.ToString()));
        Assert.Equal(ExitCodes.Failed, await given.RunAsync("subscriptions", "rotate-secret", GivenDigest.SubscriptionId.ToString()));
        Assert.Contains("only a webhook can be tested", given.Error, StringComparison.Ordinal);
        Assert.Contains("only a webhook has a signing secret", given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_secret_is_stored_before_it_is_shown_once()
    {
        using var given = Subscribed(new Channel.Webhook(new Uri("https://example.org/hook"), Secret), loopback: false);
        Channel.Webhook? stored = null;
        given.Subscriptions
            .Setup(one => one.ChangeAsync(
                GivenDigest.SubscriptionId,
                It.IsAny<Func<Subscription, Subscription>>(),
                It.IsAny<Func<Subscription, DateTimeOffset?, DateTimeOffset?>>(),
                It.IsAny<CancellationToken>()))
            .ReturnsAsync((SubscriptionId _, Func<Subscription, Subscription> change, Func<Subscription, DateTimeOffset?, DateTimeOffset?> _, CancellationToken _) =>
            {
                Assert.DoesNotContain("whsec_", given.Out, StringComparison.Ordinal);
                var changed = change(GivenDigest.SubscribedTo(new Channel.Webhook(new Uri("https://example.org/hook"), Secret)));
                stored = (Channel.Webhook)changed.Channel;
                return changed;
            });

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("subscriptions", "rotate-secret", GivenDigest.SubscriptionId.ToString(), "--keep", "7d"));

        Assert.Contains(stored!.Secret.Reveal(), given.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret.Reveal(), given.Out, StringComparison.Ordinal);
        Assert.Equal(given.Time.GetUtcNow().AddDays(7), Assert.Single(stored.Retiring!).Until);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<int> VerifyAsync(GivenCommandLine given, DateTimeOffset? signed = null, params string[] more)
    {
        var file = Path.Combine(_folder, "secret");
        await File.WriteAllTextAsync(file, Secret.Reveal() + "\n");
        var at = signed ?? given.Time.GetUtcNow();
        return await given.RunAsync(
            [
                "webhooks", "verify", "--secret-file", file, "--id", Id, "--timestamp", WebhookSignature.Written(at),
                "--signature", WebhookSignature.Sign(Id, at, Body, WebhookSecret.New(), Secret), .. more,
            ]);
    }

    private static GivenCommandLine Subscribed(Channel channel, bool loopback)
    {
        var given = new GivenCommandLine();
        if (loopback)
        {
            given.Settings["Webhooks:AllowLoopback"] = given.Settings["Webhooks:AllowInsecure"] = "true";
        }

        given.Subscriptions.Setup(one => one.FindAsync(GivenDigest.SubscriptionId, It.IsAny<CancellationToken>())).ReturnsAsync(GivenDigest.SubscribedTo(channel));
        return given;
    }
}
