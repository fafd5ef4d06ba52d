using System.Globalization;
using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Routing;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-05-04T21:59+02:00", null)]
    [InlineData("2026-05-04T22:00+02:00", "2026-05-05T07:00+02:00")]
    [InlineData("2026-05-05T00:00+02:00", "2026-05-05T07:00+02:00")]
    [InlineData("2026-05-05T06:59+02:00", "2026-05-05T07:00+02:00")]
    [InlineData("2026-05-05T07:00+02:00", null)]
    public void A_window_over_midnight_ends_the_next_morning(string at, string? end) =>
        Assert.Equal(end is null ? null : At(end), Read("22:00-07:00 Europe/Berlin").EndOf(At(at)));

    [Theory]
    [InlineData("2026-05-08T23:00Z", "2026-05-09T07:00Z")] // Friday night is a weekday's.
    [InlineData("2026-05-09T08:00Z", null)]
    [InlineData("2026-05-09T23:00Z", "2026-05-10T09:00Z")] // Saturday night is the weekend's.
    [InlineData("2026-05-10T08:00Z", "2026-05-10T09:00Z")]
    [InlineData("2026-05-11T06:00Z", "2026-05-11T09:00Z")] // So is Sunday night, until Monday at nine.
    [InlineData("2026-05-12T06:00Z", "2026-05-12T07:00Z")]
    public void A_window_belongs_to_the_day_on_which_it_begins(string at, string? end) =>
        Assert.Equal(end is null ? null : At(end), Read("weekdays 22:00-07:00; weekends 22:00-09:00").EndOf(At(at)));

    [Fact]
    public void Windows_that_touch_end_once() =>
        Assert.Equal(At("2026-05-11T07:00Z"), Read("fri 18:00-24:00; sat,sun 00:00-24:00; mon 00:00-07:00").EndOf(At("2026-05-08T20:00Z")));

    [Theory]
    // The clocks go from 02:00 to 03:00 on 29 March 2026, and from 03:00 back to 02:00 on 25 October.
    [InlineData("22:00-02:30", "2026-03-29T00:30Z", "2026-03-29T01:00Z")] // An end that is skipped is the moment of the change,
    [InlineData("22:00-02:30", "2026-10-25T00:45Z", "2026-10-25T01:30Z")] // one that comes twice the second,
    [InlineData("02:30-07:00", "2026-10-25T00:30Z", "2026-10-25T06:00Z")] // and a beginning the first.
    [InlineData("02:30-07:00", "2026-03-29T01:00Z", "2026-03-29T05:00Z")]
    public void Where_clocks_change_the_quiet_is_the_longer_of_what_could_be_meant(string hours, string at, string end) =>
        Assert.Equal(At(end), Read($"{hours} Europe/Berlin").EndOf(At(at)));

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Santiago")]
    [InlineData("Africa/Cairo")]
    [InlineData("UTC")]
    public void Quiet_is_what_the_clock_shows_and_ends_when_it_says_whatever_the_windows(string timeZone)
    {
        var random = new Random(20260504);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        for (var round = 0; round < 2_000; round++)
        {
            var quiet = new QuietHours { TimeZone = timeZone, Windows = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Window(random))] };
            var at = At("2026-01-01T00:00Z").AddMinutes(random.Next(0, 365 * 24 * 60));

            if (quiet.EndOf(at) is not { } end)
            {
                Assert.True(!Shows(quiet, zone, at) || ClocksChangeNear(zone, at), $"{QuietHoursText.Format(quiet)} at {at:u} in {timeZone} is quiet.");
                continue;
            }

            Assert.True(Shows(quiet, zone, at) || ClocksChangeNear(zone, at), $"{QuietHoursText.Format(quiet)} at {at:u} in {timeZone} is not quiet.");
            Assert.True(end > at);
            if (end - at < TimeSpan.FromDays(8))
            {
                Assert.Null(quiet.EndOf(end));
                Assert.Equal(end, quiet.EndOf(at + ((end - at) * random.NextDouble())));
            }
        }
    }

    [Theory]
    [InlineData("22:00-07:00")]
    [InlineData("weekdays 22:00-07:00; weekends 22:00-09:00")]
    [InlineData("mon,wed 00:00-24:00")]
    public void Quiet_hours_are_written_as_they_are_read(string text) => Assert.Equal(text, QuietHoursText.Format(Read(text)));

    [Theory]
    [InlineData("22-7", "'22-7' is not a window of quiet hours")]
    [InlineData("22:00", "such as '22:00-07:00 Europe/Berlin'")]
    [InlineData("nights 22:00-07:00", "give the days, if not all (mon, tue, wed, thu, fri, sat, sun, weekdays, weekends)")]
    [InlineData("22:00-25:00", "is not a window")]
    [InlineData("22:00-07:00 Europe/Berlln", "'Europe/Berlln' is not an IANA time zone")]
    [InlineData("", "has 0 windows")]
    [InlineData("00:00-24:00", "never ends")]
    [InlineData("07:00-07:00", "never ends")]
    [InlineData("weekdays 00:00-24:00; weekends 00:00-24:00", "never ends")]
    public void What_is_no_quiet_hours_is_refused_with_the_remedy(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static QuietHours Read(string text) => QuietHoursText.Read(text, "UTC");

    private static QuietWindow Window(Random random)
    {
        var days = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(2) == 0).DefaultIfEmpty(DayOfWeek.Monday);
        return new QuietWindow([.. days], new TimeOnly(random.Next(24), random.Next(60)), new TimeOnly(random.Next(24), random.Next(60)));
    }

    /// <summary>Quiet by the clock on the wall alone.</summary>
    private static bool Shows(QuietHours quiet, TimeZoneInfo zone, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var (time, today, yesterday) = (TimeOnly.FromDateTime(local.DateTime), local.DayOfWeek, local.AddDays(-1).DayOfWeek);
        return quiet.Windows.Any(window => window.To > window.From
            ? window.Days.Contains(today) && time >= window.From && time < window.To
            : (window.Days.Contains(today) && time >= window.From) || (window.Days.Contains(yesterday) && time < window.To));
    }

    private static bool ClocksChangeNear(TimeZoneInfo zone, DateTimeOffset at) => zone.GetUtcOffset(at.AddHours(-3)) != zone.GetUtcOffset(at.AddHours(3));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
