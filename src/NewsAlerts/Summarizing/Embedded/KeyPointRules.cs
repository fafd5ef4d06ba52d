namespace NewsAlerts.Summarizing.Embedded;

/// <summary>What a key point must be so that it can be read alone. Rules, not weights: what breaks one is not chosen.</summary>
internal static class KeyPointRules
{
    /// <summary>Words of the longest key point.</summary>
    public const int MostWords = 40;

    // Most Vietnamese words of a dictionary have two syllables, but the frequent ones one: in running text, some 1.3.
    private const int MostSyllables = 52;

    /// <summary>The heaviest rule that a text breaks.</summary>
    public static KeyPointFault FaultOf(string text, string language) =>
        QuotationMarks.AreHalf(text) || QuotationMarks.HaveNoSpeaker(text) ? KeyPointFault.HalfQuotation
        : DanglingReferences.Opens(text, language) || DanglingReferences.HasUnnamedSpeaker(text, language) ? KeyPointFault.Leans
        : LengthOf(text) > MostIn(language) ? KeyPointFault.TooLong
        : KeyPointFault.None;

    /// <summary>The longest key point of a language, as <see cref="LengthOf"/> counts.</summary>
    public static int MostIn(string language) => language is "vi" ? MostSyllables : MostWords;

    /// <summary>
    /// How long a text is: words as white space parts them, syllables in Vietnamese. In scripts that put no spaces between words, two
    /// characters count as one.
    /// </summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        // Most text is all ASCII, with a space between every two words.
        if (text is [not ' ', .., not ' '] && !text.ContainsAnyExceptInRange(' ', '~') && !text.Contains("  ", StringComparison.Ordinal))
        {
            return text.Count(' ') + 1;
        }

        var (count, inWord) = (0, false);
        foreach (var c in text)
        {
            if (Words.IsUnspaced(c))
            {
                return Words.CountIn(text);
            }

            var isSpace = char.IsWhiteSpace(c);
            count += !isSpace && !inWord ? 1 : 0;
            inWord = !isSpace;
        }

        return count;
    }
}
