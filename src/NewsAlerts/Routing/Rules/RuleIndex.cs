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

        // The rules of term t are _filed[_starts[t].._starts[t + 1]].
        private readonly int[] _starts;
        private readonly int[] _filed;

        public OfLanguage(IReadOnlyList<Rule> rules, string language)
        {
            _rules = rules;
            _vocabulary = new RuleVocabulary(language);
            var uses = RuleTerms.AddTo(_vocabulary, rules.Select(rule => rule.Clause));
            (_starts, _filed) = File(rules, new RuleAnchors(_vocabulary, uses), _vocabulary.Count);
        }

        public RuleMatches Match(Article article)
        {
            var terms = ArticleTerms.Read(article, _vocabulary);
            var candidates = new HashSet<int>();
            foreach (var term in terms.Terms)
            {
                for (var i = _starts[term]; i < _starts[term + 1]; i++)
                {
                    candidates.Add(_filed[i]);
                }
            }

            var matches = new List<int>();
            foreach (var candidate in candidates)
            {
                if (_rules[candidate].Clause.Matches(terms))
                {
                    matches.Add(candidate);
                }
            }

            matches.Sort();
            return new RuleMatches(matches, candidates.Count);
        }

        public IEnumerable<int> MatchEvery(Article article)
        {
            var terms = ArticleTerms.Read(article, _vocabulary);
            return Enumerable.Range(0, _rules.Count).Where(rule => _rules[rule].Clause.Matches(terms));
        }

        private static (int[] Starts, int[] Filed) File(IReadOnlyList<Rule> rules, RuleAnchors anchors, int terms)
        {
            var starts = new int[terms + 1];
            var pairs = new List<(int Term, int Rule)>(rules.Count);
            var found = new HashSet<int>();
            for (var rule = 0; rule < rules.Count; rule++)
            {
                found.Clear();
                anchors.Add(rules[rule].Clause, found);
                foreach (var term in found)
                {
                    pairs.Add((term, rule));
                    starts[term + 1]++;
                }
            }

            for (var term = 0; term < terms; term++)
            {
                starts[term + 1] += starts[term];
            }

            var filed = new int[pairs.Count];
            var next = starts.AsSpan(0, terms).ToArray();
            foreach (var (term, rule) in pairs)
            {
                filed[next[term]++] = rule;
            }

            return (starts, filed);
        }
    }
}

/// <summary>What an article matches.</summary>
/// <param name="Rules">The indexes of the rules, ascending.</param>
/// <param name="Candidates">How many rules were checked for it.</param>
public sealed record RuleMatches(IReadOnlyList<int> Rules, int Candidates);
