namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Chooses key points: the sentences that are central, early and short, that break no rule, and that don't repeat each other (maximal
/// marginal relevance, Carbonell and Goldstein, 1998).
/// </summary>
internal static class KeyPointSelector
{
    /// <summary>
    /// Indices into <paramref name="story"/> of at most <paramref name="count"/> key points, in order. Fewer where no more of its sentences
    /// can be read alone, or where two or more long ones are as much to read; where none can, the one that breaks the lightest rule.
    /// </summary>
    public static int[] Select(IReadOnlyList<StorySentence> story, float[] centrality, TermVectors vectors, KeyPointWriter writer, int count, Weights weights)
    {
        var scores = new float[story.Count];
        var isWritten = new bool[story.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            // What is too long is written shorter: until then, it counts as if it had the best length.
            var words = story[i].WordCount > writer.MostWords ? (int)weights.LongFrom : story[i].WordCount;
            scores[i] = Score(story[i], i, centrality[i], words, story[i].Names, weights);
        }

        var chosen = new List<int>(count);
        var repeated = new float[story.Count];
        var likeness = new float[story.Count];
        for (var next = Best(scores, repeated, weights); next >= 0 && !IsEnough(chosen, writer, count, weights); next = Best(scores, repeated, weights))
        {
            // Only what would be chosen is written and held to the rules: most sentences never are.
            var written = writer[next];
            if (!isWritten[next])
            {
                isWritten[next] = true;
                var score = ScoreOf(next, written);
                (scores[next], var isWorse) = (score, score < scores[next]);
                if (isWorse)
                {
                    continue;
                }
            }

            if (!writer.Holds(next))
            {
                scores[next] = ScoreOf(next, writer[next]);
                repeated[next] = float.PositiveInfinity;
                continue;
            }

            if (written.Fault is not KeyPointFault.None || !MakeRoom(chosen, written, writer))
            {
                repeated[next] = float.PositiveInfinity;
                continue;
            }

            chosen.Add(next);
            Repeat(next);
            if (written is { HoldsOther: true, RestsOn: { } other })
            {
                Repeat(other);
            }
        }

        return chosen.Count > 0 ? [.. chosen.Order()] : [LeastBad(scores, writer)];

        float ScoreOf(int sentence, WrittenPoint written) => Score(story[sentence], sentence, centrality[sentence], written.WordCount, written.Names, weights);

        void Repeat(int sentence)
        {
            vectors.CosinesTo(sentence, likeness);
            for (var i = 0; i < repeated.Length; i++)
            {
                repeated[i] = i == sentence ? float.PositiveInfinity : Math.Max(repeated[i], likeness[i]);
            }
        }
    }

    private static bool IsEnough(List<int> chosen, KeyPointWriter writer, int count, Weights weights) =>
        chosen.Count >= count || (chosen.Count > 1 && chosen.Sum(index => writer[index].WordCount) >= weights.Enough * count);

    /// <summary>Takes back a sentence that the next key point says, too; false where another one says it already.</summary>
    private static bool MakeRoom(List<int> chosen, WrittenPoint next, KeyPointWriter writer)
    {
        if (!next.HoldsOther || next.RestsOn is not { } other)
        {
            return true;
        }

        if (chosen.Exists(index => writer[index] is { HoldsOther: true, RestsOn: { } held } && (held == other || index == other)))
        {
            return false;
        }

        chosen.Remove(other);
        return true;
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

    private static float Score(StorySentence sentence, int place, float centrality, int words, float names, Weights weights)
    {
        var length = 1f + words;
        return (weights.Centrality * MathF.Log(centrality))
            - (weights.Position * MathF.Log(1 + place))
            - (weights.Length * MathF.Max(0, MathF.Log(length / weights.LongFrom)))
            - (weights.Brevity * MathF.Max(0, MathF.Log(weights.ShortBelow / length)))
            + (weights.Names * names)
            - (weights.Quoted * sentence.Quoted)
            - (sentence.Speaks ? weights.Speaking : 0)
            + (place == 0 ? weights.Lead : 0);
    }
}
