namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether what is compared has changed sides of "than": "more likely a forgery than a copy" where it is more likely a copy than a forgery. In English.</summary>
internal static class ComparisonChecks
{
    /// <summary>How many content words on either side are compared.</summary>
    private const int Compared = 2;

    private const int ShortestComparative = 5;

    public static IEnumerable<UnsupportedPart> Run(ClaimReading reading)
    {
        if (reading.Source.Language != "en" || Comparison.In(reading, reading.Tokens) is not { } claimed || Comparison.In(reading, reading.Said) is not { } other)
        {
            yield break;
        }

        // "Less likely a forgery than a copy" says the same.
        if (claimed.Word == other.Word && claimed.First.Overlaps(other.Second) && claimed.Second.Overlaps(other.First) && !claimed.First.Overlaps(other.First) && !claimed.Second.Overlaps(other.Second))
        {
            yield return new UnsupportedPart(UnsupportedKind.Words, "than");
        }
    }

    /// <summary>A comparative with the terms of what it puts first and second.</summary>
    private sealed record Comparison(string Word, HashSet<int> First, HashSet<int> Second)
    {
        public static Comparison? In(ClaimReading reading, Token[] tokens)
        {
            var than = Array.FindIndex(tokens, token => reading.WordOf(token) == "than");
            var comparative = than < 0 ? -1 : Array.FindLastIndex(tokens, than, token => IsComparative(reading.WordOf(token)));
            if (comparative < 0)
            {
                return null;
            }

            // "More likely a copy than", where what is compared stands behind it; "a copy is cheaper than", before it.
            var word = reading.WordOf(tokens[comparative]);
            var behind = comparative + (word is "more" or "less" ? 2 : 1);
            var between = behind < than ? TermsOf(tokens[behind..than]) : [];
            return new(word, between.Count > 0 ? between : TermsOf(Enumerable.Reverse(tokens[..comparative])), TermsOf(tokens[(than + 1)..]));
        }

        private static bool IsComparative(string word) =>
            word is "more" or "less" or "fewer" or "rather" || (word.Length >= ShortestComparative && word.EndsWith("er", StringComparison.Ordinal));

        private static HashSet<int> TermsOf(IEnumerable<Token> tokens) => [.. tokens.Where(token => token.Is(Traits.Content)).Take(Compared).Select(token => token.Term)];
    }
}
