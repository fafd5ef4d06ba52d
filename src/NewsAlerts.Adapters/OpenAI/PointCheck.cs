using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Verifying;

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

    /// <summary>The point with the one or two cited sentences that support it best, and what they don't support: nothing, for a point that may leave.</summary>
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

        List<int> sentences = [.. cited.Distinct().Where(number => number >= 0 && number < article.Sentences.Count)];
        if (sentences.Count == 0)
        {
            return (null, ["it cites no sentence of the article"]);
        }

        var best = Readings(article, sentences, text)
            .Select(point => (Point: point, Reasons: Ungrounded(article, summary, point)))
            .MinBy(candidate => candidate.Reasons.Count);
        return best.Reasons.Count == 0 ? (best.Point, []) : (null, [.. best.Reasons.Select(part => part.Why)]);
    }

    /// <summary>Whether the key points' sentences or the lead say what a headline says: one of them alone, or the two that say most of it.</summary>
    public static bool IsGrounded(Article article, Summary summary, string headline)
    {
        if (string.IsNullOrWhiteSpace(headline) || Form(article, headline, MostHeadlineWords, MostHeadlineCharacters) is not null)
        {
            return false;
        }

        List<int> sentences = [.. summary.KeyPoints
            .SelectMany(point => point.AllEvidence)
            .Select(evidence => evidence.Sentence)
            .Union(Enumerable.Range(0, Math.Min(LeadSentences, article.Sentences.Count)))];
        return Readings(article, sentences, headline).Any(reading => Ungrounded(article, summary, reading).Count == 0);
    }

    // The two that say most of it; where they don't support it, the first alone may still, whose place the other's words would only take. No
    // sentence that says less of it: what another one denies is not in it.
    private static KeyPoint[] Readings(Article article, IReadOnlyList<int> sentences, string text)
    {
        var (evidence, further) = ClaimVerifier.Choose(article, sentences, text);
        var alone = new KeyPoint(text, evidence);
        return further is null ? [alone] : [new KeyPoint(text, evidence, further), alone];
    }

    private static IReadOnlyList<Ungrounded> Ungrounded(Article article, Summary summary, KeyPoint point) =>
        Grounding.Check(article, summary with { KeyPoints = [point] });

    private static string? Form(Article article, string text, int mostWords, int mostCharacters) =>
        LinksAndMarkup.HasForeign(article, text) ? "it holds an address or mark-up that is not in the article"
        : text.Length > mostCharacters || text.Count(c => c == ' ') >= mostWords ? "it is too long"
        : null;
}
