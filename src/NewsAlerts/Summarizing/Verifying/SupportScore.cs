namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// How well a claim's content is supported: a logistic formula of three plain counts, with one weight each, none of the wrong sign. They were fitted on
/// 239 human-labelled claims about news (docs/decisions/0006); the offset puts a sentence of the article itself at .95.
/// </summary>
internal static class SupportScore
{
    /// <summary>Below it a claim says too much that its source does not: about two content words in a sentence of common length.</summary>
    public const double Least = .7;

    private const double Offset = 1.35;
    private const double Reason = 1.7;
    private const double MissingWord = .7;
    private const double SharedNeighbours = 1.6;

    /// <summary>What a missing word counts where no list tells general words from others: about half of them are.</summary>
    private const double Unlisted = .5;

    // Shorter beginnings have too many words in common.
    private const int Stem = 4;

    public static double Of(ClaimReading reading, IReadOnlyList<UnsupportedPart> reasons)
    {
        var (missing, shared) = Count(reading);
        return 1 / (1 + Math.Exp((Reason * reasons.Count) + (MissingWord * missing) - (SharedNeighbours * shared) - Offset));
    }

    /// <summary>How many of a claim's words its source does not have in any form, and the share of its pairs of words that the source has as well.</summary>
    public static (double MissingWords, double SharedNeighbours) Count(ClaimReading reading)
    {
        var content = Array.FindAll(reading.Tokens, token => token.Is(Traits.Content | Traits.Number));
        return (Missing(reading.Source, WithoutUnits(reading, content)), ShareOfNeighbours(reading.Source, content));
    }

    // "83 per cent" beside "83%": a number is looked at with its unit.
    private static Token[] WithoutUnits(ClaimReading reading, Token[] content) =>
        reading.Quantities.Any(quantity => quantity.Last > quantity.First)
            ? Array.FindAll(content, token => !reading.Quantities.Any(quantity => reading.Tokens[quantity.First].End < token.Start && token.End <= reading.Tokens[quantity.Last].End))
            : content;

    // A number that is missing is a reason already.
    private static double Missing(Source source, Token[] content)
    {
        var missing = content.Where(token => token.Is(Traits.Content) && !source.Has(token)).DistinctBy(token => token.Term).ToList();
        if (Paraphrases.For(source.Language) is not { } paraphrases)
        {
            return Unlisted * missing.Count(token => !HasAlike(source, token));
        }

        // General words retell what is there: more of them than of what is there retell nothing.
        var general = missing.RemoveAll(token => paraphrases.IsGeneral(source, token));
        var there = content.Count(source.Has);
        return missing.Count(token => !paraphrases.IsRetold(source, token) && !HasAlike(source, token) && !HasForm(source, token)) + Math.Max(0, general - there);
    }

    /// <summary>"Militarised" supports "militarisation", which no stemmer brings together: half of the longer word is the same.</summary>
    public static bool HasAlike(Source source, Token token)
    {
        var word = source.Vocabulary[token.Word];
        return word.Length >= Stem && Array.Exists(source.Tokens, other => source.Vocabulary[other.Word] is var said
            && word.AsSpan().CommonPrefixLength(said) is var shared && shared >= Stem && shared * 2 >= Math.Max(word.Length, said.Length));
    }

    // "Took" supports "taken".
    private static bool HasForm(Source source, Token token) =>
        Array.Exists(IrregularVerbs.FormsOf(source.Vocabulary[token.Term]), form => source.HasTerm(source.Vocabulary.Of(form)));

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
