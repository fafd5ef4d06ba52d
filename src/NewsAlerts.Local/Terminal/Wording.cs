using System.Globalization;

namespace NewsAlerts.Local.Terminal;

/// <summary>How numbers, times and counts are said.</summary>
internal static class Wording
{
    /// <summary>"1 article", "3 articles".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>"12,345".</summary>
    public static string Number(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"0.75".</summary>
    public static string Decimal(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>"7.8%", of 0.078.</summary>
    public static string Percent(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);

    /// <summary>"+1.20", with the sign that it has.</summary>
    public static string Signed(double number) => number.ToString("+0.00;-0.00", CultureInfo.InvariantCulture);

    /// <summary>In this machine's time zone, to the minute.</summary>
    public static string Local(this TimeProvider time, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>One line, cut where it is longer than that.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)].TrimEnd() + "…";
}
