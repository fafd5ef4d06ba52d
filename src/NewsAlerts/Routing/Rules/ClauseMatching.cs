namespace NewsAlerts.Routing.Rules;

/// <summary>Whether a clause matches what was read of an article, and where: exactly, phrases by their positions.</summary>
internal static class ClauseMatching
{
    public static bool Matches(this Clause clause, ArticleTerms article) => clause switch
    {
        Clause.All all => all.Required.All(part => part.Matches(article)) && !all.Forbidden.Any(part => part.Matches(article)),
        Clause.Any any => any.Alternatives.Any(part => part.Matches(article)),
        _ => Places(clause, article).Any(),
    };

    /// <summary>Every place of a single term, the first one of a phrase: the positions of its words. None where it does not occur.</summary>
    public static IEnumerable<int[]> Places(Clause leaf, ArticleTerms article)
    {
        var (field, terms, slop) = TermsOf(leaf, article.Vocabulary);
        var inTitle = field == RuleField.Title;
        return terms is [var one] ? article.PositionsOf(one).Where(position => !inTitle || position < article.TitleEnd).Select(position => (int[])[position])
            : terms.Length > 1 && article.TryPlace(terms, slop, inTitle, out var place) ? [place.ToArray()]
            : [];
    }

    /// <summary>The terms that a word or phrase is looked for by; none where the article's language sees no word in it.</summary>
    public static (RuleField Field, int[] Terms, int Slop) TermsOf(Clause leaf, RuleVocabulary vocabulary) => leaf switch
    {
        Clause.Word word => (word.Field, vocabulary.TermsOf(word.Field, word.Text), 0),
        Clause.Prefix prefix => (prefix.Field, [vocabulary.PrefixOf(prefix.Field, prefix.Start)], 0),
        Clause.Phrase phrase => (phrase.Field, [.. phrase.Words.SelectMany(word => vocabulary.TermsOf(phrase.Field, word))], phrase.Slop),
        _ => throw new InvalidOperationException($"Unknown term {leaf}."),
    };
}
