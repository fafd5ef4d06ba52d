namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Acronyms and what they stand for.</summary>
internal static class Acronyms
{
    /// <summary>Whether the claim's name is the acronym of words that are said, or spells out an acronym that is and that the source itself does not spell out otherwise.</summary>
    public static bool Match(ClaimReading reading, int first, int end, Token[] said)
    {
        var source = reading.Source;
        if (end - first == 1)
        {
            var acronym = reading.TextOf(reading.Tokens[first]).Replace(".", string.Empty, StringComparison.Ordinal);
            return IsAcronym(acronym) && Enumerable.Range(0, said.Length).Any(at => Spells(source.Vocabulary, said, at, acronym));
        }

        return said.Any(token => token.Length >= 2 && token.Length <= end - first && token.Is(Traits.Capital)
            && source.Vocabulary[token.Word] is var acronym
            && Spells(source.Vocabulary, reading.Tokens.AsSpan(0, end), first, acronym)
            && !Enumerable.Range(0, source.Tokens.Length).Any(at => Spells(source.Vocabulary, source.Tokens, at, acronym)));
    }

    private static bool IsAcronym(string word) => word.Length is >= 2 and <= 7 && word.All(char.IsUpper);

    // World Health Organization: WHO; small words in between count or don't: Department of Justice, DoJ or DJ.
    private static bool Spells(Vocabulary vocabulary, ReadOnlySpan<Token> tokens, int at, string acronym)
    {
        if (!tokens[at].Is(Traits.Capital))
        {
            return false;
        }

        var letter = 0;
        for (; at < tokens.Length && letter < acronym.Length; at++)
        {
            if (vocabulary[tokens[at].Word][0] == char.ToLowerInvariant(acronym[letter]))
            {
                letter++;
            }
            else if (tokens[at].Is(Traits.Content))
            {
                return false;
            }
        }

        return letter == acronym.Length;
    }
}
