namespace NewsAlerts.Summarizing.Embedded.Compressing;

/// <summary>
/// Shortens a sentence by leaving out whole insertions, one after the other, so that what is left is a sentence whose words all stand in
/// the source, in their order. What says how true or how much something is stays, always (<see cref="KeptWords"/>).
/// </summary>
internal static class SentenceCompressor
{
    private const int MostCuts = 12;
    // What is left of a short sentence may be less than its news: "Police are looking for a man".
    private const int FewestWordsLeft = 14;
    private const int FewestOfLong = 8;

    /// <summary>The sentence without what it can do without: always without asides, and as far as need be without more.</summary>
    /// <param name="sentence">A sentence.</param>
    /// <param name="language">BCP 47 primary language subtag.</param>
    /// <param name="mostWords">What it should come to, if that can be done.</param>
    public static string Compress(string sentence, string language, int mostWords)
    {
        var text = sentence;
        if (language is "en" && KeyPointRules.LengthOf(text) > mostWords && WithoutDetails(text, mostWords) is { } brief)
        {
            return brief;
        }

        for (var cuts = 0; cuts < MostCuts; cuts++)
        {
            var isLong = KeyPointRules.LengthOf(text) > mostWords;
            var next = Insertions.Next(text, language, isLong) ?? (isLong && language is "en" ? EnglishCuts.Next(text) ?? EnglishDetails.Next(text) : null);
            if (next is not { } cut || Words.CountIn(text) - Words.CountIn(text.AsSpan(cut.Start, cut.Length)) < (isLong ? FewestOfLong : FewestWordsLeft))
            {
                break;
            }

            text = cut.From(text);
        }

        return text;
    }

    // Where a few words are too many, a few words go, and no clause with its news.
    private static string? WithoutDetails(string text, int mostWords)
    {
        for (var cuts = 0; cuts < MostCuts && EnglishDetails.Next(text) is { } cut; cuts++)
        {
            text = cut.From(text);
            if (KeyPointRules.LengthOf(text) <= mostWords)
            {
                return text;
            }
        }

        return null;
    }
}
