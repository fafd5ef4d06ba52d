using System.Globalization;

namespace NewsAlerts.Routing;

/// <summary>Quiet hours as people write them: <c>22:00-07:00 Europe/Berlin</c>, <c>weekdays 22:00-07:00; weekends 22:00-09:00</c>.</summary>
public static class QuietHoursText
{
    private const string Example = "22:00-07:00 Europe/Berlin";

    /// <summary>Windows with semicolons between them, the zone at the end where it is not <paramref name="defaultZone"/>.</summary>
    /// <exception cref="FormatException">It is something else; the message says what, and the remedy.</exception>
    public static QuietHours Read(string text, string defaultZone, HeldArticles policy = HeldArticles.RoundUp)
    {
        var (windows, zone) = IanaZone.Split(text, defaultZone);
        IReadOnlyList<QuietWindow> read = [.. windows.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Window)];
        if (read.Count is 0 or > 7)
        {
            throw new FormatException($"'{text}' has {read.Count} windows of quiet hours: give 1 to 7, such as '{Example}'.");
        }

        var hours = new QuietHours { TimeZone = zone, Windows = read, Policy = policy };
        return hours.EndOf(AnyMonday) is { } end && hours.EndOf(end) is not null
            ? throw new FormatException($"'{text}' never ends: nothing would ever be sent. Leave some of the week out, or pause the subscription.")
            : hours;
    }

    /// <summary>The same again, without the zone.</summary>
    public static string Format(QuietHours hours) => string.Join("; ", hours.Windows.Select(window =>
        (window.Days.Count == 7 ? "" : WeekdayNames.Format(window.Days) + " ")
        + $"{window.From.ToString("HH:mm", CultureInfo.InvariantCulture)}-{(window.To == default ? "24:00" : window.To.ToString("HH:mm", CultureInfo.InvariantCulture))}"));

    private static DateTimeOffset AnyMonday => new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static QuietWindow Window(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var days = words is [var first, _] ? WeekdayNames.Parse(first) : WeekdayNames.Parse("daily");
        return days is not null && words is [.., var span] && span.Split('-') is [var from, var to] && Time(from) is { } start && Time(to == "24:00" ? "00:00" : to) is { } end
            ? new QuietWindow(days, start, end)
            : throw new FormatException(
                $"'{text}' is not a window of quiet hours: give the days, if not all ({WeekdayNames.All}, weekdays, weekends), and the hours, such as '{Example}' or 'weekdays 22:00-07:00'.");
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
