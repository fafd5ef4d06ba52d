using Moq;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class SubscriptionCommandsTests : IDisposable
{
    private readonly GivenCommandLine _given = new();

    [Fact]
    public async Task An_address_that_is_added_is_asked_first_and_gets_nothing_before()
    {
        Subscription? added = null;
        _given.Subscriptions
            .Setup(one => one.AddAsync(It.IsAny<Subscription>(), null, It.IsAny<CancellationToken>()))
            .Callback((Subscription subscription, DateTimeOffset? _, CancellationToken _) => added = subscription)
            .Returns(Task.CompletedTask);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "add", "--name", "Morning", "--email", "me@example.org"));

        Assert.Equal(Standing.Unconfirmed, added!.Standing);
        Assert.Contains("nothing else until its reader says yes", _given.Out, StringComparison.Ordinal);
        var question = new DeliverRequest(DigestId.Of(DigestKind.Confirmation, added.Id, _given.Time.GetUtcNow()));
        _given.OpenWork.Verify(open => open.OpenAsync(question, It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()), Times.Once);
        _given.WorkQueues.Verify(queues => queues.SendAsync(question, TimeSpan.Zero, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task An_address_is_not_asked_for_ever()
    {
        var subscription = Unconfirmed();
        GivenAsked(subscription, times: 3);

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("subscriptions", "confirm", subscription.Id.ToString()));

        Assert.Contains("has been asked 3 times, as often as Confirm:MaxMails allows", _given.Error, StringComparison.Ordinal);
        _given.WorkQueues.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task An_address_is_asked_again_on_request()
    {
        var subscription = Unconfirmed();
        GivenAsked(subscription, times: 2);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "confirm", subscription.Id.ToString()));

        Assert.Contains($"c-{subscription.Id}-20260504T050000Z", _given.Out, StringComparison.Ordinal);
        _given.WorkQueues.Verify(queues => queues.SendAsync(It.IsAny<DeliverRequest>(), TimeSpan.Zero, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Nothing_is_sent_by_hand_to_an_address_that_has_not_said_yes()
    {
        var subscription = Unconfirmed();

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("subscriptions", "send-now", subscription.Id.ToString()));

        Assert.Contains("is not confirmed: its address gets nothing before", _given.Error, StringComparison.Ordinal);
        _given.WorkQueues.VerifyNoOtherCalls();
    }

    private Subscription Unconfirmed()
    {
        var subscription = GivenDigest.SubscribedTo(new Channel.Email("me@example.org")) with { Standing = Standing.Unconfirmed };
        _given.Subscriptions.Setup(one => one.FindAsync(subscription.Id, It.IsAny<CancellationToken>())).ReturnsAsync(subscription);
        return subscription;
    }

    private void GivenAsked(Subscription subscription, int times) => _given.Deliveries
        .Setup(one => one.ListAsync(subscription.Id, It.IsAny<CancellationToken>()))
        .Returns(Enumerable.Range(1, times).Select(day => new Delivery
        {
            DigestId = DigestId.Of(DigestKind.Confirmation, subscription.Id, _given.Time.GetUtcNow().AddDays(-day)),
            State = DeliveryState.Sent,
            Channel = "email",
            Items = 0,
            Created = _given.Time.GetUtcNow(),
            Updated = _given.Time.GetUtcNow(),
        }).ToAsyncEnumerable());

    [Fact]
    public async Task Adding_one_by_mail_with_consent_says_when_its_first_digest_comes()
    {
        Subscription? added = null;
        DateTimeOffset? due = null;
        _given.Subscriptions
            .Setup(one => one.AddAsync(It.IsAny<Subscription>(), It.IsAny<DateTimeOffset?>(), It.IsAny<CancellationToken>()))
            .Callback((Subscription subscription, DateTimeOffset? first, CancellationToken _) => (added, due) = (subscription, first))
            .Returns(Task.CompletedTask);

        Assert.Equal(
            ExitCodes.Ok,
            await _given.RunAsync("subscriptions", "add", "--name", "Morning", "--email", "me@example.org", "--confirmed", "--cron", "30 7 * * 1-5", "--time-zone", "Europe/Berlin"));

        Assert.Equal("Morning", added!.Name);
        Assert.Equal(new Channel.Email("me@example.org"), added.Channel);
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 5, 30, 0, TimeSpan.Zero), due);
        Assert.Contains(added.Id.ToString(), _given.Out, StringComparison.Ordinal);
        Assert.Contains("first at 2026-05-04 05:30", _given.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhooks_new_secret_is_shown_once_and_a_given_one_never()
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "add", "--name", "Site", "--webhook", "https://example.org/hook"));
        Assert.Contains("whsec_", _given.Out, StringComparison.Ordinal);

        using var again = new GivenCommandLine();
        var secret = WebhookSecret.New().Reveal();
        Assert.Equal(ExitCodes.Ok, await again.RunAsync("subscriptions", "add", "--name", "Site", "--webhook", "https://example.org/hook", "--secret", secret));
        Assert.DoesNotContain("whsec_", again.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--email me@example.org", "--name")]
    [InlineData("--name N", "give one of --email, --webhook, --slack, --teams, --discord")]
    [InlineData("--name N --email me@example.org --webhook https://example.org", "give one of --email, --webhook, --slack, --teams, --discord")]
    [InlineData("--name N --email nobody", "--email is 'nobody'; expected one address")]
    [InlineData("--name N --email a@example.org,b@example.org", "expected one address")]
    [InlineData("--name N --webhook ftp://example.org", "--webhook is 'ftp://example.org'; expected an address")]
    [InlineData("--name N --slack https://hooks.slack.com/services/T/B/x --discord https://discord.com/api/webhooks/1/x", "give one of --email")]
    [InlineData("--name N --slack https://evil.example/services/T/B/x", "--slack is not usable. 'evil.example' is not a host of Slack webhooks")]
    [InlineData("--name N --teams nothing", "--teams is not usable. Expected an address such as https://")]
    [InlineData("--name N --discord https://discord.com/channels/1", "--discord is not usable. The address is Discord's, but not of a webhook")]
    [InlineData("--name N --slack https://hooks.slack.com/services/T/B/x --secret whsec_AAAA", "--secret")]
    [InlineData("--name N --email me@example.org --cron never", "'never' is not a cron expression of five fields")]
    [InlineData("--name N --email me@example.org --time-zone Berlin", "'Berlin' is not an IANA time zone")]
    [InlineData("--name N --email me@example.org --secret whsec_AAAA", "--secret")]
    [InlineData("--name N --webhook https://example.org --confirmed", "--confirmed is for --email")]
    public async Task What_cannot_be_subscribed_is_refused_with_the_rule(string arguments, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(["subscriptions", "add", .. arguments.Split(' ')]));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
        _given.Subscriptions.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("--slack", "https://hooks.slack.com/services/T0/B0/hidden", "slack", "hooks.slack.com")]
    [InlineData("--teams", "https://a.environment.api.powerplatform.com/workflows/x?sig=hidden", "teams", "a.environment.api.powerplatform.com")]
    [InlineData("--discord", "https://discord.com/api/webhooks/1/hidden", "discord", "discord.com")]
    [InlineData("--discord", "http://localhost:5080/hidden", "discord", "localhost")]
    public async Task One_by_chat_is_added_and_its_address_never_shown(string option, string url, string kind, string host)
    {
        Subscription? added = null;
        _given.Subscriptions
            .Setup(one => one.AddAsync(It.IsAny<Subscription>(), It.IsAny<DateTimeOffset?>(), It.IsAny<CancellationToken>()))
            .Callback((Subscription subscription, DateTimeOffset? _, CancellationToken _) => added = subscription)
            .Returns(Task.CompletedTask);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "add", "--name", "Newsroom", option, url, "--json"));

        Assert.Equal(kind, added!.Channel.Kind);
        Assert.Contains($"\"destination\": \"{host}\"", _given.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", _given.Out + _given.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--slack", "https://evil.example/hidden")]
    [InlineData("--teams", "hidden")]
    public async Task A_mistyped_address_of_a_chat_is_not_repeated(string option, string url)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync("subscriptions", "add", "--name", "N", option, url));

        Assert.DoesNotContain("hidden", _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_secret_is_not_repeated()
    {
        await _given.RunAsync("subscriptions", "add", "--name", "N", "--webhook", "https://example.org", "--secret", "whsec_almost-a-secret");

        Assert.Contains("--secret is not a webhook secret", _given.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("almost", _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_that_is_not_there_is_said_so()
    {
        _given.Subscriptions.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<Subscription>());

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("subscriptions", "remove", "nobody"));
        Assert.Contains("There is no subscription 'nobody'.", _given.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _given.Dispose();
}
