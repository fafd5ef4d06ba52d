namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether whom and what a claim names is named in its source.</summary>
internal static class NameChecks
{
    /// <summary>A compound's parts; what is shorter begins and ends too many words.</summary>
    private const int ShortestPart = 5;

    /// <summary>What German puts between a compound's parts: "Gesundheitsamt", "Straßenbahn".</summary>
    private const int LongestLink = 2;

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        var tokens = reading.Tokens;
        for (var first = 0; first < tokens.Length; first++)
        {
            var end = EndOfName(reading.Source, tokens, first);
            if (end == first)
            {
                continue;
            }

            if (!IsNamed(reading, first, end))
            {
                yield return new UnsupportedPart(KindOf(reading, first, end), Phrase(reading, first, end));
            }

            first = end - 1;
        }
    }

    /// <summary>Speaker where the claim says that they say something, otherwise Name.</summary>
    public static UnsupportedKind KindOf(ClaimReading reading, int first, int end)
    {
        // "Said Reyk", "according to Reyk", "Reyk has said"; but not "said that Reyk".
        var before = IsSpeech(reading, first - 1) || (first >= 2 && IsSpeech(reading, first - 2) && reading.Source.Vocabulary[reading.Tokens[first - 1].Word] is "to" or "by");
        var colon = reading.Text.AsSpan(reading.Tokens[end - 1].End).TrimStart() is [':', ..];
        return before || colon || IsSpeech(reading, end) || IsSpeech(reading, end + 1) ? UnsupportedKind.Speaker : UnsupportedKind.Name;
    }

    public static string Phrase(ClaimReading reading, int first, int end) => reading.Text[reading.Tokens[first].Start..reading.Tokens[end - 1].End];

    /// <summary>Index past the name that starts at a token; the token's own where none does.</summary>
    public static int EndOfName(Source source, ReadOnlySpan<Token> tokens, int first)
    {
        var end = first;
        while (end < tokens.Length && source.IsName(tokens[end]) && (end == first || (tokens[end].Start - tokens[end - 1].End <= 3 && !tokens[end].Is(Traits.Parted))))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether one names the other's people.</summary>
    public static bool AreOfOnePlace(Source source, Token one, Token other) =>
        one.Is(Traits.Capital) && other.Is(Traits.Capital) && Demonyms.Match(source.Vocabulary[one.Word], source.Vocabulary[other.Word]);

    /// <summary>"Handynutzung" where the source has "Nutzung von Handys": both parts are words of its own, and German gives every noun a capital.</summary>
    public static bool IsCompound(Source source, Token token)
    {
        var word = source.Language == "de" ? source.Vocabulary[token.Word] : string.Empty;
        return word.Length >= 2 * ShortestPart && Array.Exists(source.Tokens, last => source.Vocabulary[last.Word] is var end
            && end.Length >= ShortestPart && word.Length - end.Length >= ShortestPart && word.EndsWith(end, StringComparison.Ordinal)
            && Array.Exists(source.Tokens, first => first.Is(Traits.Content) && source.Vocabulary[first.Word].AsSpan().CommonPrefixLength(word.AsSpan(0, word.Length - end.Length)) >= Math.Max(ShortestPart, word.Length - end.Length - LongestLink)));
    }

    private static bool IsNamed(ClaimReading reading, int first, int end)
    {
        var tokens = reading.Tokens.AsSpan(first..end);
        foreach (var token in tokens)
        {
            if (!reading.Source.Has(token) && !IsDemonym(reading.Source, token) && !IsCompound(reading.Source, token) && !Acronyms.Match(reading, first, end, reading.Source.Tokens))
            {
                return false;
            }
        }

        return tokens.Length < 2 || AreTogether(reading.Source, tokens[^2], tokens[^1]);
    }

    private static bool IsDemonym(Source source, Token name) => source.Language == "en" && Array.Exists(source.Tokens, token => AreOfOnePlace(source, token, name));

    // John Brown and Jane Smith don't make a John Smith.
    private static bool AreTogether(Source source, Token given, Token family) =>
        !source.Has(given) || !source.Has(family) || source.AreNeighbours(given, family) || source.SentencesWith(given.Term).Intersect(source.SentencesWith(family.Term)).Any();

    private static bool IsSpeech(ClaimReading reading, int token) => token >= 0 && token < reading.Tokens.Length && reading.Tokens[token].Is(Traits.Speech);
}
