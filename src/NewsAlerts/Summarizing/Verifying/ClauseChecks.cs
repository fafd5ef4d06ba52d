using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether a claim has as a fact what its evidence has in a clause that says less: what somebody denies or only alleges, what is not true, what happens if. In English.
/// </summary>
internal static class ClauseChecks
{
    private const double MostOfClaim = .6;

    private static readonly FrozenSet<string> _lacking = FrozenSet.ToFrozenSet("evidence proof sign signs indication indications suggestion doubt".Split(' '));

    private static readonly FrozenSet<string> _opinions = FrozenSet.ToFrozenSet("say said true believe believes think thinks show shown mean means prove proven confirm confirmed admit accept claim".Split(' '));

    private static readonly FrozenSet<string> _conditions = FrozenSet.ToFrozenSet("if unless whether".Split(' '));

    private static readonly FrozenSet<string> _alleging = FrozenSet.ToFrozenSet("say claim accuse accused accuses allegedly suspected".Split(' '));

    /// <summary>What a clause's opening makes of it.</summary>
    private enum Standing
    {
        Disputed,
        Alleged,
        Conditional,
        Asked,
    }

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        if (reading.Source.Language != "en")
        {
            yield break;
        }

        var said = reading.Said;
        for (var i = 0; i < said.Length; i++)
        {
            if (OpeningAt(reading, said, i) is not var (standing, first) || first >= said.Length || IsKept(reading, standing) || !IsFrom(reading, said, i, first))
            {
                continue;
            }

            yield return standing == Standing.Disputed
                ? new UnsupportedPart(UnsupportedKind.Negation, reading.WordOf(said[i]))
                : new UnsupportedPart(UnsupportedKind.Words, reading.Text);
            yield break;
        }
    }

    private static (Standing Standing, int First)? OpeningAt(ClaimReading reading, Token[] said, int at)
    {
        var (word, next) = (Word(at), Word(at + 1));
        if (word is "if" or "unless")
        {
            return (Standing.Conditional, at + 1);
        }

        if (CertaintyWords.Alleging.Contains(word) && next == "that")
        {
            return (Standing.Alleged, at + 2);
        }

        if (CertaintyWords.Asking.Contains(word) && next == "that")
        {
            return (Standing.Asked, at + 2);
        }

        if (CertaintyWords.Disputing.Contains(word) && next == "that")
        {
            return (Standing.Disputed, at + 2);
        }

        // "Not true that", "did not say that", "few believe that", "no evidence that", "declined to say whether".
        var denied = (said[at].Is(Traits.Negation) || word is "few" or "to") && (_opinions.Contains(next) || _lacking.Contains(next)) && Word(at + 2) is "that" or "whether";
        return denied && (word != "to" || (at > 0 && CertaintyWords.Failed.Contains(Word(at - 1)))) ? (Standing.Disputed, at + 3) : null;

        string Word(int token) => token < said.Length ? reading.WordOf(said[token]) : string.Empty;
    }

    // Who says that somebody alleges, doubts or makes a condition says no more than the clause does.
    private static bool IsKept(ClaimReading reading, Standing standing) => Array.Exists(reading.Tokens, token =>
    {
        var word = reading.WordOf(token);
        return standing switch
        {
            Standing.Alleged => token.Is(Traits.Speech) || CertaintyWords.Alleging.Contains(word) || _alleging.Contains(word),
            Standing.Disputed => IsDenying(token, word),
            Standing.Asked => IsDenying(token, word) || CertaintyWords.Asking.Contains(word) || CertaintyWords.Intended.Contains(word) || CertaintyWords.Possible.Contains(word) || word is "must" or "need" or "needs" or "request" or "recommendation" or "proposal",
            _ => IsDenying(token, word) || _conditions.Contains(word) || CertaintyWords.Possible.Contains(word),
        };
    });

    private static bool IsDenying(Token token, string word) =>
        token.Is(Traits.Negation) || word is "few" or "untrue" or "false" or "whether" || CertaintyWords.Disputing.Contains(word) || (CertaintyWords.Failed.Contains(word) && !word.StartsWith("fail", StringComparison.Ordinal));

    /// <summary>Whether most of the claim is the clause, but for whom the sentence names before it.</summary>
    private static bool IsFrom(ClaimReading reading, Token[] said, int opening, int first)
    {
        var clause = BasesOf(reading, said[first..EndOf(said, first)]);
        var claim = BasesOf(reading, reading.Tokens);
        claim.ExceptWith(BasesOf(reading, said[..opening]));
        var shared = claim.Count(clause.Contains);
        return shared > 0 && shared >= claim.Count * MostOfClaim;
    }

    private static HashSet<string> BasesOf(ClaimReading reading, Token[] tokens) =>
        tokens.Where(token => token.Is(Traits.Content) && !token.Is(Traits.Speech)).Select(reading.BaseOf).ToHashSet(StringComparer.Ordinal);

    // A comma, a semicolon, a dash: more than a space between two words.
    private static int EndOf(Token[] said, int first)
    {
        var end = first;
        while (end + 1 < said.Length && said[end + 1].Start - said[end].End <= 1)
        {
            end++;
        }

        return end + 1;
    }
}
