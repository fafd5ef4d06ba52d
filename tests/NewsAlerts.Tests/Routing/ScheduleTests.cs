using System.Globalization;
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

    /// <summary>Clocks that change by an hour, by half an hour (Lord Howe), at 02:45 (Chatham), and at midnight (Cairo, Beirut, Havana, Santiago).</summary>
    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("America/St_Johns")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Chatham")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Beirut")]
    [InlineData("America/Havana")]
    [InlineData("America/Santiago")]
    [InlineData("Asia/Kolkata")]
    public void Every_time_of_day_gives_exactly_one_issue_on_every_day_of_the_year(string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var (from, to) = (At("2026-01-01T12:00Z"), At("2027-01-01T12:00Z"));
        for (var time = TimeOnly.MinValue; ; time = time.AddMinutes(15))
        {
            var days = DueTimes(Schedule.Read($"daily {time:HH:mm}", timeZone), from, to)
                .ConvertAll(due => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(due, zone).DateTime));

            Assert.True(days.Distinct().Count() == days.Count, $"{time} in {timeZone}: a day has two issues.");
            Assert.True(days[^1].DayNumber - days[0].DayNumber == days.Count - 1, $"{time} in {timeZone}: a day has none.");
            Assert.InRange(days.Count, 364, 366);
            if (time == new TimeOnly(23, 45))
            {
                break;
            }
        }
    }

    [Fact]
    public void Two_times_that_the_clocks_skip_are_one_issue()
    {
        var due = DueTimes(Schedule.Read("daily 02:10 02:50 12:00", "Europe/Berlin"), At("2026-03-28T23:00Z"), At("2026-03-29T20:00Z"));

        Assert.Equal([At("2026-03-29T01:00Z"), At("2026-03-29T10:00Z")], due);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("Europe/Berlin", "2026-06-01", 24)]
    public void An_hourly_issue_comes_every_hour_that_passes(string timeZone, string day, int hours)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var midnight = DateTime.Parse(day, CultureInfo.InvariantCulture);
        var (from, to) = (new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)), new DateTimeOffset(midnight.AddDays(1), zone.GetUtcOffset(midnight.AddDays(1))));

        var due = DueTimes(Schedule.Read("hourly", timeZone), from.AddTicks(-1), to);

        Assert.Equal(Enumerable.Range(0, hours).Select(hour => from.AddHours(hour)), due);
    }

    [Theory]
    [InlineData("*/30 2 * * *", "Europe/Berlin", "2026-03-29", "01:00")] // The hour does not come: one tick when it would have,
    [InlineData("*/30 2 * * *", "Europe/Berlin", "2026-10-25", "00:00 00:30 01:00 01:30")] // it comes twice,
    [InlineData("0 1-3 * * *", "Europe/Berlin", "2026-03-29", "00:00 01:00")] // and what was moved to the next tick is one with it.
    [InlineData("0 0-3 * * *", "Australia/Lord_Howe", "2026-10-04", "13:30 14:30 15:30 16:00")] // 02:00 to 02:30 are skipped.
    [InlineData("0 0-3 * * *", "Australia/Lord_Howe", "2026-04-05", "13:00 14:00 15:30 16:30")] // 01:30 to 02:00 come twice.
    public void An_expression_of_ranges_or_steps_is_due_whenever_the_clock_shows_it(string cron, string timeZone, string day, string expected)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var midnight = DateTime.Parse(day, CultureInfo.InvariantCulture);
        var from = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));

        var due = DueTimes(new Schedule(cron, timeZone), from.AddTicks(-1), from.AddHours(12));

        Assert.Equal(expected, string.Join(' ', due.Select(at => at.ToString("HH:mm", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void A_day_that_never_comes_is_never_due() => Assert.Null(new Schedule("0 0 30 2 *", "UTC").NextAfter(At("2026-01-01T00:00Z")));

    [Theory]
    [InlineData("daily 07:30", "30 7 * * *", "UTC")]
    [InlineData("daily 7:30 Europe/Berlin", "30 7 * * *", "Europe/Berlin")]
    [InlineData("  Weekdays   07:30 America/Argentina/Buenos_Aires ", "30 7 * * 1-5", "America/Argentina/Buenos_Aires")]
    [InlineData("weekends 09:00", "0 9 * * 0,6", "UTC")]
    [InlineData("weekly mon 08:00", "0 8 * * 1", "UTC")]
    [InlineData("weekly thu,Mon 08:00 20:00", "0 8,20 * * 1,4", "UTC")]
    [InlineData("monthly 1 08:00", "0 8 1 * *", "UTC")]
    [InlineData("monthly last 18:00", "0 18 L * *", "UTC")]
    [InlineData("daily 18:00 07:30", "30 7 * * *; 0 18 * * *", "UTC")]
    [InlineData("daily 07:30,18:30", "30 7,18 * * *", "UTC")]
    [InlineData("hourly", "0 * * * *", "UTC")]
    [InlineData("hourly :15 Asia/Tokyo", "15 * * * *", "Asia/Tokyo")]
    [InlineData("30 7 * * 1-5", "30 7 * * 1-5", "UTC")]
    [InlineData("30 7 * * 1-5 Europe/Berlin", "30 7 * * 1-5", "Europe/Berlin")]
    public void Words_and_cron_make_the_same_schedule(string text, string cron, string zone)
    {
        var schedule = Schedule.Read(text, "UTC");

        Assert.Equal((cron, zone), (schedule.Cron, schedule.TimeZone));
        Assert.NotNull(schedule.NextAfter(At("2026-01-01T00:00Z")));
    }

    [Fact]
    public void Words_are_kept_as_they_were_said()
    {
        Assert.Equal("weekdays 07:30", Schedule.Read("Weekdays  07:30 Europe/Berlin", "UTC").Words);
        Assert.Null(Schedule.Read("30 7 * * 1-5", "UTC").Words);
    }

    [Fact]
    public void Several_expressions_are_due_whenever_one_is()
    {
        var due = DueTimes(Schedule.Read("daily 07:30 18:00 21:45", "UTC"), At("2026-05-04T08:00Z"), At("2026-05-05T08:00Z"));

        Assert.Equal([At("2026-05-04T18:00Z"), At("2026-05-04T21:45Z"), At("2026-05-05T07:30Z")], due);
    }

    [Theory]
    [InlineData("daily", "the time of day is missing, such as 'daily 07:30'")]
    [InlineData("daily 25:00", "'25:00' is no time of day from 00:00 to 23:59")]
    [InlineData("daily 07:30 Berlin", "'berlin' is no time of day from 00:00 to 23:59, nor a time zone such as Europe/Berlin")]
    [InlineData("daily 07:30 Europe/Berlln", "'Europe/Berlln' is not an IANA time zone")]
    [InlineData("weekly 08:00", "after 'weekly' stand the days, mon, tue, wed, thu, fri, sat, sun")]
    [InlineData("weekly someday 08:00", "after 'weekly' stand the days")]
    [InlineData("weekly mon", "the time of day is missing")]
    [InlineData("monthly 31 08:00", "1 to 28 or 'last'")]
    [InlineData("hourly 15", "'hourly :15'")]
    [InlineData("hourly :75", "'hourly :15'")]
    [InlineData("fortnightly 08:00", "nor words such as 'daily 07:30 Europe/Berlin'")]
    [InlineData("", "is not a cron expression of five fields")]
    public void Words_that_are_no_schedule_are_refused_with_the_remedy(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Schedule.Read(text, "UTC")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("never 25:00", "nor words such as 'daily 07:30 Europe/Berlin'.")]
    [InlineData("61 7 * * *", "nor words such as 'daily 07:30 Europe/Berlin': ")]
    public void A_parser_of_cron_is_quoted_only_where_cron_was_meant(string text, string expected)
    {
        var message = Assert.Throws<FormatException>(() => Schedule.Read(text, "UTC")).Message;

        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Equal(expected.EndsWith('.'), message.EndsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("every day", "UTC", "cron")]
    [InlineData("* * * * * *", "UTC", "cron")]
    [InlineData("61 * * * *", "UTC", "cron")]
    [InlineData("0 7 * * *;", "UTC", "cron")]
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

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
