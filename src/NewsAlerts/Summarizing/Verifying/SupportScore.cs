namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// How well a claim's content is supported: a logistic formula of three plain counts. Its weights were fitted on every other one of 239
/// human-labelled claims about news; the offset puts a sentence of the article itself at .95.
/// </summary>
internal static class SupportScore
{
    /// <summary>Below it a claim says too much that its source does not: about two content words in a sentence of common length.</summary>
    public const double Least = .8;

    private const double Offset = 2.1;
    private const double Reason = 1.33;
    private const double MissingWord = .36;
    private const double SharedNeighbours = .84;

    // Shorter beginnings have too many words in common.
    private const int Stem = 4;

    public static double Of(ClaimReading reading, IReadOnlyList<UnsupportedPart> reasons)
    {
        var content = Array.FindAll(reading.Tokens, token => token.Is(Traits.Content | Traits.Number));
        var sum = Offset - (Reason * reasons.Count) - (MissingWord * Missing(reading, content)) + (SharedNeighbours * ShareOfNeighbours(reading.Source, content));
        return 1 / (1 + Math.Exp(-sum));
    }

    private static int Missing(ClaimReading reading, Token[] content) =>
        content.Where(token => !reading.Source.Has(token)).DistinctBy(token => token.Term).Count(token => !HasAlike(reading.Source, token));

    // "Militarised" supports "militarisation", which no stemmer brings together.
    private static bool HasAlike(Source source, Token token)
    {
        var word = source.Vocabulary[token.Word];
        return word.Length >= Stem && Array.Exists(source.Tokens, other => source.Vocabulary[other.Word] is var said && said.AsSpan().StartsWith(word.AsSpan(0, Stem), StringComparison.Ordinal));
    }

    private static double ShareOfNeighbours(Source source, Token[] content)
    {
        if (content.Length < 2)
        {
            return 1;
        }

        var shared = 0;
        for (var i = 1; i < content.Length; i++)
        {
            shared += source.AreNeighbours(content[i - 1], content[i]) ? 1 : 0;
        }

        return shared / (content.Length - 1.0);
    }
}
