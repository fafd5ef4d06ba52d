using System.Globalization;
using MimeKit.Utils;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>Dates as publishers write them: ISO 8601, RFC 5322 and its obsolete zones, and English long forms.</summary>
internal static class SloppyDate
{
    private const int Longest = 80;

    /// <summary>Zones that feeds use beyond those of RFC 5322; "IST" and "BST" mean several and count as unknown, as RFC 5322 says: UTC.</summary>
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = "+0000",
        ["GMT"] = "+0000",
        ["UT"] = "+0000",
        ["Z"] = "+0000",
        ["WET"] = "+0000",
        ["CET"] = "+0100",
        ["CEST"] = "+0200",
        ["MEZ"] = "+0100",
        ["MESZ"] = "+0200",
        ["EET"] = "+0200",
        ["EEST"] = "+0300",
        ["MSK"] = "+0300",
        ["EST"] = "-0500",
        ["EDT"] = "-0400",
        ["ET"] = "-0500",
        ["CST"] = "-0600",
        ["CDT"] = "-0500",
        ["MST"] = "-0700",
        ["MDT"] = "-0600",
        ["PST"] = "-0800",
        ["PDT"] = "-0700",
        ["JST"] = "+0900",
        ["KST"] = "+0900",
        ["AEST"] = "+1000",
        ["AEDT"] = "+1100",
    };

    /// <summary>The date, in UTC where no zone is named; null for none, and for what has two readings, such as 03/04/2025.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var date = text?.Trim();
        if (string.IsNullOrEmpty(date) || date.Length > Longest || !date.Any(char.IsAsciiDigit) || IsAmbiguous(date))
        {
            return null;
        }

        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        // A bare number would be taken as a day or a year of the current one.
        if (date.Length >= 8 && DateTimeOffset.TryParse(WithOffset(date), CultureInfo.InvariantCulture, styles, out var parsed))
        {
            return parsed;
        }

        return date.Length >= 8 && DateUtils.TryParse(date, out parsed) ? parsed : null;
    }

    private static bool IsAmbiguous(string date)
    {
        var parts = date.Split(' ')[0].Split('/', '.');
        return parts.Length == 3
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            && first <= 12 && second <= 12 && first != second;
    }

    private static string WithOffset(string date)
    {
        var space = date.LastIndexOf(' ');
        return space > 0 && Zones.TryGetValue(date[(space + 1)..].Trim('(', ')'), out var offset) ? $"{date[..space]} {offset[..3]}:{offset[3..]}" : date;
    }
}
