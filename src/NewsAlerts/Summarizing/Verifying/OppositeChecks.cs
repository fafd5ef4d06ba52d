namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether a claim has the opposite of what its evidence has: "rose" where it has "fell", "after" in the place of "before".</summary>
internal static class OppositeChecks
{
    // How far before a word a negation turns it: "did not yet rise".
    private const int Reach = 3;

    /// <summary>"Sales fell" shares half of its words with "sales rose".</summary>
    private const double Close = .5;

    /// <summary>What is longer is no word's place, but a clause.</summary>
    private const int LongestPlace = 8;

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        if (reading.Closeness < Close || Opposites.For(reading.Source.Language) is not { } opposites)
        {
            yield break;
        }

        var said = reading.Said;
        foreach (var gap in reading.Alignment.Gaps)
        {
            for (var i = gap.Claim.Start.Value; i < gap.Claim.End.Value; i++)
            {
                // "More than 200" is looked at with the number.
                var bounds = reading.Quantities.Any(quantity => quantity.Opening <= i && i < quantity.First);
                var place = gap.Said.End.Value - gap.Said.Start.Value;
                if (!bounds && (IsOpposed(reading, i, opposites.PolesOf, 0..said.Length) || (place <= LongestPlace && IsOpposed(reading, i, opposites.SmallPolesOf, gap.Said))))
                {
                    yield return new UnsupportedPart(UnsupportedKind.Words, reading.TextOf(reading.Tokens[i]));
                }
            }
        }
    }

    // One side only in the claim, the other only in the evidence; either may be there as well as its opposite.
    private static bool IsOpposed(ClaimReading reading, int token, Func<string, (int Line, int Pole)[]> polesOf, Range place)
    {
        var sentence = reading.Said;
        var said = sentence[place];
        foreach (var (line, pole) in polesOf(reading.WordOf(reading.Tokens[token])))
        {
            var opposite = Array.FindIndex(said, other => IsOn(other, line, pole, same: false));
            if (opposite >= 0
                && !Array.Exists(said, other => IsOn(other, line, pole, same: true))
                && !Array.Exists(reading.Tokens, other => IsOn(other, line, pole, same: false))
                && !(reading.Second >= 0 && reading.Source[reading.Second].ToArray().Any(other => IsOn(other, line, pole, same: true)))
                && IsDenied(reading.Tokens, token) == IsDenied(sentence, place.Start.Value + opposite))
            {
                return true;
            }
        }

        return false;

        bool IsOn(Token other, int line, int pole, bool same) => Array.Exists(polesOf(reading.WordOf(other)), place => place.Line == line && place.Pole == pole == same);
    }

    private static bool IsDenied(Token[] tokens, int token) => tokens[Math.Max(0, token - Reach)..token].Any(before => before.Is(Traits.Negation));
}
