using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Routing;

public sealed class InboxPlacementTests
{
    /// <summary>A Monday morning.</summary>
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    private static readonly AlertPolicy Alerts = new() { AtMostAnHour = 2, TimeZone = "UTC" };
    private static readonly AlertAllowance Full = new AlertAllowance().WithAlert(Now.AddMinutes(-20)).WithAlert(Now.AddMinutes(-10));
    private static readonly QuietHours Quiet = QuietHoursText.Read("06:00-09:00 UTC", "UTC");

    [Fact]
    public void With_room_an_article_is_alerted()
    {
        var (entry, allowance) = Decide(Both);

        Assert.Equal((InboxDecision.Alert, (HoldReason?)null, false), (entry.Decision, entry.Reason, entry.Repeats));
        Assert.Equal(DigestId.OfAlert(Both.Id, entry.ArticleId), entry.AlertId);
        Assert.Equal([Now], allowance!.Sent);
    }

    [Fact]
    public void Without_a_limit_nothing_is_counted()
    {
        var (entry, allowance) = Decide(Both with { Alerts = Alerts with { AtMostAnHour = null } });

        Assert.Equal(InboxDecision.Alert, entry.Decision);
        Assert.Null(allowance);
    }

    [Fact]
    public void Above_the_limit_it_is_held_for_a_round_up_when_there_is_room_again()
    {
        var (entry, allowance) = Decide(Both, Full);

        Assert.Equal((InboxDecision.Held, HoldReason.Limit), (entry.Decision, entry.Reason));
        Assert.Equal(allowance!.RoundUpOf(Both.Id), entry.AlertId);
        Assert.Equal(Now.AddMinutes(40), allowance.RoundUp);
    }

    [Fact]
    public void Above_the_limit_it_waits_for_the_digest_where_that_is_wanted_and_there_is_one()
    {
        var overflowing = Both with { Alerts = Alerts with { Overflow = HeldArticles.Digest } };

        Assert.Equal((InboxDecision.Digest, HoldReason.Limit), Decision(Decide(overflowing, Full)));
        Assert.Equal((InboxDecision.Held, HoldReason.Limit), Decision(Decide(overflowing with { Schedule = null }, Full)));
    }

    [Fact]
    public void In_quiet_hours_it_is_held_until_they_end_or_waits_for_the_digest()
    {
        var quiet = Both with { Quiet = Quiet };
        var (entry, allowance) = Decide(quiet);

        Assert.Equal((InboxDecision.Held, HoldReason.QuietHours), (entry.Decision, entry.Reason));
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero), allowance!.RoundUp);
        Assert.Equal((InboxDecision.Digest, HoldReason.QuietHours), Decision(Decide(quiet with { Quiet = Quiet with { Policy = HeldArticles.Digest } })));
    }

    [Fact]
    public void A_round_up_that_would_fall_into_quiet_hours_comes_at_their_end() =>
        Assert.Equal(
            new DateTimeOffset(2026, 5, 4, 11, 0, 0, TimeSpan.Zero),
            Decide(Both with { Quiet = QuietHoursText.Read("08:30-11:00", "UTC") }, Full).Allowance!.RoundUp);

    [Fact]
    public void During_a_pause_it_waits_for_the_first_issue_after()
    {
        var paused = Both with { Pause = new Pause(Now.AddDays(-1), Now.AddDays(3)) };

        Assert.Equal((InboxDecision.Digest, HoldReason.Paused), Decision(Decide(paused)));
        var (entry, allowance) = Decide(paused with { Schedule = null });
        Assert.Equal((InboxDecision.Held, HoldReason.Paused), (entry.Decision, entry.Reason));
        Assert.Equal(Now.AddDays(3), allowance!.RoundUp);
    }

    [Fact]
    public void A_pause_without_an_end_plans_a_round_up_at_once_which_waits_until_somebody_ends_it() =>
        Assert.Equal(
            Now,
            Decide(Both with { Schedule = null, Pause = new Pause(Now, null) }).Allowance!.RoundUp);

    [Fact]
    public void What_is_alerted_or_held_repeats_only_where_there_is_a_digest_to_hold_it()
    {
        var repeating = Both with { Alerts = Alerts with { Repeat = true } };

        Assert.True(Decide(repeating).Entry.Repeats);
        Assert.True(Decide(repeating, Full).Entry.Repeats);
        Assert.False(Decide(repeating with { Schedule = null }).Entry.Repeats);
    }

    [Fact]
    public async Task What_overflows_into_the_digest_starts_nothing_while_a_round_up_is_planned()
    {
        var inboxes = new Mock<IInboxes>();
        var (open, queues, time) = (new Mock<IOpenWork>(), new Mock<IWorkQueues>(), new FakeTimeProvider(Now));
        inboxes.Setup(one => one.ReadAllowanceAsync(Both.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Full.WithRoundUp(Now.AddMinutes(-5), 2, at => at));
        inboxes.Setup(one => one.TryAddAsync(Both.Id, It.IsAny<InboxEntry>(), It.IsAny<AlertAllowance?>(), It.IsAny<CancellationToken>())).ReturnsAsync(true);
        var placement = new InboxPlacement(inboxes.Object, Mock.Of<IDeliveries>(), new Handover(open.Object, queues.Object, Options.Create(new SweepOptions()), time), new RoutingMetrics(GivenMeters.Factory()));

        var placed = await placement.PlaceAsync(
            Both with { Alerts = Alerts with { Overflow = HeldArticles.Digest } }, new MatchedArticle(ArticleId.Of(null, "news"), "en", Now), CancellationToken.None);

        Assert.True(placed);
        inboxes.Verify(one => one.TryAddAsync(Both.Id, It.Is<InboxEntry>(entry => entry.Decision == InboxDecision.Digest), null, It.IsAny<CancellationToken>()), Times.Once);
        open.VerifyNoOtherCalls();
        queues.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData(Standing.Disabled, "en")]
    [InlineData(Standing.Unconfirmed, "en")]
    [InlineData(Standing.Active, "fr")]
    public async Task What_a_subscription_does_not_get_leaves_no_trace(Standing standing, string language)
    {
        var inboxes = new Mock<IInboxes>();
        var placement = new InboxPlacement(inboxes.Object, Mock.Of<IDeliveries>(), new Handover(Mock.Of<IOpenWork>(), Mock.Of<IWorkQueues>(), Options.Create(new SweepOptions()), new FakeTimeProvider(Now)), new RoutingMetrics(GivenMeters.Factory()));

        Assert.False(await placement.PlaceAsync(
            Both with { Standing = standing, Languages = ["en"] }, new MatchedArticle(ArticleId.Of(null, "news"), language, Now), CancellationToken.None));
        inboxes.VerifyNoOtherCalls();
    }

    private static Subscription Both { get; } = new()
    {
        Id = SubscriptionId.New(1),
        Name = "Harbour",
        Channel = new Channel.Email("me@example.org"),
        Schedule = new Schedule("30 7 * * *", "UTC"),
        Alerts = Alerts,
        Created = Now.AddDays(-1),
    };

    private static (InboxDecision, HoldReason?) Decision((InboxEntry Entry, AlertAllowance? Allowance) decided) => (decided.Entry.Decision, decided.Entry.Reason);

    private static (InboxEntry Entry, AlertAllowance? Allowance) Decide(Subscription subscription, AlertAllowance? allowance = null) =>
        InboxPlacement.Decide(subscription, subscription.Alerts!, new MatchedArticle(ArticleId.Of(null, "news"), "en", Now), allowance ?? new AlertAllowance());
}
