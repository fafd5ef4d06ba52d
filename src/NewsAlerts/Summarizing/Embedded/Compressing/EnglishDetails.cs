using System.Text.RegularExpressions;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>
/// A few words that an English sentence which is a little too long can spare before anything of its news goes: on which day of the week, how old
/// somebody is, where and when it was said. Who says so stays. The patterns begin with what is rare; what must stand before it is asked after that.
/// </summary>
internal static partial class EnglishDetails
{
    private const int LongestSpeaker = 9;

    // A date or a span hangs on the day.
    private static readonly WordSet _beforeDate = WordSet.Of("until till from by since and or between only late early last next this of for with before after");

    // They make a name or a noun of it, or need it.
    private static readonly WordSet _beforeBareDay = WordSet.Of("on than through to but is was be first second third fourth one another a an the every each no his her its their our my");

    private static readonly WordSet _clauses = WordSet.Of("and but or nor which who while as after before when because where if");

    /// <summary>The next stretch that can go; null where there is none.</summary>
    public static Cut? Next(string text) => Occasion(text) ?? Weekday(text) ?? Age(text);

    // ", police said |in a statement on Monday.": behind who says it, at the end.
    private static Cut? Occasion(string text)
    {
        foreach (var match in OccasionOfSaying().EnumerateMatches(text))
        {
            var cut = new Cut(match.Index + "said".Length, match.Index + match.Length);
            var comma = text.LastIndexOf(", ", match.Index, StringComparison.Ordinal);
            var speaker = comma < 0 ? default : new Words(text.AsSpan(comma, match.Index - comma));
            if (speaker.MoveNext() && !_clauses.Contains(speaker.Current) && Words.CountIn(text.AsSpan(comma, match.Index - comma)) <= LongestSpeaker && !QuotationMarks.AreOpenAt(text, cut.Start))
            {
                return cut;
            }
        }

        return null;
    }

    // "on Friday evening": what happened is true without its day. Without "on", only behind a word in small letters.
    private static Cut? Weekday(string text)
    {
        foreach (var match in Day().EnumerateMatches(text))
        {
            var before = text.AsSpan(0, match.Index);
            var word = before[(before.LastIndexOf(' ') + 1)..];
            var isBare = char.IsUpper(text[match.Index + 1]);
            if (word is [.., not ','] && !_beforeDate.Contains(word) && !(isBare && (!char.IsLower(word[0]) || _beforeBareDay.Contains(word))) && !QuotationMarks.AreOpenAt(text, match.Index))
            {
                return new Cut(match.Index, match.Index + match.Length);
            }
        }

        return null;
    }

    // "Ines Calloway, 45, runs": with both commas, unless one of them sets something else apart.
    private static Cut? Age(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var before = text.AsSpan(0, Math.Max(0, comma));
        if (comma < 0 || !char.IsUpper(text[before.LastIndexOf(' ') + 1]) || QuotationMarks.AreOpenAt(text, comma))
        {
            return null;
        }

        foreach (var match in Years().EnumerateMatches(text.AsSpan(comma)))
        {
            return new Cut(comma, comma + match.Length);
        }

        return null;
    }

    [GeneratedRegex(
        @" (?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|today)(?=\.?$| \p{Ll}|, \p{Ll})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^, [1-9]\d,(?= (?!who\b|whose\b|whom\b|which\b|where\b|of\b|from\b|a\b|an\b|the\b|or\b|his\b|her\b|\w+ing\b)\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex(
        @"(?:said|says) (?:(?:late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
        + @"|in an? (?:[\w’'-]+ ){0,3}(?:statement|interview|report|release|letter|indictment|filing|e-?mail|post|tweet|note|briefing|speech|broadcast)\b(?:(?! that\b)[^,]){0,60})(?=\.$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex OccasionOfSaying();
}
