using System.Text.RegularExpressions;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>What stands in for a key point that does not hold: the sentence that it was made from, or else the embedded summariser's next point.</summary>
internal static partial class ExtractedPoints
{
    /// <summary>Below this share of a point's words, no sentence is where it comes from.</summary>
    private const double LeastOverlap = 0.4;

    private const int MostCharacters = 400;

    /// <param name="article">What is condensed.</param>
    /// <param name="embedded">The embedded summariser's summary of the same article.</param>
    /// <param name="failed">The point that does not hold.</param>
    /// <param name="taken">Sentences that are evidence already.</param>
    /// <returns>Null where everything that could stand in is there already.</returns>
    public static KeyPoint? For(Article article, Summary embedded, ModelPoint failed, IReadOnlySet<int> taken)
    {
        var words = Words(failed.Text);
        var best = failed.Evidence
            .Distinct()
            .Where(number => number >= 0 && number < article.Sentences.Count && !taken.Contains(number) && article.Sentences[number].Span.Length <= MostCharacters)
            .Select(number => (Number: number, Overlap: Overlap(words, Words(article.TextOf(number)))))
            .Where(candidate => candidate.Overlap >= LeastOverlap)
            .OrderByDescending(candidate => candidate.Overlap)
            .Select(candidate => (int?)candidate.Number)
            .FirstOrDefault();
        return embedded.KeyPoints.FirstOrDefault(point => point.Evidence.Sentence == best)
            ?? (best is { } number ? new KeyPoint(article.TextOf(number), Evidence.Of(article, number)) : null)
            ?? embedded.KeyPoints.FirstOrDefault(point => !taken.Contains(point.Evidence.Sentence));
    }

    private static HashSet<string> Words(string text) =>
        [.. Word().Matches(text).Select(match => match.Value.ToUpperInvariant())];

    private static double Overlap(HashSet<string> words, HashSet<string> sentence) =>
        words.Count == 0 ? 0 : (double)words.Count(sentence.Contains) / words.Count;

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex Word();
}
