using NewsAlerts.Delivering;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Local.Commands;

/// <summary>Where a subscription's owner is told that it is disabled.</summary>
public sealed class NoticeCommandsTests : OneSubscription
{
    [Theory]
    [InlineData("owner@example.org", typeof(Channel.Email))]
    [InlineData("https://hooks.slack.com/services/T0/B0/token", typeof(Channel.Slack))]
    [InlineData("https://discord.com/api/webhooks/1/token", typeof(Channel.Discord))]
    [InlineData("https://x.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/1", typeof(Channel.Teams))]
    [InlineData("https://example.org/hooks/owner", typeof(Channel.Webhook))]
    public async Task An_owner_is_told_by_whatever_other_channel_there_is(string to, Type channel)
    {
        var stored = Stored(Given);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "edit", "Morning", "--notice-to", to));

        Assert.IsType(channel, stored().Subscription.NoticeTo);
        Assert.Equal(channel == typeof(Channel.Webhook), _given.Out.Contains("The signing secret of its notices, shown this once: whsec_", StringComparison.Ordinal));
        Assert.Equal(channel == typeof(Channel.Webhook), stored().Subscription.NoticeTo is Channel.Webhook { Secret: var secret } && _given.Out.Contains(secret.Reveal(), StringComparison.Ordinal));
        Assert.DoesNotContain("token", _given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_is_signed_with_the_secret_that_is_given_which_is_not_shown()
    {
        var stored = Stored(Given);
        var secret = WebhookSecret.New();

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "edit", "Morning", "--notice-to", "https://example.org/hooks", "--notice-secret", secret.Reveal()));

        Assert.Equal(secret.Reveal(), Assert.IsType<Channel.Webhook>(stored().Subscription.NoticeTo).Secret.Reveal());
        Assert.DoesNotContain(secret.Reveal(), _given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_can_be_ended()
    {
        var stored = Stored(Given with { NoticeTo = new Channel.Email("owner@example.org") });

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "edit", "Morning", "--notice-to", "none"));

        Assert.Null(stored().Subscription.NoticeTo);
    }

    [Theory]
    [InlineData(ExitCodes.Failed, "--notice-to is the subscription's own destination", "ME@example.org")]
    [InlineData(ExitCodes.Usage, "--notice-to is 'owner'; expected one address", "owner")]
    [InlineData(ExitCodes.Usage, "--notice-to is not a usable URL", "ftp://example.org/token")]
    [InlineData(ExitCodes.Usage, "--notice-to is not a usable URL", "https://user:token@example.org/")]
    [InlineData(ExitCodes.Usage, "--notice-secret signs what --notice-to posts to a webhook", "owner@example.org", "--notice-secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G")]
    public async Task A_place_for_notices_that_would_not_do_is_refused(int code, string expected, params string[] to)
    {
        var stored = Stored(Given);

        Assert.Equal(code, await _given.RunAsync(["subscriptions", "edit", "Morning", "--notice-to", .. to]));

        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("token", _given.Error, StringComparison.Ordinal);
        Assert.Null(stored().Subscription.NoticeTo);
    }

    [Fact]
    public async Task A_mistyped_secret_is_not_repeated()
    {
        await _given.RunAsync("subscriptions", "add", "--name", "N", "--webhook", "https://example.org", "--secret", "whsec_almost-a-secret");

        Assert.Contains("--secret is not a webhook secret", _given.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("almost", _given.Error, StringComparison.Ordinal);
    }
}
