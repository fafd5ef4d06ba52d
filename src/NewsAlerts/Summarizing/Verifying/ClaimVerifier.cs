using System.Text.RegularExpressions;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Holds claims to the article that they are made about.</summary>
public static partial class ClaimVerifier
{
    private const double Least = .5;

    /// <summary>Whether <paramref name="article"/> says what <paramref name="claim"/> says.</summary>
    public static ClaimVerdict Verify(Article article, string claim) => Verify(article, [claim])[0];

    /// <summary>Each claim's verdict, in order: the article is read once for all of them.</summary>
    public static IReadOnlyList<ClaimVerdict> Verify(Article article, IReadOnlyList<string> claims)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(claims);
        var analyzer = TermAnalyzers.For(article.Citation.Language);
        var sentences = Enumerable.Range(0, article.Sentences.Count).Select(number => Terms(analyzer, article.TextOf(number))).ToArray();
        return [.. claims.Select(claim => Verify(article, sentences, Terms(analyzer, claim), claim))];
    }

    private static ClaimVerdict Verify(Article article, HashSet<string>[] sentences, HashSet<string> terms, string claim)
    {
        var best = Enumerable.Range(0, sentences.Length).OrderByDescending(number => terms.Count(sentences[number].Contains)).Take(2).ToArray();
        var score = terms.Count(term => best.Any(number => sentences[number].Contains(term))) / (double)Math.Max(1, terms.Count);
        var reasons = Number().Matches(claim).Where(number => !Number().Matches(article.Text).Any(said => said.Value == number.Value))
            .Select(number => new UnsupportedPart(UnsupportedKind.Number, number.Value))
            .ToArray();
        return new ClaimVerdict
        {
            Supported = reasons.Length == 0 && score >= Least,
            Score = score,
            Reasons = reasons,
            Evidence = best.Length > 0 ? Cite(article, best[0]) : null,
            FurtherEvidence = best.Length > 1 ? Cite(article, best[1]) : null,
        };
    }

    private static Evidence Cite(Article article, int number)
    {
        var span = article.Sentences[number].Span;
        return new Evidence(number, span.Start, span.Length, article.TextOf(number));
    }

    private static HashSet<string> Terms(Analyzer analyzer, string text)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        using var stream = analyzer.GetTokenStream(string.Empty, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString());
        }

        return terms;
    }

    // Digits of any script, with the marks that group and part them, as a whole: 1,200 is not in 11,200.
    [GeneratedRegex(@"(?<![\p{Nd}])\p{Nd}+(?:[.,:/٫٬]\p{Nd}+)*")]
    private static partial Regex Number();
}
