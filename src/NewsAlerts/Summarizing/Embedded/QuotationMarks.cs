namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Whether quotation marks and brackets come in pairs, and whether anybody is there to have said what they hold.</summary>
internal static class QuotationMarks
{
    private const int FewestWordsAround = 2;

    /// <summary>Whether a mark lacks its partner.</summary>
    public static bool AreHalf(ReadOnlySpan<char> text)
    {
        var (straight, curly, angled, corner, round, low, single, lost) = (0, 0, 0, 0, 0, 0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"': straight++; break;
                case '„': low++; break;
                case '“': curly++; break;
                case '”': curly--; break;
                case '«' or '»': angled++; break;
                case '「' or '『': corner++; break;
                case '」' or '』': corner--; break;
                case '(' or '（': round++; break;
                case ')' or '）': round--; break;
                case '\'' or '‘' or '’' or '`': single += SingleAt(text, i); break;
                case '?': lost += LostAt(text, i, lost > 0); break;
            }
        }

        // „So“ closes with the mark that “so” opens with; some close it with ”.
        var pairs = low == 0 ? curly == 0 : curly == low || curly == -low;
        return !pairs || straight % 2 != 0 || angled % 2 != 0 || corner != 0 || round != 0 || single > 0 || lost != 0;
    }

    /// <summary>Whether it is all one quotation, and so nobody's.</summary>
    public static bool HaveNoSpeaker(ReadOnlySpan<char> text)
    {
        var bare = text.TrimEnd(" .,!?…");
        if (bare.Length < 2 || bare[0] is not ('"' or '“' or '«' or '„' or '「') || bare[^1] is not ('"' or '”' or '»' or '“' or '」'))
        {
            return false;
        }

        var (outside, quoted, end) = (0, false, 0);
        var words = new Words(text);
        while (words.MoveNext())
        {
            quoted = Toggle(text[end..words.Span.Start], quoted);
            end = words.Span.End;
            outside += quoted ? 0 : 1;
        }

        return outside < FewestWordsAround;
    }

    /// <summary>Whether a quotation is open behind a stretch, where it was <paramref name="quoted"/> before.</summary>
    public static bool Toggle(ReadOnlySpan<char> stretch, bool quoted)
    {
        foreach (var c in stretch)
        {
            quoted = Toggle(c, quoted);
        }

        return quoted;
    }

    /// <summary>Whether a quotation is open behind a character, where it was <paramref name="quoted"/> before.</summary>
    public static bool Toggle(char c, bool quoted) => c switch
    {
        '"' => !quoted,
        '“' => !quoted,
        '„' or '«' or '「' or '『' => true,
        '”' or '»' or '」' or '』' => false,
        _ => quoted,
    };

    /// <summary>Whether a place lies within a quotation, in single marks too.</summary>
    public static bool AreOpenAt(ReadOnlySpan<char> text, int at)
    {
        var (quoted, single) = (false, 0);
        for (var i = 0; i < at; i++)
        {
            quoted = Toggle(text[i], quoted);
            single = text[i] is '\'' or '‘' or '’' or '`' ? Math.Max(0, single + SingleAt(text, i)) : single;
        }

        return quoted || single > 0;
    }

    // 1 where it opens, -1 where it may close: an apostrophe behind an s may as well be a possessive, so that only what opens must be closed.
    private static int SingleAt(ReadOnlySpan<char> text, int at)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : ' ');
        return (char.IsWhiteSpace(before) || before is '(' or '"' or '“') && char.IsLetter(after) ? (IsClipped(text[(at + 1)..]) ? 0 : 1)
            : !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(after) ? -1
            : 0;
    }

    // 'em, 'til, 'cause: a letter left out, nothing quoted.
    private static bool IsClipped(ReadOnlySpan<char> word) =>
        word.StartsWith("em ", StringComparison.Ordinal) || word.StartsWith("til ", StringComparison.Ordinal) || word.StartsWith("cause ", StringComparison.Ordinal)
        || word.StartsWith("n ", StringComparison.Ordinal) || word.StartsWith("n' ", StringComparison.Ordinal);

    /// <summary>
    /// 1 where a question mark is a quotation mark that lost its encoding and opens, -1 where it closes, else 0: "called it ?unfair? on
    /// Monday", but "Why?" and, for an apostrophe, "can?t" and "the owners? boats".
    /// </summary>
    public static int LostAt(ReadOnlySpan<char> text, int at, bool isOpen)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + 1 < text.Length ? text[at + 1] : '\0');
        return char.IsLetterOrDigit(after) ? (char.IsLetterOrDigit(before) ? 0 : 1)
            : before is '.' or ',' || (isOpen && char.IsLetterOrDigit(before)) ? -1
            : 0;
    }
}
