using System.Text.RegularExpressions;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// A sentence as a key point: without the dateline and the joining word that open it. Only deletions, and a capital letter: every word of
/// the result stands in the sentence, in its order.
/// </summary>
internal static partial class KeyPointText
{
    /// <param name="sentence">The sentence, trimmed.</param>
    /// <param name="mayOpenStory">Whether it stands where a dateline may.</param>
    public static string Of(string sentence, bool mayOpenStory)
    {
        var rest = sentence.AsSpan(mayOpenStory ? DatelineIn(sentence) : 0).Trim();
        rest = rest[JoiningWordIn(rest)..];
        var text = HasOddSpaces(rest) ? Spaces().Replace(rest.ToString(), " ") : rest.Length == sentence.Length ? sentence : rest.ToString();
        var shortened = rest.Length < sentence.Length;
        return shortened && text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    private static bool HasOddSpaces(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || (i > 0 && text[i - 1] == ' ')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many characters the dateline takes that opens a sentence, with what a scraper glued before it; else 0.</summary>
    public static int DatelineIn(string sentence)
    {
        var agency = Agency().Match(sentence);
        var match = agency.Success ? agency : Place().Match(sentence);
        return match.Success && Words.CountIn(sentence.AsSpan(match.Length)) >= 4 ? match.Length : 0;
    }

    /// <summary>Whether an agency's dateline opens it: "MIAMI, Florida (CNN) -- …".</summary>
    public static bool OpensWithAgency(string sentence) => Agency().IsMatch(sentence);

    private static int JoiningWordIn(ReadOnlySpan<char> sentence)
    {
        var words = new Words(sentence);
        if (!words.MoveNext() || words.Span.Start != 0 || !Openings.Joins(words.Current))
        {
            return 0;
        }

        var bare = Openings.JoinsWithoutComma(words.Current);
        var rest = sentence[words.Span.End..];
        var comma = rest is [',', ' ', ..];
        var length = comma ? words.Span.End + 2 : bare && rest is [' ', ..] ? words.Span.End + 1 : 0;
        // "And yet", "But what": the next word would be left hanging.
        return length > 0 && Words.CountIn(sentence[length..]) >= 4 ? length : 0;
    }

    // "(CNN) -- ", "LONDON, England (Reuters) -- ", "PARIS, March 3 (AFP) - ", "London (CNN)" with the space lost: what comes before is a
    // place, or a caption that lost its line. Other names in brackets open a story only where a place in capitals stands before them.
    [GeneratedRegex(
        @"^[^()]{0,300}?\((?:CNN|Reuters|REUTERS|AP|AFP|UPI|IANS|PTI|ANI|IPS|EFE|DPA|dpa|ANSA|TASS|Interfax|Xinhua"
        + @"|Kyodo|Yonhap|Bernama|BBC|VOA|RFE|Bloomberg|Billboard|EW|Rolling Stone|The Hollywood Reporter|Tribune)(?:[ .][\w. ]{1,20})?\)"
        + @"(?:\s*(?:--|—|–|-)\s*|(?=[""“'‘]?\p{L}))"
        + @"|^(?>\p{Lu}[\p{Lu}.'’]+)(?>[ ,]+\p{Lu}[\p{L}.'’]*){0,4}(?>,? \d{1,2})?(?> \p{Lu}\p{L}+\.?)?(?>,? \d{4})? \(\p{Lu}[\w.& ]{1,24}\)\s*(?:--|—|–|-)\s*",
        RegexOptions.CultureInvariant)]
    private static partial Regex Agency();

    // "NEW DELHI: ", "WASHINGTON — ", "New Delhi, July 5: ", "TTO - ". In small letters only before a colon, and then at most three words.
    // Atomic groups: a line of nothing but capitals and stops could be parted in countless ways.
    [GeneratedRegex(
        @"^(?:(?>\p{Lu}[\p{Lu}.'’]+)(?>[ ,/]+[\p{Lu}\d][\p{Lu}\d.'’]*){0,4}(?>, ?\p{Lu}\p{L}+\.?)?(?> ?\d{1,2})?\s*(?:--|—|–|:|(?<=\s)-)\s*"
        + @"|(?>\p{Lu}\p{Ll}+)(?> \p{Lu}\p{Ll}+){0,2}(?>, \p{Lu}\p{Ll}+\.?(?: \d{1,2})?)?: ?(?=\p{Lu}))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
