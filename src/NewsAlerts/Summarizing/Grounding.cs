using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Verifying;

namespace NewsAlerts.Summarizing;

/// <summary>What a key point says without its evidence saying so.</summary>
/// <param name="KeyPoint">The key point's index in <see cref="Summary.KeyPoints"/>.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="What">The thing itself, as the key point has it.</param>
public readonly record struct Ungrounded(int KeyPoint, UnsupportedKind Kind, string What)
{
    /// <summary>The same in words, for a note to the reader or an objection to a model.</summary>
    public string Why => Kind switch
    {
        UnsupportedKind.Evidence => "its evidence is not in the article",
        UnsupportedKind.Number => $"the number {What} is not in its evidence",
        UnsupportedKind.Unit => $"{What} is another unit than in its evidence",
        UnsupportedKind.Date => $"the date {What} is not in its evidence",
        UnsupportedKind.Quotation => "its quotation is not in its evidence",
        UnsupportedKind.Name => $"the name {What} is not in its evidence",
        UnsupportedKind.Speaker => $"its evidence does not have it from {What}",
        UnsupportedKind.Negation => $"it does not deny what its evidence denies ({What})",
        UnsupportedKind.Words => $"its evidence does not say {What}",
        _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
    };
}

/// <summary>
/// Holds a summary to its article: all of a key point's evidence stands there word for word, and supports the key point without the rest of the
/// article, as <see cref="ClaimVerifier"/> sees it. What was extracted passes by construction; the check is for what was not.
/// </summary>
public static class Grounding
{
    /// <summary>All that is not grounded, by key point; empty for a summary that may leave.</summary>
    public static IReadOnlyList<Ungrounded> Check(Article article, Summary summary)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(summary);
        return [.. summary.KeyPoints.SelectMany((point, index) => Check(article, point).Select(found => new Ungrounded(index, found.Kind, found.What)))];
    }

    private static IReadOnlyList<UnsupportedPart> Check(Article article, KeyPoint point)
    {
        var invented = point.AllEvidence.Where(evidence => !IsVerbatim(article, evidence)).Select(evidence => new UnsupportedPart(UnsupportedKind.Evidence, evidence.Quote)).ToList();
        return invented.Count > 0 ? invented : ClaimVerifier.Check(article, point.AllEvidence, point.Text);
    }

    private static bool IsVerbatim(Article article, Evidence evidence)
    {
        if ((uint)evidence.Sentence >= article.Sentences.Count || evidence.Length == 0 || evidence.Length != evidence.Quote.Length)
        {
            return false;
        }

        // Within its sentence, so within the text; no sum that could overflow.
        var sentence = article.Sentences[evidence.Sentence].Span;
        return evidence.Start >= sentence.Start
            && evidence.Start <= sentence.End
            && evidence.Length <= sentence.End - evidence.Start
            && article.Text.AsSpan(evidence.Start, evidence.Length).SequenceEqual(evidence.Quote);
    }
}
