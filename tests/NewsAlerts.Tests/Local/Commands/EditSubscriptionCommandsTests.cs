using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Local.Commands;

/// <summary><c>subscriptions edit</c>, <c>pause</c> and <c>resume</c>.</summary>
public sealed class EditSubscriptionCommandsTests : OneSubscription
{
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
}
