using System.Globalization;

namespace NewsAlerts.Routing;

/// <summary>Schedules as people say them: <c>daily 07:30</c>, <c>weekdays 07:30 18:00</c>, <c>weekly mon,thu 08:00</c>, <c>monthly 1 08:00</c>, <c>hourly :15</c>.</summary>
internal static class ScheduleWords
{
    public const string Example = "daily 07:30 Europe/Berlin";

    /// <summary>29 to 31 do not come every month; who means the end says so.</summary>
    private const int LastCommonDay = 28;

    /// <summary>The same as cron; null where the first word is none of these, and cron is meant.</summary>
    /// <exception cref="FormatException">The rest does not fit the first word; the message says what it expects.</exception>
    public static string? ToCron(string text)
    {
        var words = text.ToLowerInvariant().Split(' ');
        return words switch
        {
            ["hourly"] => "0 * * * *",
            ["hourly", [':', .. var minute]] when Minute(minute) is { } past => $"{past} * * * *",
            ["hourly", ..] => throw Error(text, "after 'hourly' stands nothing, or the minutes past the hour, such as 'hourly :15'"),
            ["daily", .. var times] => At(text, times, "* * *", "daily 07:30"),
            ["weekdays", .. var times] => At(text, times, "* * 1-5", "weekdays 07:30"),
            ["weekends", .. var times] => At(text, times, "* * 0,6", "weekends 09:00"),
            ["weekly", var days, .. var times] when WeekdayNames.Parse(days) is { Count: > 0 } on =>
                At(text, times, $"* * {string.Join(',', on.Select(day => (int)day))}", "weekly mon 08:00"),
            ["weekly", ..] => throw Error(text, $"after 'weekly' stand the days, {WeekdayNames.All}, such as 'weekly mon 08:00' or 'weekly mon,thu 08:00'"),
            ["monthly", var day, .. var times] when DayOfMonth(day) is { } on => At(text, times, $"{on} * *", "monthly 1 08:00"),
            ["monthly", ..] => throw Error(text, $"after 'monthly' stands a day, 1 to {LastCommonDay} or 'last', such as 'monthly 1 08:00'"),
            _ => null,
        };
    }

    /// <summary>One expression for each minute past the hour, since a list of minutes and one of hours would mean every pair.</summary>
    private static string At(string text, string[] times, string days, string example)
    {
        var parsed = times.SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(time => Time(text, time)).Distinct().Order().ToList();
        return parsed.Count > 0
            ? string.Join("; ", parsed.GroupBy(time => time.Minute).Select(same => $"{same.Key} {string.Join(',', same.Select(time => time.Hour))} {days}"))
            : throw Error(text, $"the time of day is missing, such as '{example}'");
    }

    private static TimeOnly Time(string text, string word) =>
        TimeOnly.TryParseExact(word, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw Error(text, $"'{word}' is no time of day from 00:00 to 23:59, nor a time zone such as Europe/Berlin");

    private static int? Minute(string word) =>
        word.Length == 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60 ? minute : null;

    private static string? DayOfMonth(string word) => word == "last"
        ? "L"
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= LastCommonDay
            ? day.ToString(CultureInfo.InvariantCulture)
            : null;

    private static FormatException Error(string text, string rule) => new($"'{text}' is not a schedule: {rule}.");
}
