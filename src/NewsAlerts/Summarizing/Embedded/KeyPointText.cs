using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// A sentence as a key point: without the dateline and the joining word that open it. Only deletions, and a capital letter: every word of
/// the result stands in the sentence, in its order.
/// </summary>
internal static partial class KeyPointText
{
    private static readonly SearchValues<char> _oddSpaces = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c != ' ' && char.IsWhiteSpace(c))]);
    private static readonly SearchValues<char> _inDatelines = SearchValues.Create("(:-–—");

    /// <param name="sentence">The sentence, trimmed.</param>
    /// <param name="language">BCP 47 primary language subtag.</param>
    /// <param name="mayOpenStory">Whether it stands where a dateline may.</param>
    public static string Of(string sentence, string language, bool mayOpenStory)
    {
        var rest = sentence.AsSpan(mayOpenStory ? DatelineIn(sentence) : 0).Trim();
        rest = rest.TrimStart('\uFFFD');
        rest = rest[HeadingIn(rest)..];
        rest = rest[SourceIn(rest)..];
        rest = rest[StrayMarkIn(rest)..];
        rest = rest[AnnouncementIn(rest)..];
        rest = rest[JoiningWords.LengthIn(rest, language)..];
        var text = HasOddSpaces(rest) ? Spaces().Replace(StrayStop().Replace(rest.ToString(), ""), " ") : rest.Length == sentence.Length ? sentence : rest.ToString();
        var shortened = rest.Length < sentence.Length;
        return shortened && text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    // "Here is where things stand: The ferry …": what it announces tells the story.
    private static int AnnouncementIn(ReadOnlySpan<char> sentence)
    {
        if (!sentence.StartsWith("Here", StringComparison.Ordinal))
        {
            return 0;
        }

        foreach (var match in Announcement().EnumerateMatches(sentence))
        {
            return match.Length;
        }

        return 0;
    }

    // "(Nguồn: AP) …", "- Có lẽ …", "* Net profit …": where a picture, or somebody's turn to speak, was before, or a list has its mark.
    private static int SourceIn(ReadOnlySpan<char> sentence)
    {
        if (sentence is not ['(' or '-' or '–' or '—' or '*' or '•' or '·' or '▪' or '‣', ..])
        {
            return 0;
        }

        foreach (var match in Source().EnumerateMatches(sentence))
        {
            return match.Length;
        }

        return 0;
    }

    // A heading in capitals that lost its line: "FROM THE MAGAZINE: GIANT SLAYERMoments after …"; or the address or signature of what stood before.
    private static int HeadingIn(ReadOnlySpan<char> sentence)
    {
        if (sentence.Length < 2 || ((!char.IsUpper(sentence[0]) || char.IsLower(sentence[1])) && !sentence.Contains('@')))
        {
            return 0;
        }

        foreach (var match in Heading().EnumerateMatches(sentence))
        {
            return match.Length;
        }

        return 0;
    }

    // Most text is all ASCII, which takes a fraction of the time to see.
    private static bool HasOddSpaces(ReadOnlySpan<char> text) =>
        (text.ContainsAnyExceptInRange(' ', '~') && text.ContainsAny(_oddSpaces)) || text.Contains("  ", StringComparison.Ordinal) || text.Contains(" .", StringComparison.Ordinal);

    /// <summary>How many characters the dateline takes that opens a sentence, with what a scraper glued before it; else 0.</summary>
    public static int DatelineIn(string sentence)
    {
        // Each form has a bracket or a dash or a colon: most sentences have none, and need no pattern.
        if (!sentence.AsSpan().ContainsAny(_inDatelines))
        {
            return 0;
        }

        var match = Agency().Match(sentence);
        match = match.Success ? match : AgencyBehindPlace().Match(sentence);
        match = match.Success ? match : Place().Match(sentence);
        return match.Success && Words.CountIn(sentence.AsSpan(match.Length)) >= 4 ? match.Length : 0;
    }

    /// <summary>Whether an agency's dateline opens it: "MIAMI, Florida (CNN) -- …".</summary>
    public static bool OpensWithAgency(ReadOnlySpan<char> sentence) => sentence.Contains('(') && (Agency().IsMatch(sentence) || AgencyBehindPlace().IsMatch(sentence));

    // ".?It has been decided": what closed the sentence before, its encoding lost, where nothing of this one closes it.
    private static int StrayMarkIn(ReadOnlySpan<char> sentence)
    {
        if (sentence is not ['?', ..])
        {
            return 0;
        }

        var open = 0;
        for (var i = 0; i < sentence.Length; i++)
        {
            open += sentence[i] == '?' ? QuotationMarks.LostAt(sentence, i, open > 0) : 0;
        }

        return open == 1 ? 1 : 0;
    }

    // "(CNN) -- ", "LONDON, England (Reuters) -- ", "PARIS, March 3 (AFP) - ", "London (CNN)" with the space lost: what comes before is a
    // place, or a caption that lost its line. Other names in brackets open a story only where a place in capitals stands before them.
    [GeneratedRegex(
        @"^[^()]{0,300}?\((?:CNN|Reuters|REUTERS|AP|AFP|UPI|IANS|PTI|ANI|IPS|EFE|DPA|dpa|ANSA|TASS|Interfax|Xinhua"
        + @"|Kyodo|Yonhap|Bernama|BBC|VOA|RFE|Bloomberg|Billboard|EW|Rolling Stone|The Hollywood Reporter|Tribune)(?:[ .][\w. ]{1,20})?\)"
        + @"(?:\s*(?:--|—|–|-)\s*|(?=[""“'‘]?\p{L}))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Agency();

    [GeneratedRegex(
        @"^(?>\p{Lu}[\p{L}.'’]+)(?>,? \p{Lu}[\p{L}.'’]*){0,3} \((?:CNN|Reuters|AP|AFP)\)\s+(?=[""“'‘]?\p{Lu})"
        + @"|^\(\p{Lu}[\p{Lu}.& ]{2,20}\)(?=\p{Lu})"
        + @"|^(?:\(Eds:[^()]{0,80}\) )?[^()]{0,60}? \p{Lu}\p{Ll}{2,8}\.? \d{1,2} ?\((?:PTI|IANS|ANI|UNI|AP|AFP|Reuters|UPI)\) (?=[""“'‘]?\p{Lu})"
        + @"|^(?>\p{Lu}[\p{Lu}.'’]+)(?>[ ,]+\p{Lu}[\p{L}.'’]*){0,4}(?>,? \d{1,2})?(?> \p{Lu}\p{L}+\.?)?(?>,? \d{4})? \(\p{Lu}[\w.& ]{1,24}\)\s*(?:--|—|–|-)\s*",
        RegexOptions.CultureInvariant)]
    private static partial Regex AgencyBehindPlace();

    // "NEW DELHI: ", "WASHINGTON — ", "DURBAN, South Africa -- ", "ELLERY, Marrow – 12 May 2026 – ", "ELLERY, May 12, 2026 /Newswire/ -- ", "(Island Digest) -- ",
    // "New Delhi, July 5: ", "TTO - ". In small letters only before a colon, and then at most three words.
    // Atomic groups: a line of nothing but capitals and stops could be parted in countless ways.
    [GeneratedRegex(
        @"^(?:(?>\p{Lu}[\p{Lu}.'’]+)(?>[ ,/]+[\p{Lu}\d][\p{Lu}\d.'’]*(?!\p{Ll})){0,4}(?>, ?\p{Lu}\p{L}+\.?(?: \p{Lu}\p{Ll}+)?)?(?> ?\d{1,2})?"
        + @"(?>[ ,–—-]+(?:\d{1,2} \p{Lu}\p{Ll}{2,8},? \d{4}|\p{Lu}\p{Ll}{2,8}\.? \d{1,2},? \d{4}))?(?>,? ?/[\p{L} ]{2,20}/)?\s*(?:--|—|–|:|(?<=\s)-)\s*"
        + @"|\((?>\p{Lu}[\w&]*)(?:\.\p{L}+| \p{Lu}[\w&]*){0,3}\)\s*(?:--|—|–)\s*"
        + @"|(?>\p{Lu}\p{Ll}+)(?> \p{Lu}\p{Ll}+){0,2}(?>, \p{Lu}\p{Ll}+\.?(?: \d{1,2})?)?: ?(?=\p{Lu}))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:\((?:Nguồn|Ảnh|Source|Photo|Foto|Bild)\b[^()]{0,40}\)\s*|[-–—*•·▪‣]\s+)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex(@"^Here(?:'s|’s| is| are) (?:where|what|how|why|the latest|the main points)\b[^:.]{0,60}: (?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    // Glued to the word that opens the sentence, or four words and more before it. "a.name@paper.exampleThe …"; "A Name (@aname) July 29, 2017As …".
    [GeneratedRegex(
        @"^[^\p{Ll}]{10,200}\p{Lu}(?=\p{Lu}\p{Ll})|^(?>(?:[\p{Lu}\d'’&:,.-]{2,}|A|-|–) ){4,20}(?=\p{Lu}\p{Ll})"
        + @"|^[\w.-]{1,60}@[\w-]{1,60}(?:\.[a-z]{2,7}){1,3}\s*(?=\p{Lu})|^[^()]{0,60}\(@\w{1,30}\) \w{3,9} \d{1,2}, \d{4}\s*(?=\p{L})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    // "a light . blue shirt", "in the lake .": where a line ended.
    [GeneratedRegex(@" \.(?= \p{Ll})| (?=\.$)", RegexOptions.CultureInvariant)]
    private static partial Regex StrayStop();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
