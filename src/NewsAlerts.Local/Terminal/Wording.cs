using System.Globalization;

namespace NewsAlerts.Local.Terminal;

/// <summary>How numbers, times and counts are said.</summary>
internal static class Wording
{
    /// <summary>"1 article", "3 articles".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>In this machine's time zone, to the minute.</summary>
    public static string Local(this TimeProvider time, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>One line, cut where it is longer than that.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";
}
