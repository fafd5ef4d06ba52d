using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
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
        _given.OpenWork.Verify(open => open.SaveAsync(It.Is<OpenItem>(item => item.Request == question && item.Queued == _given.Time.GetUtcNow()), It.IsAny<CancellationToken>()), Times.Once);
        _given.WorkQueues.Verify(queues => queues.SendAsync(question, TimeSpan.Zero, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task An_address_is_not_asked_for_ever()
    {
        var subscription = Unconfirmed();
        GivenAsked(subscription, times: 3);

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("subscriptions", "confirm", subscription.Id.ToString()));

        Assert.Contains("has been asked 3 times, as often as Confirm__MaxMails allows", _given.Error, StringComparison.Ordinal);
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
    public async Task An_edit_changes_what_is_given_and_leaves_the_rest()
    {
        var stored = Stored(Given with { Alerts = new AlertPolicy { AtMostAnHour = 5, TimeZone = "Europe/Berlin" }, Languages = ["en"], MaxItems = 20 });

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "edit", "Morning", "--schedule", "daily 06:00", "--repeat", "--language", "all"));

        var (after, due) = stored();
        Assert.Equal(new Schedule("0 6 * * *", "Europe/Berlin", "daily 06:00"), after.Schedule);
        Assert.Equal(new AlertPolicy { AtMostAnHour = 5, Repeat = true, TimeZone = "Europe/Berlin" }, after.Alerts);
        Assert.Empty(after.Languages);
        Assert.Equal(20, after.MaxItems);
        Assert.Equal(new DateTimeOffset(2026, 5, 5, 4, 0, 0, TimeSpan.Zero), due);
    }

    [Fact]
    public async Task An_edit_of_the_time_zone_moves_all_that_follows_it()
    {
        var stored = Stored(Given with { Alerts = new AlertPolicy { TimeZone = "Europe/Berlin" }, Quiet = QuietHoursText.Read("22:00-07:00", "Europe/Berlin") });

        await _given.RunAsync("subscriptions", "edit", "Morning", "--time-zone", "Asia/Tokyo");

        var after = stored().Subscription;
        Assert.Equal(new Schedule("30 7 * * *", "Asia/Tokyo", "daily 07:30"), after.Schedule);
        Assert.Equal(("Asia/Tokyo", "Asia/Tokyo"), (after.Alerts!.TimeZone, after.Quiet!.TimeZone));
        Assert.NotNull(after.Quiet.EndOf(new DateTimeOffset(2026, 5, 4, 23, 0, 0, TimeSpan.FromHours(9))));
    }

    [Fact]
    public async Task An_edit_that_says_nothing_about_time_leaves_the_due_time_alone()
    {
        var stored = Stored(Given);

        await _given.RunAsync("subscriptions", "edit", "Morning", "--name", "Evening");

        Assert.Equal(("Evening", Planned), (stored().Subscription.Name, stored().Due));
    }

    [Fact]
    public async Task A_schedule_that_is_taken_away_sends_what_is_pending_when_every_host_has_read_of_it()
    {
        var stored = Stored(Given);

        await _given.RunAsync("subscriptions", "edit", "Morning", "--schedule", "none", "--alerts");

        Assert.Equal((null, _given.Time.GetUtcNow().AddSeconds(90)), (stored().Subscription.Schedule, stored().Due));
    }

    [Theory]
    [InlineData("--schedule none", "would have neither a schedule nor alerts")]
    [InlineData("--at-most 3", "--at-most is about alerts, and Morning has none: give it with --alerts.")]
    [InlineData("--quiet-policy digest", "--quiet-policy is about quiet hours, and Morning has none: give it with --quiet.")]
    public async Task An_edit_that_leaves_nothing_that_makes_sense_is_refused(string options, string expected)
    {
        Stored(Given);

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync(["subscriptions", "edit", "Morning", .. options.Split(' ')]));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_of_nothing_is_refused()
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync("subscriptions", "edit", "Morning"));
        Assert.Contains("Nothing is to be changed: give an option", _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_lasts_until_its_date_in_the_subscriptions_own_zone()
    {
        var stored = Stored(Given);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "pause", "Morning", "--until", "2026-05-10"));

        Assert.Equal(new Pause(_given.Time.GetUtcNow(), new DateTimeOffset(2026, 5, 9, 22, 0, 0, TimeSpan.Zero), PausedBy.Operator), stored().Subscription.Pause);
        Assert.Equal(new DateTimeOffset(2026, 5, 10, 5, 30, 0, TimeSpan.Zero), stored().Due);
        Assert.Contains("is paused until 2026-05-09 22:00", _given.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-01", ExitCodes.Failed, "which is past")]
    [InlineData("tomorrow", ExitCodes.Usage, "--until is 'tomorrow'; expected a date such as 2026-08-31")]
    public async Task A_pause_until_no_time_to_come_is_refused(string until, int code, string expected)
    {
        Stored(Given);

        Assert.Equal(code, await _given.RunAsync("subscriptions", "pause", "Morning", "--until", until));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resumed_subscription_is_due_again_and_what_waited_is_started()
    {
        var paused = Given with { Pause = new Pause(Given.Created) };
        var stored = Stored(paused);
        var now = _given.Time.GetUtcNow();
        var waiting = DigestId.OfAlert(paused.Id, ArticleId.Of(null, "news"));
        var retried = DigestId.OfAlert(paused.Id, ArticleId.Of(null, "other news"));
        var roundUp = new AlertAllowance { RoundUp = _given.Time.GetUtcNow() };
        _given.Deliveries.Setup(one => one.ListAsync(paused.Id, It.IsAny<CancellationToken>())).Returns(
            new[]
            {
                Delivery(waiting, DeliveryState.Pending) with { HeldSince = now },
                Delivery(retried, DeliveryState.Pending) with { Until = now.AddHours(2), Attempts = 3 },
                Delivery(DigestId.Of(paused.Id, Planned), DeliveryState.Sent),
            }.ToAsyncEnumerable());
        _given.Inboxes.Setup(one => one.ReadAllowanceAsync(paused.Id, It.IsAny<CancellationToken>())).ReturnsAsync(roundUp);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "resume", "Morning"));

        Assert.Null(stored().Subscription.Pause);
        Assert.Equal(Planned, stored().Due);
        foreach (var started in new[] { waiting, roundUp.RoundUpOf(paused.Id)!.Value })
        {
            _given.WorkQueues.Verify(one => one.SendAsync(new DeliverRequest(started), TimeSpan.Zero, It.IsAny<CancellationToken>()), Times.Once);
        }

        _given.WorkQueues.VerifyNoOtherCalls();
        Assert.Contains("1 issue that waited is on the way", _given.Out, StringComparison.Ordinal);
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

    [Fact]
    public async Task A_subscription_that_is_not_there_is_said_so()
    {
        _given.Subscriptions.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<Subscription>());

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("subscriptions", "remove", "nobody"));
        Assert.Contains("There is no subscription 'nobody'.", _given.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _given.Dispose();

    private static readonly DateTimeOffset Planned = new(2026, 5, 4, 5, 30, 0, TimeSpan.Zero);

    private static Subscription Given { get; } = new()
    {
        Id = SubscriptionId.New(1),
        Name = "Morning",
        Channel = new Channel.Email("me@example.org"),
        Schedule = Schedule.Read("daily 07:30 Europe/Berlin", "UTC"),
        Created = Planned.AddDays(-1),
    };

    /// <summary>Has the store hold one subscription.</summary>
    /// <returns>What it holds, and when that is due.</returns>
    private Func<(Subscription Subscription, DateTimeOffset? Due)> Stored(Subscription subscription)
    {
        var (current, due) = (subscription, (DateTimeOffset?)Planned);
        _given.Subscriptions.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).Returns(new[] { subscription }.ToAsyncEnumerable());
        _given.Subscriptions.Setup(one => one.FindDueAsync(subscription.Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => due);
        _given.Deliveries.Setup(one => one.ListLatestAsync(subscription.Id, It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<Delivery>());
        _given.Deliveries.Setup(one => one.ListAsync(subscription.Id, It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<Delivery>());
        _given.Inboxes.Setup(one => one.ReadAllowanceAsync(subscription.Id, It.IsAny<CancellationToken>())).ReturnsAsync(new AlertAllowance());
        _given.Subscriptions
            .Setup(one => one.ChangeAsync(
                subscription.Id, It.IsAny<Func<Subscription, Subscription>>(), It.IsAny<Func<Subscription, DateTimeOffset?, DateTimeOffset?>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((SubscriptionId _, Func<Subscription, Subscription> change, Func<Subscription, DateTimeOffset?, DateTimeOffset?> next, CancellationToken _) =>
            {
                current = change(current);
                due = next(current, due);
                return current;
            });
        return () => (current, due);
    }

    private void Waiting(Subscription subscription, IReadOnlyList<PendingItem> pending, IReadOnlyList<PendingItem> held)
    {
        _given.Inboxes
            .Setup(one => one.ListPendingAsync(subscription.Id, It.IsAny<DateTimeOffset>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(pending);
        _given.Inboxes.Setup(one => one.ListHeldAsync(subscription.Id, It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync(held);
        _given.Inboxes
            .Setup(one => one.ReadAllowanceAsync(subscription.Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AlertAllowance { RoundUp = Planned.AddMinutes(30) });
    }

    /// <summary>An article whose summary is in the library.</summary>
    private ArticleId Article(string name)
    {
        var id = ArticleId.Of(null, name);
        _given.Library.Setup(one => one.FindSummaryAsync(id, It.IsAny<CancellationToken>())).ReturnsAsync(new Summary
        {
            ArticleId = id,
            Headline = $"Headline of {name}",
            KeyPoints = [GivenDigest.Said("The harbour reopens.")],
            Engine = "embedded",
            Citation = new Citation { Language = "en" },
            Created = Planned,
        });
        return id;
    }

    private static InboxEntry Entry(ArticleId article, InboxDecision decision) => new() { ArticleId = article, Matched = Planned, Decision = decision };

    private static Delivery Delivery(DigestId id, DeliveryState state) =>
        new() { DigestId = id, State = state, Channel = "email", Items = 1, Created = Planned, Updated = Planned };
}
