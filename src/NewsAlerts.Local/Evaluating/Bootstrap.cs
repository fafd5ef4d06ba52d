namespace NewsAlerts.Local.Evaluating;

/// <summary>A mean, and where it would fall in 95 of 100 samples of this size.</summary>
internal readonly record struct Interval(double Mean, double Low, double High);

/// <summary>Paired bootstrap (Koehn, 2004): how sure a difference between two systems on the same articles is.</summary>
internal static class Bootstrap
{
    private const int Rounds = 2_000;

    /// <summary>The same differences always give the same interval.</summary>
    public static Interval Of(IReadOnlyList<double> differences)
    {
        if (differences.Count == 0)
        {
            return default;
        }

        var (state, means) = (1UL, new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            var sum = 0d;
            for (var draw = 0; draw < differences.Count; draw++)
            {
                sum += differences[(int)(Next(ref state) % (ulong)differences.Count)];
            }

            means[round] = sum / differences.Count;
        }

        Array.Sort(means);
        return new Interval(differences.Average(), means[(int)(.025 * Rounds)], means[(int)(.975 * Rounds)]);
    }

    // SplitMix64 (Steele and others, 2014): the same numbers on every runtime, which System.Random does not promise.
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
