namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether a claim denies what its source denies, and nothing else.</summary>
internal static class NegationChecks
{
    /// <summary>How many words before "but not" are what it is said of.</summary>
    private const int Contrasted = 2;

    /// <summary>Words that deny without a negation, by how they begin.</summary>
    private static readonly string[] _denying = ["fail", "refus", "den", "reject", "lack", "unable", "unlikely", "miss", "without", "declin", "stop", "avoid", "ban", "block", "rule", "rather", "instead", "un", "far"];

    private static readonly string[] _opposing = ["un", "in", "im", "il", "ir", "dis", "non"];

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading, bool follows) => follows ? Beside(reading) : InOwnWords(reading);

    private static IEnumerable<UnsupportedPart> Beside(ClaimReading reading)
    {
        var denied = Denial.In(reading.Tokens, reading.Source.Vocabulary);
        var saidDenied = Denial.In(reading.Said, reading.Source.Vocabulary);
        var contrasts = denied.Exists(denial => IsContrast(reading, denial.Token));
        foreach (var gap in reading.Alignment.Gaps)
        {
            var claimed = reading.Tokens[gap.Claim];
            var said = reading.Said[gap.Said];
            var added = Own(claimed, gap.Claim.Start.Value, denied, saidDenied);
            var dropped = Own(said, gap.Said.Start.Value, saidDenied, denied);
            if (Opposite(reading, claimed, said) is { } opposite)
            {
                yield return new UnsupportedPart(UnsupportedKind.Negation, opposite);
            }
            else if (added >= 0 && dropped < 0 && !said.Any(token => Denies(reading, token)) && !claimed.Any(reading.IsInSecond) && !contrasts)
            {
                yield return new UnsupportedPart(UnsupportedKind.Negation, reading.TextOf(claimed[added]));
            }
            else if (dropped >= 0 && added < 0 && !contrasts && IsTargetKept(reading, gap, claimed, said, dropped, saidDenied))
            {
                yield return new UnsupportedPart(UnsupportedKind.Negation, reading.Source.Vocabulary[said[dropped].Word]);
            }
        }
    }

    // Of a stretch's negations the first that the other side does not have elsewhere: "verletzt wurde niemand", "niemand wurde verletzt". One stands for one.
    private static int Own(Token[] stretch, int start, List<Denial> denials, List<Denial> others)
    {
        var first = denials.FindIndex(denial => denial.Token >= start && denial.Token < start + stretch.Length && stretch[denial.Token - start].Is(Traits.Negation));
        return first >= 0 && (denials[first].IsAdding || denials.Count(denials[first].IsSame) > others.Count(denials[first].IsSame)) ? denials[first].Token - start : -1;
    }

    // "Will not open in Corran until May" where it "will open in Ostrey in March but not in Corran until May": all that is denied there, and nothing of what is not.
    private static bool IsContrast(ClaimReading reading, int negation)
    {
        var said = reading.Said;
        var but = Array.FindIndex(said, token => reading.WordOf(token) == "but");
        if (reading.Source.Language != "en" || but < 1 || but + 2 >= said.Length || !said[but + 1].Is(Traits.Negation))
        {
            return false;
        }

        var claimed = reading.Tokens[negation..].Select(token => token.Term).ToHashSet();
        var end = Array.FindIndex(said, but + 2, token => token.Is(Traits.Parted));
        var denied = said[(but + 2)..(end < 0 ? said.Length : end)].Where(token => token.Is(Traits.Content)).ToList();
        var other = said[..but].Where(token => token.Is(Traits.Content)).TakeLast(Contrasted).ToList();
        return denied.Count > 0 && denied.TrueForAll(token => claimed.Contains(token.Term)) && !other.Exists(token => claimed.Contains(token.Term));
    }

    // "Likely" in the place of "unlikely".
    private static string? Opposite(ClaimReading reading, Token[] claimed, Token[] said)
    {
        foreach (var token in claimed)
        {
            var word = reading.Source.Vocabulary[token.Word];
            if (word.Length >= 4 && Array.Exists(said, other => Array.Exists(_opposing, start => reading.Source.Vocabulary[other.Word] is var its && (its == start + word || word == start + its))))
            {
                return reading.TextOf(token);
            }
        }

        return null;
    }

    // What is left out between may hold a negation of its own; what matters is whether the next word that it denies is still there.
    private static bool IsTargetKept(ClaimReading reading, Gap gap, Token[] claimed, Token[] said, int negation, List<Denial> saidDenied)
    {
        if (saidDenied.Exists(denial => denial.IsAdding && denial.Token == gap.Said.Start.Value + negation))
        {
            return false;
        }

        var target = Array.FindIndex(said, negation + 1, token => token.Is(Traits.Content | Traits.Number));
        if (target >= 0)
        {
            // "Did not meet" said as "met".
            return claimed.Any(token => token.Is(Traits.Content)) && !said.Take(negation).Any(token => token.Is(Traits.Content)) && said.Count(token => token.Is(Traits.Content)) <= 2 && !claimed.Any(token => Denies(reading, token));
        }

        // In German it may come last; it then denies what comes before.
        var kept = gap.Claim.End.Value < reading.Tokens.Length || !said.Take(negation).Any(token => token.Is(Traits.Content));
        return kept && !claimed.Any(token => Denies(reading, token));
    }

    private static IEnumerable<UnsupportedPart> InOwnWords(ClaimReading reading)
    {
        var negation = Array.FindIndex(reading.Tokens, token => token.Is(Traits.Negation));
        if (negation >= 0 && !IsDenied(reading, reading.Best) && !(reading.Second >= 0 && IsDenied(reading, reading.Second)))
        {
            yield return new UnsupportedPart(UnsupportedKind.Negation, reading.TextOf(reading.Tokens[negation]));
        }
    }

    private static bool IsDenied(ClaimReading reading, int sentence)
    {
        foreach (var token in reading.Source[sentence])
        {
            if (token.Is(Traits.Negation) || Denies(reading, token))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Denies(ClaimReading reading, Token token)
    {
        var word = reading.Source.Vocabulary[token.Word];
        return Array.Exists(_denying, start => word.StartsWith(start, StringComparison.Ordinal));
    }
}
