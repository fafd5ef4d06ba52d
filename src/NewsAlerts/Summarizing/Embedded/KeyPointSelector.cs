namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Chooses key points: the sentences that are central, early and short, that break no rule, and that don't repeat each other (maximal
/// marginal relevance, Carbonell and Goldstein, 1998).
/// </summary>
internal static class KeyPointSelector
{
    /// <summary>
    /// Indices into <paramref name="story"/> of at most <paramref name="count"/> key points, in order. Fewer where no more of its sentences
    /// can be read alone; where none can, the one that breaks the lightest rule.
    /// </summary>
    public static int[] Select(IReadOnlyList<StorySentence> story, TermVectors vectors, KeyPointWriter writer, int count, Weights weights)
    {
        var scores = Score(story, SentenceGraph.CentralityOf(vectors), weights);
        var chosen = new List<int>(count);
        var repeated = new float[story.Count];
        for (var next = Best(scores, repeated, weights); next >= 0 && chosen.Count < count; next = Best(scores, repeated, weights))
        {
            // Only what would be chosen is written and held to the rules: most sentences never are.
            if (writer[next].Fault is not KeyPointFault.None)
            {
                repeated[next] = float.PositiveInfinity;
                continue;
            }

            chosen.Add(next);
            for (var i = 0; i < repeated.Length; i++)
            {
                repeated[i] = i == next ? float.PositiveInfinity : Math.Max(repeated[i], vectors.Cosine(i, next));
            }
        }

        return chosen.Count > 0 ? [.. chosen.Order()] : [LeastBad(scores, writer)];
    }

    private static int LeastBad(float[] scores, KeyPointWriter writer) =>
        Enumerable.Range(0, scores.Length).OrderBy(i => writer[i].Fault).ThenByDescending(i => scores[i]).First();

    /// <summary>The best sentence that does not say what a chosen one says; -1 where none is left.</summary>
    private static int Best(float[] scores, float[] repeated, Weights weights)
    {
        var (best, highest) = (-1, float.NegativeInfinity);
        for (var i = 0; i < scores.Length; i++)
        {
            var score = scores[i] - (weights.Redundancy * repeated[i]);
            if (repeated[i] < weights.Repetition && score > highest)
            {
                (best, highest) = (i, score);
            }
        }

        return best;
    }

    private static float[] Score(IReadOnlyList<StorySentence> story, float[] centrality, Weights weights)
    {
        var scores = new float[story.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            var sentence = story[i];
            var length = 1f + sentence.WordCount;
            scores[i] = (weights.Centrality * MathF.Log(centrality[i]))
                - (weights.Position * MathF.Log(1 + i))
                - (weights.Length * MathF.Max(0, MathF.Log(length / weights.LongFrom)))
                - (weights.Brevity * MathF.Max(0, MathF.Log(weights.ShortBelow / length)))
                + (weights.Names * sentence.Names)
                - (weights.Leaning * sentence.Leaning)
                + (i == 0 ? weights.Lead : 0);
        }

        return scores;
    }
}
