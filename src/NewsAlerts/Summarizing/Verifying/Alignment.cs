namespace NewsAlerts.Summarizing.Verifying;

/// <summary>A stretch of a claim and the stretch of its evidence in its place, between words that both share.</summary>
/// <param name="Claim">Indices of the claim's tokens.</param>
/// <param name="Said">Indices of the evidence's tokens.</param>
internal readonly record struct Gap(Range Claim, Range Said)
{
    public Gap Moved(int claim, int said) =>
        new((Claim.Start.Value + claim)..(Claim.End.Value + claim), (Said.Start.Value + said)..(Said.End.Value + said));
}

/// <summary>A claim beside a sentence: the words that both have in the same order, as many and as telling as can be.</summary>
internal sealed class Alignment
{
    private const int MostCells = 1_000_000;

    private readonly int[] _partner;

    private Alignment(int[] partner, IReadOnlyList<Gap> gaps) => (_partner, Gaps) = (partner, gaps);

    /// <summary>Where they differ, in order.</summary>
    public IReadOnlyList<Gap> Gaps { get; }

    /// <summary>The stretch of the sentence from the claim's first shared word to its last.</summary>
    public Range Followed => Array.Find(_partner, partner => partner >= 0) is var first && Array.FindLast(_partner, partner => partner >= 0) is var last ? first..(last + 1) : default;

    /// <summary>How many tokens have partners.</summary>
    public int Pairs => _partner.Count(at => at >= 0);

    /// <summary>Whether a token of the claim has its partner in the sentence.</summary>
    public bool Has(int claimToken) => _partner[claimToken] >= 0;

    /// <summary>Index of a token's partner in the sentence; -1 where it has none.</summary>
    public int PartnerOf(int claimToken) => _partner[claimToken];

    /// <summary>Each end beside the other text's other end: the claim's beginning and the sentence's end, and the rest of both.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="said">The sentence.</param>
    /// <param name="claimCut">Where the claim's beginning ends.</param>
    /// <param name="saidCut">Where the sentence's end begins.</param>
    public static Alignment Crossed(ReadOnlySpan<Token> claim, ReadOnlySpan<Token> said, int claimCut, int saidCut)
    {
        var (first, last) = (Of(claim[..claimCut], said[saidCut..]), Of(claim[claimCut..], said[..saidCut]));
        return new Alignment(
            [.. first._partner.Select(at => at < 0 ? at : at + saidCut), .. last._partner],
            [.. first.Gaps.Select(gap => gap.Moved(0, saidCut)), .. last.Gaps.Select(gap => gap.Moved(claimCut, 0))]);
    }

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

    // What both begin and end with pairs at once: an extracted sentence, however long, costs one pass.
    private static int[] Pair(ReadOnlySpan<Token> claim, ReadOnlySpan<Token> said)
    {
        var partner = new int[claim.Length];
        Array.Fill(partner, -1);
        var (start, end) = (0, 0);
        while (start < claim.Length && start < said.Length && claim[start].Term == said[start].Term)
        {
            partner[start] = start;
            start++;
        }

        while (end < claim.Length - start && end < said.Length - start && claim[^(end + 1)].Term == said[^(end + 1)].Term)
        {
            end++;
            partner[^end] = said.Length - end;
        }

        // Nobody's sentence; what is left of it stays without partners.
        if ((long)(claim.Length - start - end) * (said.Length - start - end) <= MostCells)
        {
            PairMiddle(claim, said, start, end, partner);
        }

        return partner;
    }

    // The longest common subsequence by weight: content words are what anchors, function words only fill in between.
    private static void PairMiddle(ReadOnlySpan<Token> claim, ReadOnlySpan<Token> said, int start, int end, int[] partner)
    {
        var (rows, columns) = (claim.Length - end, said.Length - end);
        var width = columns - start + 1;
        var best = new int[(rows - start + 1) * width];
        for (var i = rows - 1; i >= start; i--)
        {
            for (var j = columns - 1; j >= start; j--)
            {
                var at = ((i - start) * width) + j - start;
                var take = IsPair(claim, said, i, j) ? WeightOf(claim, said, i, j) + best[at + width + 1] : 0;
                best[at] = Math.Max(take, Math.Max(best[at + width], best[at + 1]));
            }
        }

        for (int i = start, j = start; i < rows && j < columns;)
        {
            var at = ((i - start) * width) + j - start;
            if (IsPair(claim, said, i, j) && best[at] == WeightOf(claim, said, i, j) + best[at + width + 1])
            {
                partner[i++] = j++;
            }
            else if (best[at] == best[at + width])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
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
