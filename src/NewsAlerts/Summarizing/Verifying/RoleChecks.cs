using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether those who act and those who are acted upon have changed places: "Chelsea beat Arsenal" where Arsenal beat Chelsea. In English, where the order
/// tells them apart; only around a word with its object right behind it in both, since "the rise in oil prices" is the rise of oil prices.
/// </summary>
internal static class RoleChecks
{
    private const int Reach = 3;

    /// <summary>More is nobody's statement.</summary>
    private const int MostTokens = 200;

    private static readonly FrozenSet<string> _determiners = FrozenSet.ToFrozenSet("a an the this that these those his her its their our my your all some each".Split(' '));

    /// <summary>Who does it is also whom it is done to.</summary>
    private static readonly FrozenSet<string> _mutual = FrozenSet.ToFrozenSet("meet meets met marry marries married face faces faced play plays played draw draws drew join joins joined resemble equal equals divorce divorced fight fights fought".Split(' '));

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        // What a claim has in its evidence's order has not changed places.
        if (reading.Source.Language != "en" || reading.Closeness == 1 || reading.Tokens.Length > MostTokens)
        {
            yield break;
        }

        for (var verb = 1; verb + 1 < reading.Tokens.Length; verb++)
        {
            if (IsVerb(reading, reading.Tokens[verb]) && HasObject(reading, reading.Tokens, verb) && IsReversed(reading, verb))
            {
                yield return new UnsupportedPart(UnsupportedKind.Words, reading.TextOf(reading.Tokens[verb]));
            }
        }
    }

    private static bool IsVerb(ClaimReading reading, Token token) =>
        token.Is(Traits.Content) && !token.Is(Traits.Speech | Traits.Unit) && !reading.Source.IsName(token) && !_mutual.Contains(reading.Source.Vocabulary[token.Word]);

    private static bool IsReversed(ClaimReading reading, int verb)
    {
        var said = reading.Source[reading.Best];
        var found = false;
        for (var at = 1; at + 1 < said.Length; at++)
        {
            if (said[at].Term != reading.Tokens[verb].Term)
            {
                continue;
            }

            // Said once as the claim has it, it is said.
            if (!HasObject(reading, said, at) || !Changed(Before(reading.Tokens, verb), After(reading.Tokens, verb), Before(said, at), After(said, at)))
            {
                return false;
            }

            found = true;
        }

        return found;
    }

    private static bool Changed(List<int> actors, List<int> objects, List<int> saidActors, List<int> saidObjects) =>
        actors.Exists(term => saidObjects.Contains(term) && !saidActors.Contains(term)) && objects.Exists(term => saidActors.Contains(term) && !saidObjects.Contains(term));

    private static bool HasObject(ClaimReading reading, ReadOnlySpan<Token> tokens, int verb)
    {
        var at = verb + 1;
        while (at < tokens.Length && _determiners.Contains(reading.Source.Vocabulary[tokens[at].Word]))
        {
            at++;
        }

        return at < tokens.Length && tokens[at].Is(Traits.Content);
    }

    private static List<int> Before(ReadOnlySpan<Token> tokens, int verb)
    {
        var terms = new List<int>();
        for (var at = verb - 1; at >= 0 && terms.Count < Reach; at--)
        {
            if (tokens[at].Is(Traits.Content))
            {
                terms.Add(tokens[at].Term);
            }
        }

        return terms;
    }

    private static List<int> After(ReadOnlySpan<Token> tokens, int verb)
    {
        var terms = new List<int>();
        for (var at = verb + 1; at < tokens.Length && terms.Count < Reach; at++)
        {
            if (tokens[at].Is(Traits.Content))
            {
                terms.Add(tokens[at].Term);
            }
        }

        return terms;
    }
}
