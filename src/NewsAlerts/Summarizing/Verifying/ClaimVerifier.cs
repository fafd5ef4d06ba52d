using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Holds claims to the article that they are made about, by rules alone: no model, no network, the same answer every time. A claim is laid
/// beside the one or two sentences that come closest to it. Where it follows one of them, every word that stands in another's place is
/// looked at; where it is in words of its own, its numbers, names, dates, quotations and negations must still be the article's.
/// </summary>
public static class ClaimVerifier
{
    /// <summary>Whether <paramref name="article"/> says what <paramref name="claim"/> says.</summary>
    public static ClaimVerdict Verify(Article article, string claim) => Verify(article, [claim])[0];

    /// <summary>Each claim's verdict, in order: the article is read once for all of them.</summary>
    public static IReadOnlyList<ClaimVerdict> Verify(Article article, IReadOnlyList<string> claims)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(claims);
        var source = new Source(article.Text, [.. article.Sentences.Select(sentence => sentence.Span)], article.Citation.Language);
        return [.. claims.Select(claim => Verdict(article, new ClaimReading(source, claim, EvidenceFinder.Scope.Article)))];
    }

    /// <summary>
    /// Which of the sentences that somebody cites for a claim it rests on: the one that says most of it, and the one that says most of the
    /// rest, if any does.
    /// </summary>
    /// <param name="article">What the claim is made about.</param>
    /// <param name="sentences">Numbers of its sentences, at least one.</param>
    /// <param name="claim">The claim.</param>
    public static (Evidence Evidence, Evidence? FurtherEvidence) Choose(Article article, IReadOnlyList<int> sentences, string claim)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(sentences);
        var cited = sentences.Distinct().Order().Select(number => Evidence.Of(article, number)).ToList();
        var source = Together(cited, article.Citation.Language);
        var (best, second) = EvidenceFinder.Find(source, source.Read(claim), EvidenceFinder.Scope.Cited);
        return (cited[best], second < 0 ? null : cited[second]);
    }

    /// <summary>What of a claim its evidence does not say; the evidence stands in the article word for word.</summary>
    internal static IReadOnlyList<UnsupportedPart> Check(Article article, IReadOnlyList<Evidence> evidence, string claim) =>
        new ClaimReading(Together(evidence, article.Citation.Language), claim, EvidenceFinder.Scope.Cited).Reasons;

    /// <summary>Quotations of an article, a sentence each, as a source of their own.</summary>
    private static Source Together(IReadOnlyList<Evidence> evidence, string language)
    {
        var spans = new TextSpan[evidence.Count];
        for (var (i, start) = (0, 0); i < spans.Length; start = spans[i].End + 1, i++)
        {
            spans[i] = new TextSpan(start, evidence[i].Quote.Length);
        }

        return new Source(string.Join('\n', evidence.Select(each => each.Quote)), spans, language);
    }

    private static ClaimVerdict Verdict(Article article, ClaimReading reading)
    {
        var repeats = Repeats(article, reading.Text);
        return new()
        {
            Supported = repeats || reading.Reasons.Count == 0,
            Score = repeats ? 1 : reading.Score,
            Reasons = repeats ? [] : reading.Reasons,
            Evidence = Cite(article, reading.Best),
            FurtherEvidence = Cite(article, reading.Second),
        };
    }

    /// <summary>Whether a claim is a whole sentence of the article, or several that follow each other, word for word.</summary>
    private static bool Repeats(Article article, string claim)
    {
        for (var at = article.Text.IndexOf(claim, StringComparison.Ordinal); at >= 0 && claim.Length > 0; at = article.Text.IndexOf(claim, at + 1, StringComparison.Ordinal))
        {
            if (article.Sentences.Any(sentence => sentence.Span.Start == at) && article.Sentences.Any(sentence => sentence.Span.End == at + claim.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static Evidence? Cite(Article article, int number) => number < 0 ? null : Evidence.Of(article, number);
}
