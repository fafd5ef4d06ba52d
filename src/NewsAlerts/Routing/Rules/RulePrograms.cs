namespace NewsAlerts.Routing.Rules;

/// <summary>
/// The clauses of many rules as numbers in one array: a check reads a few neighbouring ones, where the clauses themselves lie scattered over
/// the heap and name their terms by spelling. A clause is its kind and length in one number, then what it is made of.
/// </summary>
internal sealed class RulePrograms
{
    private const int KindBits = 3;

    private readonly int[] _code;
    private readonly int[] _starts;

    public RulePrograms(IReadOnlyList<Rule> rules, RuleVocabulary vocabulary)
    {
        var code = new List<int>(rules.Count * 8);
        _starts = new int[rules.Count];
        for (var rule = 0; rule < rules.Count; rule++)
        {
            _starts[rule] = code.Count;
            Write(rules[rule].Clause, vocabulary, code);
        }

        _code = [.. code];
    }

    /// <summary>Where a rule's program begins.</summary>
    public int StartOf(int rule) => _starts[rule];

    /// <summary>Whether an article matches the clause whose program begins there.</summary>
    public bool MatchesAt(int at, ArticleTerms article) => (Kind)(_code[at] & ((1 << KindBits) - 1)) switch
    {
        Kind.Term => article.Has(_code[at + 1]),
        Kind.Title => article.PositionsOf(_code[at + 1]) is [var first, ..] && first < article.TitleEnd,
        Kind.Phrase => MatchesPhrase(at, article),
        Kind.All => MatchesAll(at, article),
        Kind.Any => AnyOf(_code[at + 1], at + 2, article),
        _ => throw new InvalidOperationException("The program of a rule is broken."),
    };

    private bool MatchesAll(int at, ArticleTerms article)
    {
        var next = at + 3;
        for (var left = _code[at + 1]; left > 0; left--)
        {
            if (!MatchesAt(next, article))
            {
                return false;
            }

            next += LengthAt(next);
        }

        return !AnyOf(_code[at + 2], next, article);
    }

    private bool AnyOf(int count, int next, ArticleTerms article)
    {
        for (; count > 0; count--)
        {
            if (MatchesAt(next, article))
            {
                return true;
            }

            next += LengthAt(next);
        }

        return false;
    }

    private bool MatchesPhrase(int at, ArticleTerms article)
    {
        var terms = _code.AsSpan(at + 3, LengthAt(at) - 3);
        foreach (var term in terms)
        {
            if (!article.Has(term))
            {
                return false;
            }
        }

        return article.TryPlace(terms, slop: _code[at + 1], inTitle: _code[at + 2] != 0, out _);
    }

    private int LengthAt(int at) => _code[at] >> KindBits;

    private static void Write(Clause clause, RuleVocabulary vocabulary, List<int> code)
    {
        var start = code.Count;
        code.Add(0);
        var kind = clause switch
        {
            Clause.All all => WriteAll(all, vocabulary, code),
            Clause.Any any => WriteAny(any, vocabulary, code),
            _ => WriteLeaf(clause, vocabulary, code),
        };
        code[start] = ((code.Count - start) << KindBits) | (int)kind;
    }

    private static Kind WriteAll(Clause.All all, RuleVocabulary vocabulary, List<int> code)
    {
        code.Add(all.Required.Count);
        code.Add(all.Forbidden.Count);
        foreach (var part in all.Required.Concat(all.Forbidden))
        {
            Write(part, vocabulary, code);
        }

        return Kind.All;
    }

    private static Kind WriteAny(Clause.Any any, RuleVocabulary vocabulary, List<int> code)
    {
        code.Add(any.Alternatives.Count);
        foreach (var part in any.Alternatives)
        {
            Write(part, vocabulary, code);
        }

        return Kind.Any;
    }

    private static Kind WriteLeaf(Clause leaf, RuleVocabulary vocabulary, List<int> code)
    {
        var (field, terms, slop) = ClauseMatching.TermsOf(leaf, vocabulary);
        if (terms.Length == 0)
        {
            // Nothing to look for in this language: no alternative is ever true.
            code.Add(0);
            return Kind.Any;
        }

        if (terms.Length > 1)
        {
            code.Add(slop);
            code.Add(field == RuleField.Title ? 1 : 0);
            code.AddRange(terms);
            return Kind.Phrase;
        }

        code.Add(terms[0]);
        return field == RuleField.Title ? Kind.Title : Kind.Term;
    }

    private enum Kind
    {
        /// <summary>The term.</summary>
        Term,

        /// <summary>The term, which counts in the title only.</summary>
        Title,

        /// <summary>The slop; 1 for the title alone, else 0; the terms in their order.</summary>
        Phrase,

        /// <summary>How many are required, how many forbidden; then these clauses.</summary>
        All,

        /// <summary>How many alternatives; then these clauses.</summary>
        Any,
    }
}
