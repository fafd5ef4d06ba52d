using NewsAlerts.Articles;

namespace NewsAlerts.Routing.Rules;

/// <summary>Why an article matches a rule, or doesn't: clause by clause, each with the places that decide it.</summary>
/// <param name="Matches">Whether it does.</param>
/// <param name="Clause">The rule's own clause, with its parts.</param>
public sealed record RuleExplanation(bool Matches, ClauseExplanation Clause)
{
    /// <summary>The most places that are named of one term.</summary>
    private const int MostHits = 3;

    public static RuleExplanation Of(Rule rule, Article article)
    {
        var vocabulary = new RuleVocabulary(article.Citation.Language);
        RuleTerms.AddTo(vocabulary, [rule.Clause]);
        var explained = Explain(rule.Clause, ClauseDemand.Required, article, ArticleTerms.Read(article, vocabulary));
        return new RuleExplanation(explained.Found, explained);
    }

    private static ClauseExplanation Explain(Clause clause, ClauseDemand demand, Article article, ArticleTerms terms)
    {
        IReadOnlyList<ClauseExplanation> parts = clause switch
        {
            Clause.All all =>
            [
                .. all.Required.Select(part => Explain(part, ClauseDemand.Required, article, terms)),
                .. all.Forbidden.Select(part => Explain(part, ClauseDemand.Forbidden, article, terms)),
            ],
            Clause.Any any => [.. any.Alternatives.Select(part => Explain(part, ClauseDemand.Alternative, article, terms))],
            _ => [],
        };
        return new ClauseExplanation(
            clause.ToString(), demand, clause.Matches(terms), parts.Count > 0 ? [] : Hits(clause, article, terms), parts)
        {
            IsAny = clause is Clause.Any,
        };
    }

    private static IReadOnlyList<ClauseHit> Hits(Clause leaf, Article article, ArticleTerms terms) =>
        [.. ClauseMatching.Places(leaf, terms).Select(place => Hit(place, article, terms)).Distinct().Take(MostHits)];

    private static ClauseHit Hit(int[] place, Article article, ArticleTerms terms)
    {
        var (field, text, first) = terms.At(place.Min());
        var last = terms.At(place.Max()).Span;
        return new ClauseHit(field, field == RuleField.Text ? SentenceAt(article, first.Start) : null, text[first.Start..last.End]);
    }

    /// <summary>The number of the sentence at an offset, or of the last one before it.</summary>
    private static int SentenceAt(Article article, int offset)
    {
        var (low, high) = (0, article.Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = article.Sentences[middle].Span.Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}

/// <summary>What became of a clause.</summary>
/// <param name="Clause">The clause, in the rule's syntax.</param>
/// <param name="Demand">What the clause around it wants of it.</param>
/// <param name="Found">Whether the article has it.</param>
/// <param name="Hits">For a term that was found: up to three places.</param>
/// <param name="Parts">For a group: its clauses, in their order.</param>
public sealed record ClauseExplanation(
    string Clause, ClauseDemand Demand, bool Found, IReadOnlyList<ClauseHit> Hits, IReadOnlyList<ClauseExplanation> Parts)
{
    /// <summary>Whether one of the parts is enough; else all count.</summary>
    public bool IsAny { get; init; }

    /// <summary>Whether the clause does its part to a match.</summary>
    public bool Holds => Found != (Demand == ClauseDemand.Forbidden);
}

/// <summary>What is wanted of a clause.</summary>
public enum ClauseDemand
{
    /// <summary>It must be found.</summary>
    Required,

    /// <summary>One of several that must be found.</summary>
    Alternative,

    /// <summary>It must not be found.</summary>
    Forbidden,
}

/// <summary>A place where a term was found.</summary>
/// <param name="Field">Where; <see cref="RuleField.Text"/> is the text itself, without the title.</param>
/// <param name="Sentence">The sentence's number, from 0, where it is the text.</param>
/// <param name="Quote">The words there, as they are written.</param>
public sealed record ClauseHit(RuleField Field, int? Sentence, string Quote);
