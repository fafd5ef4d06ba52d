using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Routing;

public sealed class ScheduleTests
{
    [Fact]
    public void A_schedule_follows_its_own_time_zone()
    {
        var schedule = new Schedule("30 7 * * *", "Europe/Berlin");

        Assert.Equal(At("2026-01-15T06:30Z"), schedule.NextAfter(At("2026-01-15T00:00Z")));
        Assert.Equal(At("2026-07-15T05:30Z"), schedule.NextAfter(At("2026-07-15T00:00Z")));
    }

    [Fact]
    public void A_time_that_the_clocks_skip_gives_one_digest_that_day()
    {
        // In Berlin the clocks go from 02:00 to 03:00 on 29 March 2026.
        var due = DueTimes(new Schedule("30 2 * * *", "Europe/Berlin"), At("2026-03-28T12:00Z"), At("2026-03-30T12:00Z"));

        Assert.Equal([At("2026-03-29T01:00Z"), At("2026-03-30T00:30Z")], due);
    }

    [Fact]
    public void A_time_that_comes_twice_gives_one_digest_that_day()
    {
        // In Berlin the clocks go from 03:00 back to 02:00 on 25 October 2026.
        var due = DueTimes(new Schedule("30 2 * * *", "Europe/Berlin"), At("2026-10-24T12:00Z"), At("2026-10-26T12:00Z"));

        Assert.Equal([At("2026-10-25T00:30Z"), At("2026-10-26T01:30Z")], due);
    }

    [Fact]
    public void A_day_that_never_comes_is_never_due() => Assert.Null(new Schedule("0 0 30 2 *", "UTC").NextAfter(At("2026-01-01T00:00Z")));

    [Theory]
    [InlineData("every day", "UTC", "cron")]
    [InlineData("* * * * * *", "UTC", "cron")]
    [InlineData("61 * * * *", "UTC", "cron")]
    [InlineData("0 7 * * *", "Berlin", "IANA")]
    [InlineData("0 7 * * *", "W. Europe Standard Time", "IANA")]
    public void A_bad_schedule_names_the_part_and_a_remedy(string cron, string zone, string part)
    {
        var error = Assert.Throws<FormatException>(() => new Schedule(cron, zone));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains("such as", error.Message, StringComparison.Ordinal);
    }

    private static List<DateTimeOffset> DueTimes(Schedule schedule, DateTimeOffset from, DateTimeOffset to)
    {
        var due = new List<DateTimeOffset>();
        for (var next = schedule.NextAfter(from); next < to; next = schedule.NextAfter(next.Value))
        {
            due.Add(next.Value);
        }

        return due;
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
