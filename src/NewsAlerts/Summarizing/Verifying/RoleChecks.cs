using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether those who act and those who are acted upon have changed places: "Chelsea beat Arsenal" where Arsenal beat Chelsea, or "was fined by" where it
/// fined. Only around a verb that both have, and with whom each of them names around it; their order in the sentence alone tells nothing.
/// </summary>
internal static class RoleChecks
{
    /// <summary>More is nobody's statement.</summary>
    private const int MostTokens = 200;

    /// <summary>Who does it is also whom it is done to.</summary>
    private static readonly FrozenSet<string> _mutual = FrozenSet.ToFrozenSet(
        ("meet meets met marry marries married face faces faced play plays played playing draw draws drew join joins joined resemble equal equals divorce divorced fight fights fought "
            + "match matches game games final semifinal tie derby clash friendly series battle war race contest").Split(' '));

    /// <summary>Whoever says it may stand before them or behind them.</summary>
    private static readonly FrozenSet<string> _inverted = FrozenSet.ToFrozenSet("said says say saying according added adds wrote writes".Split(' '));

    private static readonly FrozenSet<string> _against = FrozenSet.ToFrozenSet("against gegen contre contra contro tegen mot với".Split(' '));

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        // What is word for word its evidence has not changed places.
        if (reading.Alignment.Gaps.Count == 0 || reading.Tokens.Length > MostTokens)
        {
            yield break;
        }

        var words = RoleWords.For(reading.Source.Language);
        for (var at = 1; at + 1 < reading.Tokens.Length; at++)
        {
            var token = reading.Tokens[at];
            if ((words is not null && IsVerb(reading, token) && !IsNoun(reading, words, reading.Tokens, at) && IsReversed(reading, words, at)) || (_against.Contains(reading.Source.Vocabulary[token.Word]) && IsAgainstAnother(reading, at)))
            {
                yield return new UnsupportedPart(UnsupportedKind.Words, reading.TextOf(token));
            }
        }
    }

    private static bool IsVerb(ClaimReading reading, Token token) =>
        token.Is(Traits.Content) && !token.Is(Traits.Unit) && !reading.Source.IsName(token) && !IsMutual(reading, token) && !reading.IsInSecond(token)
        && !(token.Is(Traits.Speech) && (reading.Source.Language != "en" || _inverted.Contains(reading.Source.Vocabulary[token.Word])));

    private static bool IsNoun(ClaimReading reading, RoleWords words, ReadOnlySpan<Token> tokens, int at) =>
        reading.Source.Vocabulary[tokens[at - 1].Word] is var before && (words.Determiners.Contains(before) || words.Of.Contains(before)) && !words.Relative.Contains(before);

    private static bool IsMutual(ClaimReading reading, Token token) => _mutual.Contains(reading.Source.Vocabulary[token.Word]);

    private static bool IsReversed(ClaimReading reading, RoleWords words, int verb)
    {
        var claimed = default(Clause?);
        var said = reading.Said;
        var found = false;
        for (var at = 1; at + 1 < said.Length; at++)
        {
            if (said[at].Term != reading.Tokens[verb].Term)
            {
                continue;
            }

            // Said once as the claim has it, it is said.
            claimed ??= Clause.Around(reading.Source, words, reading.Tokens, verb);
            if (IsNoun(reading, words, said, at) || !Changed(reading, claimed.Value, Clause.Around(reading.Source, words, said, at)))
            {
                return false;
            }

            found = true;
        }

        return found;
    }

    private static bool Changed(ClaimReading reading, Clause claimed, Clause said)
    {
        var agentWasPatient = IsOnlyIn(claimed.Agent, said.Patient, said.Agent);
        var patientWasAgent = IsOnlyIn(claimed.Patient, said.Agent, said.Patient);
        if (agentWasPatient && patientWasAgent)
        {
            return true;
        }

        // A headline leaves out "has been": what looks active there may be passive.
        if (said.IsPassive && !claimed.IsPassive)
        {
            return false;
        }

        return (agentWasPatient && claimed.Patient.Count > 0 && !claimed.Patient.Exists(said.Patient.Contains) && HasName(reading, claimed.Agent))
            || (patientWasAgent && said.Patient.Count > 0 && !claimed.Agent.Exists(said.Agent.Contains) && HasName(reading, claimed.Patient))
            || (claimed.IsPassive && said.IsPassive && HaveChanged(reading, claimed.Agent, said.Agent))
            || (claimed.IsPassive && !claimed.Agent.Exists(said.Agent.Contains) && HasName(reading, [.. claimed.Patient, .. said.Patient]) && HaveChanged(reading, claimed.Patient, said.Patient));
    }

    private static bool IsOnlyIn(List<int> terms, List<int> there, List<int> notThere) => terms.Exists(term => there.Contains(term) && !notThere.Contains(term));

    // "Backed by the mayor but opposed by the alliance": each is in the other text, but elsewhere.
    private static bool HaveChanged(ClaimReading reading, List<int> claimed, List<int> said) =>
        claimed.Count > 0 && said.Count > 0 && !claimed.Exists(said.Contains)
        && IsSaid(reading, claimed) && said.TrueForAll(term => Array.Exists(reading.Tokens, token => token.Term == term));

    private static bool HasName(ClaimReading reading, List<int> terms) =>
        terms.Exists(term => Array.Exists(reading.Tokens, token => token.Term == term && reading.Source.IsName(token)));

    private static bool IsSaid(ClaimReading reading, List<int> terms) => terms.TrueForAll(term => reading.Source.SentencesWith(term).Contains(reading.Best));

    // "The city's suit against Nimbus" where Nimbus has one against the city.
    private static bool IsAgainstAnother(ClaimReading reading, int preposition)
    {
        var words = RoleWords.For(reading.Source.Language) ?? RoleWords.None;
        var claimed = Clause.After(reading.Source, words, reading.Tokens, preposition + 1);
        var said = reading.Said;
        var found = false;
        for (var at = 1; at + 1 < said.Length; at++)
        {
            if (said[at].Word == reading.Tokens[preposition].Word)
            {
                var other = Clause.After(reading.Source, words, said, at + 1);
                if (claimed.Count == 0 || other.Count == 0 || claimed.Exists(other.Contains) || !said.AsSpan(0, at).HasAny(claimed) || !reading.Tokens.AsSpan(0, preposition).HasAny(other) || HasMutualBefore(reading, preposition))
                {
                    return false;
                }

                found = true;
            }
        }

        return found;
    }

    private static bool HasMutualBefore(ClaimReading reading, int end) => reading.Tokens.AsSpan(0, end).ToArray().Any(token => IsMutual(reading, token));
}
