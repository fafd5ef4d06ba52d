using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>
/// Ends a sentence that is too long where a clause of it ends, so that what is left stands alone and every word of it is the sentence's. Who
/// says so is kept: "…, police said" moves up to the new end. What comes after may be less news, never a condition or a denial.
/// </summary>
internal static class ClauseSplitter
{
    /// <summary>The longest part that stands alone, from its start or, where none does, a later clause with a subject of its own; null where there is none.</summary>
    /// <param name="sentence">A sentence.</param>
    /// <param name="language">BCP 47 primary language subtag.</param>
    /// <param name="mostWords">What it may come to, as <see cref="KeyPointRules.LengthOf"/> counts.</param>
    public static string? Split(string sentence, string language, int mostWords) =>
        language is "en" ? EnglishSplitter.Split(sentence, mostWords) : PlainSplitter.Split(sentence, language, mostWords);

    /// <summary>What of a sentence comes before <paramref name="end"/>, who says so, and a stop.</summary>
    /// <param name="sentence">A sentence.</param>
    /// <param name="end">Offset behind the last word kept.</param>
    /// <param name="attribution">Who says so, without punctuation; empty where nobody does.</param>
    public static string Join(string sentence, int end, ReadOnlySpan<char> attribution)
    {
        var kept = sentence.AsSpan(0, end).TrimEnd(" ,;:-–—");
        var stop = sentence.EndsWith('。') ? "。" : sentence.EndsWith('।') ? "।" : ".";
        return attribution.IsEmpty ? string.Concat(kept, stop) : string.Concat(string.Concat(kept, ", "), attribution, stop);
    }

    /// <summary>Whether every quotation and bracket that opens in a stretch closes in it.</summary>
    public static bool IsWhole(ReadOnlySpan<char> stretch) => !QuotationMarks.AreHalf(stretch);
}
