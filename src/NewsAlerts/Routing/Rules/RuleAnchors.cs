namespace NewsAlerts.Routing.Rules;

/// <summary>
/// Chooses a rule's anchors: terms of which every article that it matches has at least one. A term serves the better the fewer rules look
/// for it, whatever its frequency in articles (docs/decisions/0007).
/// </summary>
/// <param name="vocabulary">Numbers the terms.</param>
/// <param name="uses">By term, how many times rules look for it.</param>
internal sealed class RuleAnchors(RuleVocabulary vocabulary, int[] uses)
{
    /// <summary>Function words, short beginnings and languages are in so many articles that they serve only where a rule has nothing else.</summary>
    private const double Everywhere = 1_000;

    /// <summary>Adds the anchors of a clause; none where it matches no article in this language.</summary>
    public void Add(Clause clause, HashSet<int> anchors)
    {
        switch (clause)
        {
            case Clause.All all:
                Add(all.Required.MinBy(Cost)!, anchors);
                break;
            case Clause.Any any:
                foreach (var alternative in any.Alternatives)
                {
                    Add(alternative, anchors);
                }

                break;
            default:
                if (Cheapest(clause) is { Term: >= 0 and var term })
                {
                    anchors.Add(term);
                }

                break;
        }
    }

    /// <summary>How many candidates its anchors bring to articles that have them, in relation to other clauses.</summary>
    private double Cost(Clause clause) => clause switch
    {
        Clause.All all => all.Required.Min(Cost),
        Clause.Any any => any.Alternatives.Sum(Cost),
        _ => Cheapest(clause).Cost,
    };

    private (double Cost, int Term) Cheapest(Clause leaf) => leaf switch
    {
        Clause.Word word => Cheapest(word.Field, word.Text),
        Clause.Prefix prefix => OfPrefix(prefix),
        Clause.Phrase phrase => phrase.Words.Select(word => Cheapest(phrase.Field, word)).Where(found => found.Term >= 0).DefaultIfEmpty((0, -1)).Min(),
        _ => throw new InvalidOperationException($"Unknown term {leaf}."),
    };

    /// <summary>A word that this language sees no term in matches nothing, which costs nothing.</summary>
    private (double Cost, int Term) Cheapest(RuleField field, string word)
    {
        var (cost, best) = (0.0, -1);
        foreach (var term in vocabulary.TermsOf(field, word))
        {
            // Of two that are equally rare the longer one.
            var candidate = (uses[term] + (1.0 / (1 + word.Length))) * (field == RuleField.Lang || vocabulary.IsStopWord(field, word) ? Everywhere : 1);
            (cost, best) = best < 0 || candidate < cost ? (candidate, term) : (cost, best);
        }

        return (cost, best);
    }

    private (double Cost, int Term) OfPrefix(Clause.Prefix prefix)
    {
        var term = vocabulary.PrefixOf(prefix.Field, prefix.Start);
        return ((uses[term] + 1) * (prefix.Start.Length < 4 ? Everywhere : 2), term);
    }
}
