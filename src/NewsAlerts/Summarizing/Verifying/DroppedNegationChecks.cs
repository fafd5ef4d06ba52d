using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether a claim that denies nothing has what its evidence denies: "make a profit" where it has "no longer make a profit". A word that stands there
/// undenied as well may be that one.
/// </summary>
internal static class DroppedNegationChecks
{
    // "Did not say whether": what follows may be so or not, and who said something else has said it.
    private static readonly FrozenSet<string> _open = FrozenSet.ToFrozenSet("say said know known think thought rule ruled clear want wanted immediately comment mention expect expected name named".Split(' '));

    /// <summary>Not all of them, but some.</summary>
    private static readonly FrozenSet<string> _partial = FrozenSet.ToFrozenSet("all every each everyone everything always necessarily alle jeder immer tous toutes toujours todos todas siempre".Split(' '));

    /// <summary>From this closeness on, a claim is about what is denied there.</summary>
    private const double Close = .5;

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        var said = reading.Said;
        var denials = Denial.In(said, reading.Source.Vocabulary);
        if (denials.Count == 0 || reading.Closeness < Close || Array.Exists(reading.Tokens, Denies))
        {
            return [];
        }

        var found = new List<UnsupportedPart>();
        foreach (var denial in denials)
        {
            if (said[denial.Token].Is(Traits.Negation) && !denial.IsAdding && denial.Token + 1 < said.Length && !_partial.Contains(reading.WordOf(said[denial.Token + 1])) && IsKept(denial))
            {
                found.Add(new UnsupportedPart(UnsupportedKind.Negation, reading.WordOf(said[denial.Token])));
            }
        }

        return found;

        bool Denies(Token token) => token.Is(Traits.Negation) || Denial.IsVerb(reading.WordOf(token)) || reading.WordOf(token) is "little" or "few" or "less" or "far" or "barely" or "stopped" or "rule" or "ruled" or "rules";

        bool IsKept(Denial denial) => denial.Target >= 0
            && !_open.Contains(reading.Source.Vocabulary[denial.Target])
            && Array.Exists(reading.Tokens, token => token.Term == denial.Target)
            && reading.Said.Count(token => token.Term == denial.Target) == 1
            && !reading.IsInSecond(denial.Target);
    }
}
