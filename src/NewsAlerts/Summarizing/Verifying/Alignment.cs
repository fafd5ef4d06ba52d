namespace NewsAlerts.Summarizing.Verifying;

/// <summary>A stretch of a claim and the stretch of its evidence in its place, between words that both share.</summary>
/// <param name="Claim">Indices of the claim's tokens.</param>
/// <param name="Said">Indices of the evidence's tokens.</param>
internal readonly record struct Gap(Range Claim, Range Said);

/// <summary>A claim beside a sentence: the words that both have in the same order, as many and as telling as can be.</summary>
internal sealed class Alignment
{
    private readonly int[] _partner;

    private Alignment(int[] partner, IReadOnlyList<Gap> gaps) => (_partner, Gaps) = (partner, gaps);

    /// <summary>Where they differ, in order.</summary>
    public IReadOnlyList<Gap> Gaps { get; }

    /// <summary>Whether a token of the claim has its partner in the sentence.</summary>
    public bool Has(int claimToken) => _partner[claimToken] >= 0;

    public static Alignment Of(ReadOnlySpan<Token> claim, ReadOnlySpan<Token> said)
    {
        var partner = Pair(claim, said);
        var gaps = new List<Gap>();
        var (i, j) = (0, 0);
        for (var next = 0; next <= claim.Length; next++)
        {
            if (next < claim.Length && partner[next] < 0)
            {
                continue;
            }

            var end = next < claim.Length ? partner[next] : said.Length;
            if (next > i || end > j)
            {
                gaps.Add(new Gap(i..next, j..end));
            }

            (i, j) = (next + 1, end + 1);
        }

        return new Alignment(partner, gaps);
    }

    // The longest common subsequence by weight: content words are what anchors, function words only fill in between.
    private static int[] Pair(ReadOnlySpan<Token> claim, ReadOnlySpan<Token> said)
    {
        var width = said.Length + 1;
        var best = new int[(claim.Length + 1) * width];
        for (var i = claim.Length - 1; i >= 0; i--)
        {
            for (var j = said.Length - 1; j >= 0; j--)
            {
                var skip = Math.Max(best[((i + 1) * width) + j], best[(i * width) + j + 1]);
                var take = IsPair(claim, said, i, j) ? WeightOf(claim, said, i, j) + best[((i + 1) * width) + j + 1] : 0;
                best[(i * width) + j] = Math.Max(skip, take);
            }
        }

        var partner = new int[claim.Length];
        Array.Fill(partner, -1);
        for (int i = 0, j = 0; i < claim.Length && j < said.Length;)
        {
            var here = best[(i * width) + j];
            if (IsPair(claim, said, i, j) && here == WeightOf(claim, said, i, j) + best[((i + 1) * width) + j + 1])
            {
                partner[i++] = j++;
            }
            else if (here == best[((i + 1) * width) + j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return partner;
    }

    // Two negations are the same only if they deny the same, or stand behind the same word.
    private static bool IsPair(ReadOnlySpan<Token> claim, ReadOnlySpan<Token> said, int i, int j)
    {
        if (claim[i].Term != said[j].Term)
        {
            return false;
        }

        return !claim[i].Is(Traits.Negation)
            || NextContent(claim, i) == NextContent(said, j)
            || (i > 0 && j > 0 && claim[i - 1].Term == said[j - 1].Term);
    }

    private static int NextContent(ReadOnlySpan<Token> tokens, int at)
    {
        while (++at < tokens.Length)
        {
            if (tokens[at].Is(Traits.Content | Traits.Number))
            {
                return tokens[at].Term;
            }
        }

        return -1;
    }

    // A pair whose neighbours pair as well weighs more: of two "not", the one at the same place.
    private static int WeightOf(ReadOnlySpan<Token> claim, ReadOnlySpan<Token> said, int i, int j)
    {
        var before = i > 0 && j > 0 && claim[i - 1].Term == said[j - 1].Term ? 1 : 0;
        var after = i + 1 < claim.Length && j + 1 < said.Length && claim[i + 1].Term == said[j + 1].Term ? 1 : 0;
        return (claim[i].Is(Traits.Content | Traits.Number) ? 6 : 2) + before + after;
    }
}
