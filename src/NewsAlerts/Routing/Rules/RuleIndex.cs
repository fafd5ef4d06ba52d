using System.Collections.Concurrent;
using NewsAlerts.Articles;
using NewsAlerts.Terms;

namespace NewsAlerts.Routing.Rules;

/// <summary>
/// A percolator: rules filed by terms that they require, so that an article meets only those that could match; these are then checked
/// exactly. Immutable; an index of each language is built when its first article comes, and may be built before.
/// </summary>
public sealed class RuleIndex
{
    private readonly IReadOnlyList<Rule> _rules;
    private readonly ConcurrentDictionary<string, Lazy<OfLanguage>> _languages = new(StringComparer.Ordinal);

    public RuleIndex(IReadOnlyList<Rule> rules) => _rules = rules;

    /// <summary>The languages that have an index by now; those without a stemmer share "und".</summary>
    public IReadOnlyCollection<string> Languages => [.. _languages.Keys];

    /// <summary>Builds the index of a language unless it is there.</summary>
    /// <param name="language">BCP 47 primary language subtag; any string.</param>
    public void Prepare(string language) => Of(language);

    /// <summary>The rules that an article matches.</summary>
    public RuleMatches Match(Article article) => Of(article.Citation.Language).Match(article);

    /// <summary>The same by checking every rule: what <see cref="Match"/> is measured against.</summary>
    public IEnumerable<int> MatchEvery(Article article) => Of(article.Citation.Language).MatchEvery(article);

    private OfLanguage Of(string language) =>
        _languages.GetOrAdd(TermAnalyzers.Has(language) ? language : "und", static (key, rules) => new(() => new OfLanguage(rules, key)), _rules).Value;

    private sealed class OfLanguage
    {
        private readonly IReadOnlyList<Rule> _rules;
        private readonly RuleVocabulary _vocabulary;
        private readonly RulePrograms _programs;

        // What is filed under term t is _filed[_starts[t].._starts[t + 1]].
        private readonly int[] _starts;
        private readonly Filed[] _filed;

        public OfLanguage(IReadOnlyList<Rule> rules, string language)
        {
            _rules = rules;
            _vocabulary = new RuleVocabulary(language);
            var uses = RuleTerms.AddTo(_vocabulary, rules.Select(rule => rule.Clause));
            _programs = new RulePrograms(rules, _vocabulary);
            (_starts, _filed) = File(new RuleAnchors(_vocabulary, uses));
        }

        public RuleMatches Match(Article article)
        {
            var terms = ArticleTerms.Read(article, _vocabulary);
            var matches = new List<int>();
            var candidates = 0;
            foreach (var term in terms.Terms)
            {
                foreach (var (rule, first, second, program) in _filed.AsSpan(_starts[term].._starts[term + 1]))
                {
                    if ((first < 0 || terms.Has(first)) && (second < 0 || terms.Has(second)))
                    {
                        candidates++;
                        if (program < 0 || _programs.MatchesAt(program, terms))
                        {
                            matches.Add(rule);
                        }
                    }
                }
            }

            return new RuleMatches(InOrder(matches), candidates);
        }

        public IEnumerable<int> MatchEvery(Article article)
        {
            var terms = ArticleTerms.Read(article, _vocabulary);
            return Enumerable.Range(0, _rules.Count).Where(rule => _rules[rule].Clause.Matches(terms));
        }

        /// <summary>Each once: a rule that is filed under several alternatives may be found by each of them.</summary>
        private static List<int> InOrder(List<int> matches)
        {
            matches.Sort();
            var kept = 0;
            for (var i = 0; i < matches.Count; i++)
            {
                if (i == 0 || matches[i] != matches[i - 1])
                {
                    matches[kept++] = matches[i];
                }
            }

            matches.RemoveRange(kept, matches.Count - kept);
            return matches;
        }

        private (int[] Starts, Filed[] Filed) File(RuleAnchors anchors)
        {
            var (rules, terms) = (_rules, _vocabulary.Count);
            var starts = new int[terms + 1];
            var pairs = new List<(int Term, Filed Filed)>(rules.Count);
            for (var rule = 0; rule < rules.Count; rule++)
            {
                var clause = rules[rule].Clause;
                foreach (var anchor in anchors.Of(clause))
                {
                    var program = IsNoMoreThan(clause, anchor) ? -1 : _programs.StartOf(rule);
                    pairs.Add((anchor.Term.Number, new Filed(rule, anchor.First.Number, anchor.Second.Number, program)));
                    starts[anchor.Term.Number + 1]++;
                }
            }

            for (var term = 0; term < terms; term++)
            {
                starts[term + 1] += starts[term];
            }

            var filed = new Filed[pairs.Count];
            var next = starts.AsSpan(0, terms).ToArray();
            foreach (var (term, one) in pairs)
            {
                filed[next[term]++] = one;
            }

            return (starts, filed);
        }

        /// <summary>Whether the anchor and its guards are all that the clause asks for: one word, two or three.</summary>
        private bool IsNoMoreThan(Clause clause, RuleAnchors.Anchor anchor)
        {
            var terms = 1 + (anchor.First.Number < 0 ? 0 : 1) + (anchor.Second.Number < 0 ? 0 : 1);
            return clause is Clause.All { Forbidden: [] } all ? all.Required.Count == terms && all.Required.All(IsPlain) : terms == 1 && IsPlain(clause);
        }

        private bool IsPlain(Clause clause) =>
            clause is Clause.Word or Clause.Prefix && ClauseMatching.TermsOf(clause, _vocabulary) is (not RuleField.Title, [_], _);

        /// <summary>A rule under an anchor. What follows stands beside it, so that most are decided without looking at the rule.</summary>
        /// <param name="Rule">Which rule.</param>
        /// <param name="First">A term without which it can't match either; negative for none.</param>
        /// <param name="Second">Likewise.</param>
        /// <param name="Program">What to check of an article that has all of these; negative where it matches.</param>
        private readonly record struct Filed(int Rule, int First, int Second, int Program);
    }
}

/// <summary>What an article matches.</summary>
/// <param name="Rules">The indexes of the rules, ascending.</param>
/// <param name="Candidates">How many rules had to be checked, or were decided by their anchor and guards alone.</param>
public sealed record RuleMatches(IReadOnlyList<int> Rules, int Candidates);
