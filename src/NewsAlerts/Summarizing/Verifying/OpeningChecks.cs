namespace NewsAlerts.Summarizing.Verifying;

/// <summary>
/// Whether who opens a claim is its source's. A capital at the beginning tells no name from another word; but a word that the source has in no form, before
/// a verb of which the source has somebody else as the subject, is put in that subject's place: "Zorblatt said that …" where Lukas Brandt said it.
/// </summary>
internal static class OpeningChecks
{
    /// <summary>What may stand between the opening and its verb: an age, an auxiliary.</summary>
    private const int Reach = 4;

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        for (var at = 0; at + 1 < reading.Tokens.Length; at++)
        {
            if (IsOwn(reading, at))
            {
                if (IsInOthersPlace(reading, at) is { } kind)
                {
                    yield return new UnsupportedPart(kind, reading.TextOf(reading.Tokens[at]));
                }
                else if (IsAnothersGivenName(reading, at))
                {
                    yield return new UnsupportedPart(UnsupportedKind.Name, NameChecks.Phrase(reading, at, at + 2));
                }
            }
        }
    }

    // What a list knows may retell what the source says.
    private static bool IsOwn(ClaimReading reading, int at)
    {
        var token = reading.Tokens[at];
        return token.Is(Traits.Opening) && token.Is(Traits.Content) && !token.Is(Traits.Date | Traits.Speech | Traits.Unit)
            && !reading.Source.Has(token) && !SupportScore.HasAlike(reading.Source, token)
            && Paraphrases.For(reading.Source.Language)?.Knows(reading.Source, token) is not true;
    }

    private static UnsupportedKind? IsInOthersPlace(ClaimReading reading, int opening)
    {
        for (var at = opening + 1; at < reading.Tokens.Length && at - opening <= Reach; at++)
        {
            var token = reading.Tokens[at];
            if (token.Is(Traits.Opening) || reading.Source.IsName(token) || (token.Is(Traits.Content) && !token.Is(Traits.Speech) && !reading.Alignment.Has(at)))
            {
                return null;
            }

            if (token.Is(Traits.Content) && !token.Is(Traits.Unit) && !IsGeneral(reading, token) && IsAnothersVerb(reading, token))
            {
                return token.Is(Traits.Speech) ? UnsupportedKind.Speaker : UnsupportedKind.Name;
            }
        }

        return null;
    }

    // "Includes": whatever it is said of, it says little.
    private static bool IsGeneral(ClaimReading reading, Token token) =>
        !token.Is(Traits.Speech) && Paraphrases.For(reading.Source.Language)?.IsGeneral(reading.Source, token) is true;

    private static bool IsAnothersVerb(ClaimReading reading, Token verb)
    {
        var words = RoleWords.For(reading.Source.Language) ?? RoleWords.None;
        var said = reading.Said;
        for (var at = 1; at < said.Length; at++)
        {
            if (said[at].Term == verb.Term || (verb.Is(Traits.Speech) && said[at].Is(Traits.Speech)))
            {
                var subject = Clause.SubjectOf(reading.Source, words, said, at);
                return HasName(reading.Source, said.AsSpan(0, at), subject) && !reading.Tokens.AsSpan().HasAny(subject);
            }
        }

        return false;
    }

    private static bool HasName(Source source, ReadOnlySpan<Token> tokens, List<int> terms)
    {
        foreach (var token in tokens)
        {
            if (source.IsName(token) && terms.Contains(token.Term))
            {
                return true;
            }
        }

        return false;
    }

    // "Odile Ferrand" where the source has Luc Ferrand only.
    private static bool IsAnothersGivenName(ClaimReading reading, int at)
    {
        var family = reading.Tokens[at + 1];
        if (!reading.Source.IsName(family) || family.Is(Traits.Parted))
        {
            return false;
        }

        var said = reading.Said;
        for (var i = 1; i < said.Length; i++)
        {
            if (said[i].Term == family.Term && !said[i].Is(Traits.Parted) && said[i - 1] is var given && reading.Source.IsName(given) && !Array.Exists(reading.Tokens, token => token.Term == given.Term))
            {
                return true;
            }
        }

        return false;
    }
}
