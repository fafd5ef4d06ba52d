namespace NewsAlerts.Summarizing.Embedded;

/// <summary>What a key point must be so that it can be read alone. Rules, not weights: what breaks one is not chosen.</summary>
internal static class KeyPointRules
{
    /// <summary>Words of the longest key point, as <see cref="Words.CountIn"/> counts them.</summary>
    public const int MostWords = 40;

    /// <summary>The heaviest rule that a text breaks.</summary>
    public static KeyPointFault FaultOf(string text, string language) =>
        QuotationMarks.AreHalf(text) || QuotationMarks.HaveNoSpeaker(text) ? KeyPointFault.HalfQuotation
        : DanglingReferences.Opens(text, language) || DanglingReferences.HasUnnamedSpeaker(text, language) ? KeyPointFault.Leans
        : LengthOf(text, language) > MostWords ? KeyPointFault.TooLong
        : KeyPointFault.None;

    /// <summary>
    /// How long a text reads. Vietnamese puts its spaces between syllables, and a word of it has one and a half on average: they count as two
    /// thirds of a word, as characters count as half of one where there are no spaces.
    /// </summary>
    public static int LengthOf(ReadOnlySpan<char> text, string language) => language is "vi" ? Words.CountIn(text) * 2 / 3 : Words.CountIn(text);
}
