namespace NewsAlerts.Routing.Rules;

/// <summary>Whether clauses match what was read of an article: exactly, phrases by their positions.</summary>
internal static class ClauseMatching
{
    public static bool Matches(this Clause clause, ArticleTerms article) => clause switch
    {
        Clause.All all => All(all, article),
        Clause.Any any => Any(any.Alternatives, article),
        Clause.Word or Clause.Phrase or Clause.Prefix => Place(clause, article) is not null,
        _ => throw new InvalidOperationException($"Unknown clause {clause}."),
    };

    /// <summary>The positions at which a term or phrase stands first; null where it does not.</summary>
    public static int[]? Place(Clause leaf, ArticleTerms article) => leaf switch
    {
        Clause.Word word => Place(article, word.Field, article.Vocabulary.TermsOf(word.Field, word.Text), slop: 0),
        Clause.Prefix prefix => Place(article, prefix.Field, [article.Vocabulary.PrefixOf(prefix.Field, prefix.Start)], slop: 0),
        Clause.Phrase phrase => Place(
            article, phrase.Field, [.. phrase.Words.SelectMany(word => article.Vocabulary.TermsOf(phrase.Field, word))], phrase.Slop),
        _ => throw new InvalidOperationException($"Unknown term {leaf}."),
    };

    /// <summary>Every place of a single word, the first one of a phrase; none where it does not occur.</summary>
    public static IEnumerable<int[]> Places(Clause leaf, ArticleTerms article)
    {
        var (field, terms) = leaf switch
        {
            Clause.Word word => (word.Field, article.Vocabulary.TermsOf(word.Field, word.Text)),
            Clause.Prefix prefix => (prefix.Field, [article.Vocabulary.PrefixOf(prefix.Field, prefix.Start)]),
            _ => (RuleField.Text, []),
        };
        var end = field == RuleField.Title ? article.TitleEnd : int.MaxValue;
        return terms is [var one] ? article.PositionsOf(one).Where(position => position < end).Select(position => (int[])[position])
            : Place(leaf, article) is { } place ? [place]
            : [];
    }

    private static int[]? Place(ArticleTerms article, RuleField field, int[] terms, int slop)
    {
        var end = field == RuleField.Title ? article.TitleEnd : int.MaxValue;
        if (terms.Length == 1)
        {
            return article.PositionsOf(terms[0]) is [var first, ..] && first < end ? [first] : null;
        }

        var positions = new List<int>[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            positions[i] = article.PositionsOf(terms[i]);
            if (positions[i].Count == 0)
            {
                return null;
            }
        }

        return terms.Length == 0 ? null : PhraseSearch.Find(positions, slop, end);
    }

    // Loops, not LINQ: every candidate of every article comes by here.
    private static bool All(Clause.All all, ArticleTerms article)
    {
        foreach (var clause in all.Required)
        {
            if (!clause.Matches(article))
            {
                return false;
            }
        }

        return !Any(all.Forbidden, article);
    }

    private static bool Any(IReadOnlyList<Clause> clauses, ArticleTerms article)
    {
        foreach (var clause in clauses)
        {
            if (clause.Matches(article))
            {
                return true;
            }
        }

        return false;
    }
}
