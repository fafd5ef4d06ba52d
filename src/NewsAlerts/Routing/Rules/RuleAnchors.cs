namespace NewsAlerts.Routing.Rules;

/// <summary>
/// Chooses a rule's anchors: terms of which every article that it matches has at least one; each with up to two guards, further terms that
/// such an article then has too. A term serves the better the fewer rules look for it, whatever its frequency in articles (docs/decisions/0009).
/// </summary>
/// <param name="vocabulary">Numbers the terms.</param>
/// <param name="uses">By term, how many times rules look for it.</param>
internal sealed class RuleAnchors(RuleVocabulary vocabulary, int[] uses)
{
    /// <summary>Function words, short beginnings and languages are in so many articles that they serve only where a rule has nothing else.</summary>
    private const double Everywhere = 1_000;

    /// <summary>The anchors of a clause; none where it can match no article in this language.</summary>
    public List<Anchor> Of(Clause clause)
    {
        switch (clause)
        {
            case Clause.Any any:
                return [.. any.Alternatives.SelectMany(Of)];
            case Clause.All all:
                var best = all.Required.MinBy(Cost)!;
                var others = all.Required.Where(part => !ReferenceEquals(part, best)).SelectMany(Mandatory).ToList();
                return [.. Of(best).Select(anchor => anchor.GuardedBy(others))];
            default:
                var terms = Mandatory(clause).Order().ToList();
                return terms.Contains(Term.Never) ? [] : [new Anchor(terms[0], Term.None, Term.None).GuardedBy(terms.Skip(1))];
        }
    }

    /// <summary>How many candidates its anchors bring to articles that have them, in relation to other clauses.</summary>
    private double Cost(Clause clause) => clause switch
    {
        Clause.All all => all.Required.Min(Cost),
        Clause.Any any => any.Alternatives.Sum(Cost),
        _ => Mandatory(clause).Min().Cost,
    };

    /// <summary>Terms that every article has that a clause matches.</summary>
    private IEnumerable<Term> Mandatory(Clause clause) => clause switch
    {
        Clause.All all => all.Required.SelectMany(Mandatory),
        Clause.Any => [],
        Clause.Word word => TermsOf(word.Field, word.Text, isWhole: true),
        Clause.Phrase phrase => phrase.Words.SelectMany(word => TermsOf(phrase.Field, word, isWhole: false)).DefaultIfEmpty(Term.Never),
        Clause.Prefix prefix => [OfPrefix(prefix)],
        _ => throw new InvalidOperationException($"Unknown clause {clause}."),
    };

    /// <summary>A word in which this language sees no term matches nothing by itself; a phrase goes on without it.</summary>
    private IEnumerable<Term> TermsOf(RuleField field, string word, bool isWhole)
    {
        var numbers = vocabulary.TermsOf(field, word);
        if (numbers.Length == 0)
        {
            return isWhole ? [Term.Never] : [];
        }

        // Of two that are equally rare the longer one.
        var weight = field == RuleField.Lang || vocabulary.IsStopWord(field, word) ? Everywhere : 1;
        return numbers.Select(number => new Term(number, (uses[number] + (1.0 / (1 + word.Length))) * weight));
    }

    private Term OfPrefix(Clause.Prefix prefix)
    {
        var number = vocabulary.PrefixOf(prefix.Field, prefix.Start);
        return new Term(number, (uses[number] + 1) * (prefix.Start.Length < 4 ? Everywhere : 2));
    }

    /// <summary>A term, by how little it serves.</summary>
    internal readonly record struct Term(int Number, double Cost) : IComparable<Term>
    {
        /// <summary>No further term is known.</summary>
        public static readonly Term None = new(-1, double.PositiveInfinity);

        /// <summary>No article has it.</summary>
        public static readonly Term Never = new(-2, 0);

        public int CompareTo(Term other) => Cost.CompareTo(other.Cost);
    }

    /// <param name="Term">What the rule is filed under.</param>
    /// <param name="First">What an article must have as well before the rule is checked; <see cref="Term.None"/> for nothing.</param>
    /// <param name="Second">Likewise.</param>
    internal readonly record struct Anchor(Term Term, Term First, Term Second)
    {
        /// <summary>With the best two of its guards and these.</summary>
        public Anchor GuardedBy(IEnumerable<Term> others)
        {
            var (first, second) = (First, Second);
            foreach (var other in others)
            {
                (first, second) = other.CompareTo(first) < 0 ? (other, first) : other.CompareTo(second) < 0 ? (first, other) : (first, second);
            }

            return this with { First = first, Second = second };
        }
    }
}
