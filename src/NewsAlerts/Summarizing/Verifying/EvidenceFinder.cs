namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Finds the one or two sentences that say most of what a claim says.</summary>
internal static class EvidenceFinder
{
    // A name or a number alone is what a false claim takes from another sentence.
    private const int FewestFurtherTerms = 2;

    /// <summary>What a source is.</summary>
    public enum Scope
    {
        /// <summary>A whole article: a sentence is evidence only if it says more than a name or a number of the claim.</summary>
        Article,

        /// <summary>The sentences that a claim cites: whoever made it says that it rests on them, so one word is enough.</summary>
        Cited,
    }

    /// <summary>The best sentence, -1 where the source has none; and the one that adds most to it, -1 where none adds enough.</summary>
    public static (int Best, int Second) Find(Source source, ReadOnlySpan<Token> claim, Scope scope)
    {
        if (source.SentenceCount == 0)
        {
            return (-1, -1);
        }

        var support = new double[source.SentenceCount];
        var seen = new HashSet<int>();
        foreach (var token in claim)
        {
            if (token.Is(Traits.Content | Traits.Number) && seen.Add(token.Term))
            {
                Add(support, source, token.Term, source.WeightOf(token.Term));
            }
        }

        var best = Best(support, source, claim);
        var plain = new double[source.SentenceCount];
        var there = new HashSet<int>();
        foreach (var token in source[best])
        {
            there.Add(token.Term);
        }

        foreach (var token in claim)
        {
            var counts = scope == Scope.Cited ? token.Is(Traits.Content | Traits.Number) : token.Is(Traits.Content) && !source.IsName(token);
            if (counts && there.Add(token.Term))
            {
                Add(plain, source, token.Term, 1);
            }
        }

        var second = Array.IndexOf(plain, plain.Max());
        return (best, plain[second] >= (scope == Scope.Cited ? 1 : FewestFurtherTerms) ? second : -1);
    }

    // Of several that say as much, the one that the claim is word for word: another may say the same without the "not".
    private static int Best(double[] support, Source source, ReadOnlySpan<Token> claim)
    {
        var most = support.Max();
        var first = Array.IndexOf(support, most);
        for (var sentence = first; sentence < support.Length; sentence++)
        {
            if (support[sentence] == most && IsSame(source[sentence], claim))
            {
                return sentence;
            }
        }

        return first;
    }

    private static bool IsSame(ReadOnlySpan<Token> sentence, ReadOnlySpan<Token> claim)
    {
        for (var i = 0; i < claim.Length; i++)
        {
            if (sentence.Length != claim.Length || sentence[i].Word != claim[i].Word)
            {
                return false;
            }
        }

        return true;
    }

    private static void Add(double[] support, Source source, int term, double weight)
    {
        foreach (var sentence in source.SentencesWith(term))
        {
            support[sentence] += weight;
        }
    }
}
