using NewsAlerts.Articles;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>Holds what the model wrote to its article.</summary>
internal static class PointCheck
{
    /// <summary>More is not a point any more.</summary>
    private const int MostWords = 40;
    private const int MostCharacters = 400;

    private const int MostHeadlineWords = 17;
    private const int MostHeadlineCharacters = 140;

    /// <summary>How much of a lead a headline may rest on beside the key points' sentences.</summary>
    private const int LeadSentences = 3;

    /// <summary>The point with the cited sentence that supports it best, and what that does not support: nothing, for a point that may leave.</summary>
    /// <param name="article">What is condensed.</param>
    /// <param name="summary">Any summary of the article.</param>
    /// <param name="text">What the point says.</param>
    /// <param name="cited">The sentences that it cites.</param>
    public static (KeyPoint? Point, IReadOnlyList<string> Reasons) Check(Article article, Summary summary, string text, IEnumerable<int> cited)
    {
        if (Form(article, text, MostWords, MostCharacters) is { } objection)
        {
            return (null, [objection]);
        }

        var candidates = cited
            .Distinct()
            .Where(number => number >= 0 && number < article.Sentences.Count)
            .Select(number => new KeyPoint(text, Evidence.Of(article, number)))
            .Select(point => (Point: point, Reasons: Ungrounded(article, summary, point)))
            .ToList();
        return candidates.Count == 0
            ? (null, ["it cites no sentence of the article"])
            : candidates.MinBy(candidate => candidate.Reasons.Count) is var best && best.Reasons.Count == 0
                ? (best.Point, [])
                : (null, [.. best.Reasons.Select(part => part.Why)]);
    }

    /// <summary>Whether everything in a headline is in the key points' sentences or the lead.</summary>
    public static bool IsGrounded(Article article, Summary summary, string headline)
    {
        if (string.IsNullOrWhiteSpace(headline) || Form(article, headline, MostHeadlineWords, MostHeadlineCharacters) is not null)
        {
            return false;
        }

        var open = summary.KeyPoints
            .Select(point => point.Evidence.Sentence)
            .Union(Enumerable.Range(0, Math.Min(LeadSentences, article.Sentences.Count)))
            .Select(sentence => Ungrounded(article, summary, new KeyPoint(headline, Evidence.Of(article, sentence))).Select(found => (found.Kind, found.What)))
            .Aggregate((left, right) => left.Intersect(right).ToList());
        return !open.Any();
    }

    private static IReadOnlyList<Ungrounded> Ungrounded(Article article, Summary summary, KeyPoint point) =>
        Grounding.Check(article, summary with { KeyPoints = [point] });

    private static string? Form(Article article, string text, int mostWords, int mostCharacters) =>
        LinksAndMarkup.HasForeign(article, text) ? "it holds an address or mark-up that is not in the article"
        : text.Length > mostCharacters || text.Count(c => c == ' ') >= mostWords ? "it is too long"
        : null;
}
