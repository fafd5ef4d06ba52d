using System.Text;
using NewsAlerts.Routing;

namespace NewsAlerts.Fuzz.Targets;

/// <summary>Schedules and quiet hours as people write them.</summary>
internal static class ScheduleTarget
{
    private static readonly DateTimeOffset[] Instants =
        [new(2026, 3, 29, 0, 59, 0, TimeSpan.Zero), new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), DateTimeOffset.UnixEpoch, new(9998, 12, 31, 23, 59, 59, TimeSpan.Zero)];

    public static FuzzTarget Target { get; } = new(
        "schedule",
        "schedules and quiet hours",
        ["Cronos"],
        [
            "daily 07:30 Europe/Berlin", "weekdays 7:30,18:00", "weekly mon,thu 08:00 America/New_York", "monthly last 08:00", "hourly :15", "30 7 * * 1-5; 0 9 1 */2 0 Asia/Kolkata", "0 0 30 2 *",
            "22:00-07:00 Europe/Berlin", "weekdays 22:00-07:00; weekends 22:00-09:00", "mon 00:00-24:00; sun 12:00-12:00 UTC",
        ],
        Read);

    private static void Read(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        if (Parsed(() => Schedule.Read(text, "Europe/Berlin")) is { } schedule)
        {
            foreach (var instant in Instants)
            {
                BrokenPromiseException.Unless(schedule.NextAfter(instant) is not { } due || due > instant, "The next time is later.");
            }

            BrokenPromiseException.Unless(new Schedule(schedule.Cron, schedule.TimeZone, schedule.Words) == schedule, "A schedule is read back as it was stored.");
        }

        if (Parsed(() => QuietHoursText.Read(text, "Europe/Berlin")) is { } quiet)
        {
            foreach (var instant in Instants)
            {
                BrokenPromiseException.Unless(quiet.EndOf(instant) is not { } end || end > instant, "Quiet hours end later.");
            }

            BrokenPromiseException.Unless(QuietHoursText.Format(QuietHoursText.Read(QuietHoursText.Format(quiet), quiet.TimeZone)) == QuietHoursText.Format(quiet), "Quiet hours are read back as they were written.");
        }
    }

    /// <summary>What it is; null where it is refused as it should be.</summary>
    private static T? Parsed<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (FormatException exception) when (exception.Message.Length > 0)
        {
            return null;
        }
    }
}
