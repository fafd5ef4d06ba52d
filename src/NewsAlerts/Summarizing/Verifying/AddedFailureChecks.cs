namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether a claim has as failed, refused or declined what its evidence has as done: "failed to save a penalty" where somebody saved one. In English.</summary>
internal static class AddedFailureChecks
{
    /// <summary>What keeps a verb of the evidence from being plainly done stands this close before it.</summary>
    private const int Reach = 4;

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        if (reading.Source.Language != "en")
        {
            yield break;
        }

        for (var at = 0; at + 2 < reading.Tokens.Length; at++)
        {
            if (Fails(reading, reading.Tokens[at]) && reading.WordOf(reading.Tokens[at + 1]) == "to" && IsDone(reading, reading.Tokens[at + 2]))
            {
                yield return new UnsupportedPart(UnsupportedKind.Negation, reading.TextOf(reading.Tokens[at]));
            }
        }
    }

    private static bool Fails(ClaimReading reading, Token token) => CertaintyWords.Failed.Contains(reading.WordOf(token));

    // Nothing of the kind stands in the evidence, and the verb does, as what happened.
    private static bool IsDone(ClaimReading reading, Token verb)
    {
        var said = reading.Said;
        return !Array.Exists(said, token => Denies(reading, token))
            && !(reading.Second >= 0 && reading.Source[reading.Second].ToArray().Any(token => Denies(reading, token)))
            && Enumerable.Range(0, said.Length).Any(i => reading.BaseOf(said[i]) == reading.BaseOf(verb) && IsPast(reading, said[i])
                && !said[Math.Max(0, i - Reach)..i].Any(token => CertaintyWords.Possible.Contains(reading.WordOf(token)) || reading.WordOf(token) == "to"));
    }

    private static bool Denies(ClaimReading reading, Token token) =>
        token.Is(Traits.Negation) || Fails(reading, token) || Denial.IsVerb(reading.WordOf(token)) || CertaintyWords.Disputing.Contains(reading.WordOf(token)) || reading.WordOf(token) is "without" or "refusal" or "failure";

    private static bool IsPast(ClaimReading reading, Token token) =>
        reading.WordOf(token).EndsWith("ed", StringComparison.Ordinal) || IrregularVerbs.IsPast(reading.WordOf(token), reading.Source.Vocabulary[token.Term]);
}
