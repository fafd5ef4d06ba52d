using System.Globalization;

namespace NewsAlerts.Web.Mail;

/// <summary>Dates in words, in English, in the readers' zone.</summary>
internal static class WrittenDate
{
    /// <summary>Such as "Monday, 23 November 2026".</summary>
    public static string Day(DateTimeOffset day) => day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Such as "Monday, 23 November 2026, 07:30".</summary>
    public static string Minute(DateTimeOffset time) => time.ToString("dddd, d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Such as "22 November, 18:40"; with the year where it is not the issue's.</summary>
    public static string Published(DateTimeOffset published, int year, TimeZoneInfo zone)
    {
        // Midnight to the second is a date that somebody gave without a time: to move it to another zone would change the day.
        var dateOnly = published.TimeOfDay == TimeSpan.Zero;
        var local = dateOnly ? published : TimeZoneInfo.ConvertTime(published, zone);
        var format = (local.Year == year ? "d MMMM" : "d MMMM yyyy") + (dateOnly ? "" : ", HH:mm");
        return local.ToString(format, CultureInfo.InvariantCulture);
    }
}
