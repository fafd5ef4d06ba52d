namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether somebody with a name does in a claim what somebody else with a name does in its source: "Reyhan drafted the bill" where Drummond, "who drafted the bill",
/// did; "Osei led the team" where it was "led by Tolland". Only where every sentence with the verb names another, and the verb is about the same.
/// </summary>
internal static class ActorChecks
{
    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        // A sentence with words left out keeps its subject, whatever stood between.
        if (RoleWords.For(reading.Source.Language) is not { } words || reading.Alignment.Pairs == reading.Tokens.Length || !Array.Exists(reading.Tokens, reading.Source.IsName))
        {
            yield break;
        }

        for (var at = 1; at < reading.Tokens.Length; at++)
        {
            if (IsVerb(reading, words, at) && reading.Source.HasTerm(reading.Tokens[at].Term) && Clause.Around(reading.Source, words, reading.Tokens, at) is var claimed && IsAnothers(reading, words, at, claimed))
            {
                yield return new UnsupportedPart(UnsupportedKind.Words, reading.TextOf(reading.Tokens[at]));
            }
        }
    }

    // Of a past form alone: "calls" and "report" are nouns as well.
    private static bool IsVerb(ClaimReading reading, RoleWords words, int at)
    {
        var token = reading.Tokens[at];
        return token.Is(Traits.Content) && !token.Is(Traits.Unit | Traits.Speech | Traits.Capital)
            && (words.IsParticiple(reading.WordOf(token)) || (reading.Source.Language == "en" && reading.Source.Vocabulary[token.Term] is var term && IrregularVerbs.BaseOf(term) != term));
    }

    private static bool IsAnothers(ClaimReading reading, RoleWords words, int verb, Clause claimed)
    {
        var isAgentless = claimed.IsPassive && claimed.Agent.Count == 0;
        if (!(isAgentless ? IsName(reading, reading.Tokens, claimed.Patient, isBehind: false) : IsName(reading, reading.Tokens, claimed.Agent, claimed.IsPassive)))
        {
            return false;
        }

        var found = false;
        foreach (var sentence in reading.Source.SentencesWith(reading.Tokens[verb].Term))
        {
            var said = reading.Source[sentence];
            for (var at = 0; at < said.Length; at++)
            {
                if (said[at].Term != reading.Tokens[verb].Term)
                {
                    continue;
                }

                var clause = at == 0 ? default(Clause?) : Clause.Around(reading.Source, words, said, at);
                if (clause is not { } other || !(isAgentless ? IsOtherPatient(reading, claimed, other, sentence) : IsOtherAgent(reading, claimed, other, sentence, at)))
                {
                    return false;
                }

                found = true;
            }
        }

        return found;
    }

    private static bool IsOtherPatient(ClaimReading reading, Clause claimed, Clause said, int sentence) =>
        sentence == reading.Best && said.IsPassive
        && IsName(reading, reading.Source[sentence], said.Patient, isBehind: false) && AreApart(reading, claimed.Patient, said.Patient, sentence);

    // Whoever stands before the verb in its sentence may well be who acts, behind all that is between.
    private static bool IsOtherAgent(ClaimReading reading, Clause claimed, Clause said, int sentence, int verb)
    {
        var isAbout = claimed.Patient.Count == 0 && said.Patient.Count == 0
            ? sentence == reading.Best && reading.Closeness >= PartChecks.Following
            : claimed.Patient.Exists(said.Patient.Contains);
        return isAbout && !reading.Source[sentence][..verb].HasAny(claimed.Agent) && IsName(reading, reading.Source[sentence], said.Agent, said.IsPassive) && AreApart(reading, claimed.Agent, said.Agent, sentence);
    }

    /// <summary>Whether a phrase is somebody's name, and not what is somebody's: "Holm", not "Holm's deputy". The word that tells stands next to its verb, or last behind it.</summary>
    private static bool IsName(ClaimReading reading, ReadOnlySpan<Token> tokens, List<int> phrase, bool isBehind)
    {
        foreach (var token in tokens)
        {
            if (phrase.Count > 0 && token.Term == (isBehind ? phrase[^1] : phrase[0]) && reading.Source.IsName(token))
            {
                return true;
            }
        }

        return false;
    }

    // "The WTU" is the World Tin Union, "the Dutch" are the Netherlands; and whom the claim names as well ("of Corran against Ostrey") has not made way for another.
    private static bool AreApart(ClaimReading reading, List<int> claimed, List<int> said, int sentence)
    {
        if (reading.Tokens.AsSpan().HasAny(said) || !claimed.Exists(reading.Source.HasTerm))
        {
            return false;
        }

        var names = reading.Source[sentence].ToArray();
        for (var at = 0; at < reading.Tokens.Length; at++)
        {
            var end = claimed.Contains(reading.Tokens[at].Term) ? NameChecks.EndOfName(reading.Source, reading.Tokens, at) : at;
            if (end > at && (Acronyms.Match(reading, at, end, names) || Array.Exists(names, name => NameChecks.AreOfOnePlace(reading.Source, name, reading.Tokens[at]))))
            {
                return false;
            }
        }

        return true;
    }
}
