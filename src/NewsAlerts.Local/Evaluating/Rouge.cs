using System.Runtime.InteropServices;

namespace NewsAlerts.Local.Evaluating;

/// <summary>How much of a prediction is in a reference, and the other way round; both 0 to 1.</summary>
internal readonly record struct Overlap(double Precision, double Recall)
{
    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static Overlap Of(int hits, int predicted, int referred) =>
        new(predicted > 0 ? (double)hits / predicted : 0, referred > 0 ? (double)hits / referred : 0);
}

/// <summary>
/// ROUGE (Lin, 2004) as google-research/rouge (the package rouge_score) defines it. Texts come as sentences, each as its tokens.
/// </summary>
internal static class Rouge
{
    /// <summary>Words in common, each as often as both have it.</summary>
    public static Overlap One(IReadOnlyList<string[]> reference, IReadOnlyList<string[]> prediction) =>
        Common(reference.SelectMany(sentence => sentence), prediction.SelectMany(sentence => sentence));

    /// <summary>Pairs of neighbouring words in common; a sentence's last word and the next one's first are neighbours.</summary>
    public static Overlap Two(IReadOnlyList<string[]> reference, IReadOnlyList<string[]> prediction) => Common(Pairs(reference), Pairs(prediction));

    /// <summary>
    /// For each reference sentence, the union of its longest common subsequences with every predicted one; a word counts as often as both
    /// texts have it.
    /// </summary>
    public static Overlap Lsum(IReadOnlyList<string[]> reference, IReadOnlyList<string[]> prediction)
    {
        var (referred, predicted) = (Count(reference.SelectMany(sentence => sentence)), Count(prediction.SelectMany(sentence => sentence)));
        var hits = 0;
        foreach (var sentence in reference)
        {
            var union = new SortedSet<int>(prediction.SelectMany(other => LongestCommon(sentence, other)));
            foreach (var token in union.Select(index => sentence[index]))
            {
                // A token of the union is in both, so both have it counted.
                ref var left = ref CollectionsMarshal.GetValueRefOrNullRef(referred, token);
                ref var right = ref CollectionsMarshal.GetValueRefOrNullRef(predicted, token);
                if (left > 0 && right > 0)
                {
                    hits++;
                    left--;
                    right--;
                }
            }
        }

        return Overlap.Of(hits, prediction.Sum(sentence => sentence.Length), reference.Sum(sentence => sentence.Length));
    }

    private static Overlap Common<T>(IEnumerable<T> reference, IEnumerable<T> prediction)
        where T : notnull
    {
        var (referred, predicted) = (Count(reference), Count(prediction));
        var hits = referred.Sum(entry => Math.Min(entry.Value, predicted.GetValueOrDefault(entry.Key)));
        return Overlap.Of(hits, predicted.Values.Sum(), referred.Values.Sum());
    }

    private static Dictionary<T, int> Count<T>(IEnumerable<T> items)
        where T : notnull
    {
        var counts = new Dictionary<T, int>();
        foreach (var item in items)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, item, out _)++;
        }

        return counts;
    }

    private static IEnumerable<(string, string)> Pairs(IReadOnlyList<string[]> sentences)
    {
        string? last = null;
        foreach (var token in sentences.SelectMany(sentence => sentence))
        {
            if (last is not null)
            {
                yield return (last, token);
            }

            last = token;
        }
    }

    /// <summary>Indices into <paramref name="reference"/> of one longest common subsequence: the one that rouge_score reads out of its table.</summary>
    private static List<int> LongestCommon(string[] reference, string[] prediction)
    {
        var lengths = new int[reference.Length + 1, prediction.Length + 1];
        for (var r = 1; r <= reference.Length; r++)
        {
            for (var p = 1; p <= prediction.Length; p++)
            {
                lengths[r, p] = reference[r - 1] == prediction[p - 1] ? lengths[r - 1, p - 1] + 1 : Math.Max(lengths[r - 1, p], lengths[r, p - 1]);
            }
        }

        var indices = new List<int>();
        for (var (r, p) = (reference.Length, prediction.Length); r > 0 && p > 0;)
        {
            if (reference[r - 1] == prediction[p - 1])
            {
                indices.Add(r - 1);
                (r, p) = (r - 1, p - 1);
            }
            else if (lengths[r, p - 1] > lengths[r - 1, p])
            {
                p--;
            }
            else
            {
                r--;
            }
        }

        return indices;
    }
}
