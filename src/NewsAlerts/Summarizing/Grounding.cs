using System.Text.RegularExpressions;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing;

/// <summary>What a key point says without its evidence saying so.</summary>
/// <param name="KeyPoint">The key point's index in <see cref="Summary.KeyPoints"/>.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="What">The thing itself, as the key point has it.</param>
public readonly record struct Ungrounded(int KeyPoint, UngroundedKind Kind, string What);

/// <summary>Kinds of what a key point can say without evidence.</summary>
public enum UngroundedKind
{
    /// <summary>The evidence is not where it says it is in the article, or not in these words.</summary>
    Evidence,

    /// <summary>A number.</summary>
    Number,

    /// <summary>The words between quotation marks.</summary>
    Quotation,

    /// <summary>A capitalised word.</summary>
    Name,
}

/// <summary>
/// Holds a summary to its article: every key point's evidence stands there word for word, and every number, quotation and name of the key
/// point occurs in that evidence. What was extracted passes by construction; the check is for what was not.
/// </summary>
public static partial class Grounding
{
    /// <summary>All that is not grounded, by key point; empty for a summary that may leave.</summary>
    public static IReadOnlyList<Ungrounded> Check(Article article, Summary summary)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(summary);
        return [.. summary.KeyPoints.SelectMany((point, index) =>
            Check(article, point).Select(found => new Ungrounded(index, found.Kind, found.What)))];
    }

    private static IEnumerable<(UngroundedKind Kind, string What)> Check(Article article, KeyPoint point) =>
        IsVerbatim(article, point.Evidence)
            ? Claims(point.Text).Where(claim => !Supports(point.Evidence.Quote, claim.Kind, claim.What))
            : [(UngroundedKind.Evidence, point.Evidence.Quote)];

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

    private static IEnumerable<(UngroundedKind Kind, string What)> Claims(string text)
    {
        var numbers = Number().Matches(text).Select(match => (UngroundedKind.Number, match.Value));
        var quotations = Quotation().Matches(text).Select(match => (UngroundedKind.Quotation, match.Groups["said"].Value));
        var names = Name().Matches(text).Select(match => (UngroundedKind.Name, match.Value));
        return numbers.Concat(quotations).Concat(names);
    }

    private static bool Supports(string evidence, UngroundedKind kind, string what) => kind switch
    {
        UngroundedKind.Number => Number().Matches(evidence).Any(match => match.ValueSpan.SequenceEqual(what)),
        UngroundedKind.Quotation => Plain(evidence).Contains(Plain(what), StringComparison.Ordinal),
        // A sentence's first word has its capital from its place.
        _ => Word().Matches(evidence).Any(match => match.ValueSpan.Equals(what, StringComparison.OrdinalIgnoreCase)),
    };

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim().TrimEnd('.', ',', '!', '?', ' ');

    // Digits of any script, with the marks that group and part them, as a whole: 1,200 is not in 11,200.
    [GeneratedRegex(@"(?<![\p{Nd}])\p{Nd}+(?:[.,:/٫٬]\p{Nd}+)*")]
    private static partial Regex Number();

    [GeneratedRegex(@"""(?<said>[^""]+)""|“(?<said>[^”]+)”|«(?<said>[^»]+)»|「(?<said>[^」]+)」|『(?<said>[^』]+)』")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{Nd}])\p{Lu}[\p{L}\p{M}]*")]
    private static partial Regex Name();

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
