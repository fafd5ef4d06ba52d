namespace NewsAlerts.Summarizing.Verifying;

/// <summary>How well a claim's content is supported: a plain logistic formula.</summary>
internal static class SupportScore
{
    /// <summary>Below it a claim says too much that its source does not.</summary>
    public const double Least = .35;

    public static double Of(ClaimReading reading, IReadOnlyList<UnsupportedPart> reasons)
    {
        var features = Features(reading, reasons);
        return 1 / (1 + Math.Exp(-(-6 + (8 * features[0]) - (1 * features[6]))));
    }

    internal static double[] Features(ClaimReading reading, IReadOnlyList<UnsupportedPart> reasons)
    {
        var (all, there, inTwo, count, missing) = (0d, 0d, 0d, 0, 0);
        var source = reading.Source;
        foreach (var token in reading.Tokens.Where(token => token.Is(Traits.Content | Traits.Number)).DistinctBy(token => token.Term))
        {
            var weight = source.WeightOf(token.Term);
            var sentences = source.SentencesWith(token.Term);
            count++;
            all += weight;
            missing += sentences.Count == 0 ? 1 : 0;
            there += sentences.Count > 0 ? weight : 0;
            inTwo += sentences.Contains(reading.Best) || sentences.Contains(reading.Second) ? 1 : 0;
        }

        var content = reading.Tokens.Where(token => token.Is(Traits.Content | Traits.Number)).ToArray();
        var pairs = content.Zip(content.Skip(1)).ToList();
        var neighbours = pairs.Count(pair => source.AreNeighbours(pair.First, pair.Second));
        var together = pairs.Count(pair => source.SentencesWith(pair.First.Term).Intersect(source.SentencesWith(pair.Second.Term)).Any());
        return
        [
            count == 0 ? 1 : (count - missing) / (double)count,
            all == 0 ? 1 : there / all,
            count == 0 ? 1 : inTwo / count,
            pairs.Count == 0 ? 1 : neighbours / (double)pairs.Count,
            pairs.Count == 0 ? 1 : together / (double)pairs.Count,
            reading.Closeness,
            reasons.Count,
            missing,
            count,
        ];
    }
}
