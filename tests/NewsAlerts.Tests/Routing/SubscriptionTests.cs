using System.Globalization;
using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Routing;

public sealed class SubscriptionTests
{
    private static readonly Subscription Hourly = new()
    {
        Id = SubscriptionId.New(1),
        Name = "Harbour",
        Channel = new Channel.Email("me@example.org"),
        Schedule = Schedule.Read("hourly", "UTC"),
        Created = At("2026-05-01T00:00Z"),
    };

    [Fact]
    public void Issues_that_fall_into_quiet_hours_are_one_at_their_end()
    {
        var quiet = Hourly with { Quiet = QuietHoursText.Read("22:00-07:00", "UTC") };

        Assert.Equal(At("2026-05-04T21:00Z"), quiet.NextDueAfter(At("2026-05-04T20:30Z")));
        Assert.Equal(At("2026-05-05T07:00Z"), quiet.NextDueAfter(At("2026-05-04T21:00Z")));
        Assert.Equal(At("2026-05-05T08:00Z"), quiet.NextDueAfter(At("2026-05-05T07:00Z")));
    }

    [Fact]
    public void A_paused_subscription_is_due_again_when_the_pause_ends()
    {
        var paused = Hourly with { Pause = new Pause(At("2026-05-04T08:00Z"), At("2026-05-10T00:00Z")) };

        Assert.Equal(At("2026-05-10T00:00Z"), paused.NextDueAfter(At("2026-05-04T09:00Z")));
        Assert.Equal(At("2026-05-10T01:00Z"), paused.NextDueAfter(At("2026-05-10T00:00Z")));
        Assert.Null((Hourly with { Pause = new Pause(At("2026-05-04T08:00Z"), null) }).NextDueAfter(At("2026-05-04T09:00Z")));
    }

    [Fact]
    public void A_pause_that_ends_in_quiet_hours_lasts_until_those_end()
    {
        var paused = Hourly with { Quiet = QuietHoursText.Read("22:00-07:00", "UTC"), Pause = new Pause(At("2026-05-04T08:00Z"), At("2026-05-10T00:00Z")) };

        Assert.Equal(new Hold(HoldReason.Paused, At("2026-05-10T07:00Z")), paused.HoldAt(At("2026-05-04T09:00Z")));
        Assert.Equal(At("2026-05-10T07:00Z"), paused.NextDueAfter(At("2026-05-04T09:00Z")));
        Assert.Equal(new Hold(HoldReason.QuietHours, At("2026-05-10T07:00Z")), paused.HoldAt(At("2026-05-10T03:00Z")));
        Assert.Null(paused.HoldAt(At("2026-05-10T07:00Z")));
    }

    [Fact]
    public void Without_a_schedule_no_digest_is_ever_due() => Assert.Null((Hourly with { Schedule = null }).NextDueAfter(At("2026-05-04T09:00Z")));

    [Theory]
    [InlineData("en", true)]
    [InlineData("DE", true)]
    [InlineData("und", true)]
    [InlineData("fr", false)]
    public void An_article_in_another_language_is_not_wanted_and_one_in_an_unknown_language_is(string language, bool wanted) =>
        Assert.Equal(wanted, (Hourly with { Languages = ["en", "de"] }).Accepts(language));

    [Theory]
    [InlineData("eng", "en", true)]
    [InlineData("ger", "de", true)]
    [InlineData("deu", "de", true)]
    [InlineData("en", "eng", true)]
    [InlineData("iw", "he", true)]
    [InlineData("id", "in", true)]
    [InlineData("no", "nb", true)]
    [InlineData("nb", "no", true)]
    [InlineData("no", "nn", true)]
    [InlineData("fra", "fr", true)]
    [InlineData("fre", "de", false)]
    public void The_codes_of_a_language_are_one(string wanted, string language, bool accepted)
    {
        Assert.Equal(accepted, (Hourly with { Languages = [wanted] }).Accepts(language));
        Assert.Equal(accepted, new RuleIndex([Rule.Parse($"harbour lang:{wanted}")]).Match(GivenArticle.Of("The harbour is open again on Monday.", language: language)).Rules.Count > 0);
    }

    [Fact]
    public void Dates_are_shown_in_the_zone_of_whatever_it_has()
    {
        var alerts = new AlertPolicy { TimeZone = "Asia/Tokyo" };

        Assert.Equal("UTC", (Hourly with { Alerts = alerts }).TimeZone);
        Assert.Equal("Asia/Tokyo", (Hourly with { Schedule = null, Alerts = alerts }).TimeZone);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
