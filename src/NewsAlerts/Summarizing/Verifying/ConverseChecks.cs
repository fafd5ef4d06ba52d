using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether a claim has somebody do the converse of what they do in its evidence: sell where they buy, or sell what they keep. "A bought it from B" is "B sold it to A",
/// so that the verb alone tells nothing; who stands before it and what stands behind it do. In English.
/// </summary>
internal static class ConverseChecks
{
    private static readonly FrozenSet<string>[][] _converses =
    [
        [Words("buy buys bought buying purchase purchased acquire acquires acquired acquiring"), Words("sell sells sold selling")],
        [Words("keep keeps kept keeping retain retains retained"), Words("sell sells sold selling scrap scraps scrapped abandon abandons abandoned")],
        [Words("lend lends lent"), Words("borrow borrows borrowed")],
    ];

    private static readonly FrozenSet<string> _all = _converses.SelectMany(pair => pair).SelectMany(words => words).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        if (reading.Source.Language != "en")
        {
            yield break;
        }

        var words = RoleWords.For("en")!;
        for (var at = 1; at < reading.Tokens.Length; at++)
        {
            var word = reading.WordOf(reading.Tokens[at]);
            if (!_all.Contains(word))
            {
                continue;
            }

            foreach (var pair in _converses.Where(pair => pair[0].Contains(word) || pair[1].Contains(word)))
            {
                var (same, converse) = pair[0].Contains(word) ? (pair[0], pair[1]) : (pair[1], pair[0]);
                // Who bought and sold did both.
                if (!Array.Exists(reading.Tokens, token => converse.Contains(reading.WordOf(token))) && IsTurned(reading, words, at, same, converse))
                {
                    yield return new UnsupportedPart(UnsupportedKind.Words, reading.TextOf(reading.Tokens[at]));
                    break;
                }
            }
        }
    }

    private static bool IsTurned(ClaimReading reading, RoleWords words, int verb, FrozenSet<string> same, FrozenSet<string> converse)
    {
        var claimed = Clause.Around(reading.Source, words, reading.Tokens, verb);
        var said = ClausesOf(reading, words, reading.Best, same);
        var further = reading.Second < 0 ? [] : ClausesOf(reading, words, reading.Second, same);
        if (said.Concat(further).Any(other => claimed.Patient.Exists(other.Clause.Patient.Contains)) || further.Exists(other => claimed.Agent.Exists(other.Clause.Agent.Contains)))
        {
            return false;
        }

        return ClausesOf(reading, words, reading.Best, converse).Exists(other =>
        {
            var isAgents = claimed.Agent.Exists(other.Clause.Agent.Contains);
            // "Sell six boats but keep the ferry": the second verb's agent is the first one's.
            var isCoordinated = other.Clause.Agent.Count == 0 && reading.Said.AsSpan(0, other.At).HasAny(claimed.Agent);
            return claimed.Patient.Exists(other.Clause.Patient.Contains) ? isAgents || isCoordinated : isAgents && !claimed.IsPassive && said.Count == 0;
        });
    }

    private static List<(int At, Clause Clause)> ClausesOf(ClaimReading reading, RoleWords words, int sentence, FrozenSet<string> verbs)
    {
        var said = reading.Source[sentence];
        var found = new List<(int, Clause)>();
        for (var at = 1; at < said.Length; at++)
        {
            if (verbs.Contains(reading.WordOf(said[at])))
            {
                found.Add((at, Clause.Around(reading.Source, words, said, at)));
            }
        }

        return found;
    }

    private static FrozenSet<string> Words(string words) => FrozenSet.ToFrozenSet(words.Split(' '));
}
