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
        : Words.CountIn(text) > MostWords ? KeyPointFault.TooLong
        : KeyPointFault.None;
}
