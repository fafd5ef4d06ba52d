namespace NewsAlerts.Summarizing.Embedded;

/// <summary>What a key point must be so that it can be read alone. Rules, not weights: what breaks one is not chosen.</summary>
internal static class KeyPointRules
{
    /// <summary>Words of the longest key point, as <see cref="LengthOf"/> counts them.</summary>
    public const int MostWords = 40;

    /// <summary>The heaviest rule that a text breaks.</summary>
    public static KeyPointFault FaultOf(string text, string language) =>
        QuotationMarks.AreHalf(text) || QuotationMarks.HaveNoSpeaker(text) ? KeyPointFault.HalfQuotation
        : DanglingReferences.Opens(text, language) || DanglingReferences.HasUnnamedSpeaker(text, language) ? KeyPointFault.Leans
        : LengthOf(text) > MostWords ? KeyPointFault.TooLong
        : KeyPointFault.None;

    /// <summary>
    /// How long a text is: words as white space parts them, syllables in Vietnamese. In scripts that put no spaces between words, two
    /// characters count as one.
    /// </summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
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
