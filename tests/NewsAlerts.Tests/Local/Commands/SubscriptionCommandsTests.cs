using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class SubscriptionCommandsTests : OneSubscription
{
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
        _given.Settings["Webhooks:AllowInsecure"] = "true";
        _given.Settings["Webhooks:AllowLoopback"] = "true";

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
    public async Task Everything_that_says_when_is_taken_from_the_command_line()
    {
        Subscription? added = null;
        _given.Subscriptions
            .Setup(one => one.AddAsync(It.IsAny<Subscription>(), It.IsAny<DateTimeOffset?>(), It.IsAny<CancellationToken>()))
            .Callback((Subscription subscription, DateTimeOffset? _, CancellationToken _) => added = subscription)
            .Returns(Task.CompletedTask);

        Assert.Equal(
            ExitCodes.Ok,
            await _given.RunAsync(
                "subscriptions", "add", "--name", "Harbour", "--email", "me@example.org", "--confirmed", "--schedule", "weekdays 07:30 Europe/Berlin", "--alerts", "--at-most", "5",
                "--overflow", "digest", "--repeat", "--quiet", "22:00-07:00", "--quiet-policy", "digest", "--language", "en,de", "--max-items", "20"));

        Assert.Equal(new Schedule("30 7 * * 1-5", "Europe/Berlin", "weekdays 07:30"), added!.Schedule);
        Assert.Equal(new AlertPolicy { AtMostAnHour = 5, Overflow = HeldArticles.Digest, Repeat = true, TimeZone = "Europe/Berlin" }, added.Alerts);
        Assert.Equal(("22:00-07:00", "Europe/Berlin", HeldArticles.Digest), (QuietHoursText.Format(added.Quiet!), added.Quiet!.TimeZone, added.Quiet.Policy));
        Assert.Equal(["en", "de"], added.Languages);
        Assert.Equal(20, added.MaxItems);
        Assert.Contains("told at once of what is matched from now on: at most 5 an hour, the rest in the digest; all again in the digest.", _given.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "daily 07:30", null)]
    [InlineData("--alerts", null, 10)]
    [InlineData("--alerts --at-most any", null, null)]
    [InlineData("--alerts --schedule hourly", "hourly", 10)]
    public async Task With_alerts_alone_there_is_no_schedule_and_without_anything_a_daily_one(string options, string? words, int? atMost)
    {
        Subscription? added = null;
        _given.Subscriptions
            .Setup(one => one.AddAsync(It.IsAny<Subscription>(), It.IsAny<DateTimeOffset?>(), It.IsAny<CancellationToken>()))
            .Callback((Subscription subscription, DateTimeOffset? _, CancellationToken _) => added = subscription)
            .Returns(Task.CompletedTask);

        await _given.RunAsync(["subscriptions", "add", "--name", "N", "--email", "me@example.org", "--confirmed", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((words, atMost), (added!.Schedule?.Words, added.Alerts?.AtMostAnHour));
    }

    [Theory]
    [InlineData("--at-most 0 --alerts", "--at-most is '0'; expected a number from 1 to 60, or 'any'.")]
    [InlineData("--at-most 5", "--at-most is about alerts: give it with --alerts.")]
    [InlineData("--repeat", "--repeat is about alerts")]
    [InlineData("--schedule none", "leaves nothing to send: give --alerts")]
    [InlineData("--schedule hourly --cron 0_7_*_*_*", "--schedule and --cron say the same thing")]
    [InlineData("--schedule daily", "the time of day is missing")]
    [InlineData("--quiet 22", "--quiet: '22' is not a window of quiet hours")]
    [InlineData("--quiet 00:00-24:00", "never ends")]
    [InlineData("--quiet 22:00-07:00 --quiet-policy never", "--quiet-policy is 'never'; expected one of roundup, digest.")]
    [InlineData("--quiet-policy digest", "--quiet-policy is about quiet hours: give it with --quiet.")]
    [InlineData("--language en-GB", "--language is 'en-gb'; expected a language's two or three letters")]
    [InlineData("--max-items 501", "--max-items is '501'; expected a number from 1 to 500")]
    public async Task What_says_when_wrongly_is_refused_with_the_rule(string options, string expected)
    {
        Assert.Equal(
            ExitCodes.Usage,
            await _given.RunAsync(["subscriptions", "add", "--name", "N", "--email", "me@example.org", .. options.Split(' ').Select(word => word.Replace('_', ' '))]));

        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
        _given.Subscriptions.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_preview_says_what_comes_next_and_what_was_left_out_and_why()
    {
        var subscription = Given with { Alerts = new AlertPolicy { AtMostAnHour = 1, TimeZone = "UTC" }, Languages = ["en"], MaxItems = 1 };
        Stored(subscription);
        var now = _given.Time.GetUtcNow();
        var (old, latest, held, alerted, french) = (Article("old"), Article("latest"), Article("held"), Article("alerted"), Article("french"));
        Waiting(subscription, [new PendingItem(now.AddHours(-2), old), new PendingItem(now.AddHours(-1), latest)], [new PendingItem(now, held)]);
        _given.Inboxes.Setup(one => one.ListAsync(subscription.Id, now.AddDays(-7), It.IsAny<CancellationToken>())).Returns(new[]
        {
            Entry(old, InboxDecision.Digest), Entry(latest, InboxDecision.Digest),
            Entry(held, InboxDecision.Held) with { Reason = HoldReason.Limit }, Entry(alerted, InboxDecision.Alert),
        }.ToAsyncEnumerable());
        _given.Archive.Setup(one => one.LatestAsync(It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>())).Returns(
            new[] { new ArchiveEntry(now, french, "Le port", "Le Quai", "fr"), new ArchiveEntry(now, latest, "Headline of latest", null, "en") }.ToAsyncEnumerable());

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "show", "Morning", "--preview"));

        Assert.Matches(@"Next digest  2026-05-04 05:30\s+matched\s+headline\s+05-04 04:00\s+Headline of latest\s+1 more article would only be counted and linked", _given.Out);
        Assert.Matches(@"Next round-up  2026-05-04 06:00\s+matched\s+headline\s+why\s+05-04 05:00\s+Headline of held\s+above the limit an hour", _given.Out);
        Assert.Matches(@"Headline of alerted\s+alerted already", _given.Out);
        Assert.Matches(@"Le port · Le Quai\s+language fr", _given.Out);
        Assert.DoesNotContain("Headline of old", _given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_that_is_not_there_is_said_so()
    {
        _given.Subscriptions.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<Subscription>());

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("subscriptions", "remove", "nobody"));
        Assert.Contains("There is no subscription 'nobody'.", _given.Error, StringComparison.Ordinal);
    }
}
