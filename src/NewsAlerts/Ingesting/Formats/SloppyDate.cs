using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit.Utils;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>Dates as publishers write them: ISO 8601, RFC 5322 and its obsolete zones, and English long forms.</summary>
internal static partial class SloppyDate
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

    /// <summary>
    /// The date, in UTC where no zone is named; null for none, and for what has two readings, such as 03/04/2025, or lacks a year: parsers would put in the
    /// current one.
    /// </summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || text.Length > Longest)
        {
            return null;
        }

        var date = HalfOfDay().Replace(Label().Replace(text.Trim(), ""), "${half}M");
        if (!Year().IsMatch(date) || IsAmbiguous(date) || HasImpossibleOffset(date))
        {
            return null;
        }

        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        // A bare number would be taken as a day or a year of the current one.
        if (date.Length >= 8 && DateTimeOffset.TryParse(WithOffset(date), CultureInfo.InvariantCulture, styles, out var parsed))
        {
            return parsed;
        }

        // MimeKit takes what it knows of a line and passes over the rest, which may be the half of the day.
        return date.Length >= 8 && !Noon().IsMatch(date) && DateUtils.TryParse(date, out parsed) ? parsed : null;
    }

    /// <summary>Numbers alone may be day and month in either order, and with a year of two digits, in any.</summary>
    private static bool IsAmbiguous(string date)
    {
        var numbers = Numbers().Match(date);
        return numbers.Success && (numbers.Groups["year"].Length < 4 || (Value("first") <= 12 && Value("second") <= 12 && Value("first") != Value("second")));

        int Value(string group) => int.Parse(numbers.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>No place is further from UTC than 14 hours.</summary>
    private static bool HasImpossibleOffset(string date) =>
        Offset().Match(date) is { Success: true } offset
        && int.Parse(offset.Groups["hours"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var hours
        && int.Parse(offset.Groups["minutes"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var minutes
        && (minutes > 59 || (hours * 60) + minutes > 14 * 60);

    private static string WithOffset(string date)
    {
        var space = date.LastIndexOf(' ');
        return space > 0 && Zones.TryGetValue(date[(space + 1)..].Trim('(', ')'), out var offset) ? $"{date[..space]} {offset[..3]}:{offset[3..]}" : date;
    }

    [GeneratedRegex(@"^(?:first\s+|last\s+)?(?:updated|published|posted|modified)(?:\s+on|\s+at)?\s*:?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<=\d\s*)(?<half>[ap])\.\s?m\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HalfOfDay();

    [GeneratedRegex(@"\d\s*[ap]m\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noon();

    /// <summary>Four digits that are no offset, ISO 8601's basic eight, or RFC 822's two behind a month's name.</summary>
    [GeneratedRegex(@"(?<!\d|\+|:\d\d(?:\.\d+)?\s*-)\d{4}(?!\d)|(?<!\d)\d{8}(?!\d)|\d\s+\p{L}{3,}\.?\s+\d{2}\b(?!:)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\d/.-])(?<first>\d{1,2})[-/.]\s?(?<second>\d{1,2})[-/.]\s?(?<year>\d{4}|\d{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@":\d\d(?:\.\d+)?\s*[+-](?<hours>\d\d):?(?<minutes>\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
