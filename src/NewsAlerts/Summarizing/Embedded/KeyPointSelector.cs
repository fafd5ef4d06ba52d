namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Chooses key points: the sentences that are central, early, short and readable alone, and that don't repeat each other (maximal marginal
/// relevance, Carbonell and Goldstein, 1998). The weights are fitted to news from several outlets at once.
/// </summary>
internal static class KeyPointSelector
{
    public static Weights Fitted { get; set; } = new();

    /// <summary>Indices into <paramref name="story"/> of at most <paramref name="count"/> key points, in order.</summary>
    public static int[] Select(IReadOnlyList<StorySentence> story, TermVectors vectors, int count)
    {
        var scores = Score(story, SentenceGraph.CentralityOf(vectors), vectors, Fitted);
        var chosen = new List<int>(count);
        while (chosen.Count < Math.Min(count, story.Count))
        {
            var best = Best(scores, chosen, vectors, Fitted);
            if (best < 0)
            {
                break;
            }

            chosen.Add(best);
        }

        return [.. chosen.Order()];
    }

    private static int Best(float[] scores, List<int> chosen, TermVectors vectors, Weights weights)
    {
        var (best, highest) = (-1, float.NegativeInfinity);
        for (var i = 0; i < scores.Length; i++)
        {
            var repeated = 0f;
            foreach (var other in chosen)
            {
                repeated = Math.Max(repeated, vectors.Cosine(i, other));
            }

            var score = scores[i] - (weights.Redundancy * repeated);
            if (score > highest && repeated < weights.Same && !chosen.Contains(i))
            {
                (best, highest) = (i, score);
            }
        }

        return best;
    }

    private static float Names(string t) { int n=0,k=0; bool first=true; foreach (var w in new Words(t)) { if(!first && char.IsUpper(w[0])) n++; k++; first=false; } return n/(float)Math.Max(4,k); }

    private static float[] Score(IReadOnlyList<StorySentence> story, float[] centrality, TermVectors vectors, Weights weights)
    {
        var scores = new float[story.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            var sentence = story[i];
            scores[i] = (weights.Centrality * MathF.Log(centrality[i]))
                - (weights.Position * MathF.Log(1 + i))
                - (weights.Length * MathF.Max(0, MathF.Log((1 + sentence.WordCount) / weights.Words)))
                - (weights.Brevity * MathF.Max(0, MathF.Log(weights.ShortWords / (1 + sentence.WordCount))))
                - (weights.Leaning * sentence.Leaning)
                + (weights.Names * Names(sentence.Text))
                + (i == 0 ? weights.Lead : 0);
        }

        return scores;
    }
}

internal sealed record Weights
{
    public float Centrality { get; init; } = 2.1f;
    public float Position { get; init; } = .57f;
    public float Length { get; init; } = .45f;
    public float Words { get; init; } = 16.5f;
    public float Brevity { get; init; } = .2f;
    public float ShortWords { get; init; } = 20f;
    public float Leaning { get; init; } = .3f;
    public float Lead { get; init; } = 2f;
    public float Redundancy { get; init; } = 2f;
    public float Names { get; init; } = .3f;
    public float Same { get; init; } = .6f;
}
