namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>
/// Ends a sentence that is too long where a clause of it ends, so that what is left stands alone and every word of it is the sentence's. Who
/// says so is kept: "…, police said" moves up to the new end. What comes after may be less news, never a condition or a denial.
/// </summary>
internal static class ClauseSplitter
{
    // In characters. What is longer is a list or a table; looking for its clauses would take time that grows with its square.
    private const int LongestSentence = 1_000;

    /// <summary>The longest part that stands alone, from its start or, where none does, a later clause with a subject of its own; null where there is none.</summary>
    /// <param name="sentence">A sentence.</param>
    /// <param name="language">BCP 47 primary language subtag.</param>
    /// <param name="mostWords">What it may come to, as <see cref="KeyPointRules.LengthOf"/> counts.</param>
    public static string? Split(string sentence, string language, int mostWords) =>
        sentence.Length > LongestSentence ? null
        : language is "en" ? EnglishSplitter.Split(sentence, mostWords) : PlainSplitter.Split(sentence, language, mostWords);

    /// <summary>A stretch of a sentence with a capital, who says so, and a stop.</summary>
    /// <param name="sentence">A sentence.</param>
    /// <param name="start">Offset of the first word kept.</param>
    /// <param name="end">Offset behind the last word kept.</param>
    /// <param name="attribution">Who says so, without punctuation; empty where nobody does.</param>
    public static string Join(string sentence, int start, int end, ReadOnlySpan<char> attribution)
    {
        var kept = Capital(sentence[start..EndOf(sentence, end)].TrimEnd(' ', ',', ';', ':', '-', '–', '—'));
        return attribution.IsEmpty ? $"{kept}." : $"{kept}, {attribution}.";
    }

    /// <summary>Where a stretch ends whose last word does: a mark that closes goes with its word.</summary>
    public static int EndOf(string sentence, int end)
    {
        while (end < sentence.Length && sentence[end] is '"' or '”' or '’' or '\'' or ')' or '»')
        {
            end++;
        }

        return end;
    }

    /// <summary>The same, with a capital where it opens with a letter.</summary>
    public static string Capital(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>Whether every quotation and bracket that opens in a stretch closes in it.</summary>
    public static bool IsWhole(ReadOnlySpan<char> stretch) => !QuotationMarks.AreHalf(stretch);
}
