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
        return [.. claims.Select(claim => Verdict(article, new ClaimReading(source, claim)))];
    }

    /// <summary>What of a claim its evidence does not say; the evidence stands in the article word for word.</summary>
    internal static IReadOnlyList<UnsupportedPart> Check(Article article, Evidence evidence, string claim)
    {
        var source = new Source(evidence.Quote, [new TextSpan(0, evidence.Quote.Length)], article.Citation.Language);
        return new ClaimReading(source, claim).Reasons;
    }

    private static ClaimVerdict Verdict(Article article, ClaimReading reading) => new()
    {
        Supported = reading.Reasons.Count == 0,
        Score = reading.Score,
        Reasons = reading.Reasons,
        Evidence = Cite(article, reading.Best),
        FurtherEvidence = Cite(article, reading.Second),
    };

    private static Evidence? Cite(Article article, int number) => number < 0 ? null : Evidence.Of(article, number);
}
