namespace NewsAlerts.Routing.Rules;

/// <summary>Takes the terms of clauses into a vocabulary.</summary>
internal static class RuleTerms
{
    /// <returns>By term, how many times the clauses look for it.</returns>
    public static int[] AddTo(RuleVocabulary vocabulary, IEnumerable<Clause> clauses)
    {
        var uses = new List<int>();
        foreach (var clause in clauses)
        {
            Add(clause);
        }

        return [.. uses];

        void Add(Clause clause)
        {
            switch (clause)
            {
                case Clause.All all:
                    AddAll(all.Required);
                    AddAll(all.Forbidden);
                    break;
                case Clause.Any any:
                    AddAll(any.Alternatives);
                    break;
                case Clause.Word word:
                    CountAll(vocabulary.Add(word.Field, word.Text));
                    break;
                case Clause.Phrase phrase:
                    foreach (var word in phrase.Words)
                    {
                        CountAll(vocabulary.Add(phrase.Field, word));
                    }

                    break;
                case Clause.Prefix prefix:
                    Count(vocabulary.AddPrefix(prefix.Field, prefix.Start));
                    break;
                default:
                    throw new InvalidOperationException($"Unknown clause {clause}.");
            }
        }

        void AddAll(IReadOnlyList<Clause> parts)
        {
            foreach (var part in parts)
            {
                Add(part);
            }
        }

        void CountAll(int[] terms)
        {
            foreach (var term in terms)
            {
                Count(term);
            }
        }

        void Count(int term)
        {
            while (uses.Count <= term)
            {
                uses.Add(0);
            }

            uses[term]++;
        }
    }
}
