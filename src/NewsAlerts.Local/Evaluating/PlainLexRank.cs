namespace NewsAlerts.Local.Evaluating;

/// <summary>
/// Continuous LexRank (Erkan and Radev, 2004) and nothing else: TF-IDF cosine, damping .85, the most central sentences in the order of
/// the text. Not the embedded engine's graph, for the same reason as with <see cref="PlainSentences"/>.
/// </summary>
internal static class PlainLexRank
{
    private const double Damping = .85;
    private const double Settled = 1e-6;
    private const int MostRounds = 100;

    public static IReadOnlyList<string> Choose(IReadOnlyList<string> sentences, int count, bool unicode)
    {
        var vectors = Vectors([.. sentences.Take(Baselines.MostSentences).Select(sentence => RougeTokens.Of(sentence, unicode))]);
        var rank = Rank(Transitions(vectors));
        return [.. Enumerable.Range(0, rank.Length).OrderByDescending(i => rank[i]).Take(count).Order().Select(i => sentences[i])];
    }

    private static Dictionary<string, double>[] Vectors(string[][] sentences)
    {
        var frequencies = sentences.SelectMany(tokens => tokens.Distinct()).CountBy(token => token).ToDictionary();
        return [.. sentences.Select(tokens => Normalized(tokens
            .CountBy(token => token)
            .ToDictionary(term => term.Key, term => term.Value * Math.Log(1 + ((double)sentences.Length / frequencies[term.Key])))))];
    }

    private static Dictionary<string, double> Normalized(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
        return vector.ToDictionary(term => term.Key, term => term.Value / length);
    }

    private static double[][] Transitions(Dictionary<string, double>[] vectors)
    {
        var edges = vectors.Select(_ => new double[vectors.Length]).ToArray();
        for (var i = 0; i < vectors.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                edges[i][j] = edges[j][i] = i == j ? 1 : vectors[i].Sum(term => term.Value * vectors[j].GetValueOrDefault(term.Key));
            }
        }

        foreach (var row in edges)
        {
            var degree = row.Sum();
            for (var j = 0; j < row.Length; j++)
            {
                row[j] /= degree;
            }
        }

        return edges;
    }

    private static double[] Rank(double[][] transitions)
    {
        var n = transitions.Length;
        var rank = Enumerable.Repeat(1d / n, n).ToArray();
        for (var (round, change) = (0, 1d); round < MostRounds && change > Settled; round++)
        {
            var next = Enumerable.Repeat((1 - Damping) / n, n).ToArray();
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    next[j] += Damping * rank[i] * transitions[i][j];
                }
            }

            change = next.Zip(rank, (a, b) => Math.Abs(a - b)).DefaultIfEmpty().Max();
            rank = next;
        }

        return rank;
    }
}
