using System.Collections.Frozen;

namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Where a sentence begins with who says it ("The board said that …") or ends with it ("…, the board said"): it may stand at either end.</summary>
internal static class Attribution
{
    /// <summary>What is longer is a clause.</summary>
    private const int Longest = 10;

    private static readonly FrozenSet<string> _relative = FrozenSet.ToFrozenSet("who which whose that qui que quien der die das".Split(' '));

    private static readonly FrozenSet<string> _that = FrozenSet.ToFrozenSet("that dass que rằng".Split(' '));

    /// <summary>Index past an attribution at the beginning; 0 where there is none.</summary>
    public static int EndOfLeading(Source source, ReadOnlySpan<Token> tokens)
    {
        for (var at = 1; at < tokens.Length && at < Longest; at++)
        {
            if (tokens[at].Is(Traits.Speech))
            {
                return at + 1 < tokens.Length && _that.Contains(source.Vocabulary[tokens[at + 1].Word]) ? at + 2 : at + 1;
            }
        }

        return 0;
    }

    /// <summary>Index of an attribution at the end; the number of tokens where there is none.</summary>
    public static int StartOfTrailing(Source source, ReadOnlySpan<Token> tokens)
    {
        var says = false;
        for (var at = tokens.Length - 1; at > 0 && tokens.Length - at < Longest; at--)
        {
            says |= tokens[at].Is(Traits.Speech);
            if (says && tokens[at].Is(Traits.Parted))
            {
                return _relative.Contains(source.Vocabulary[tokens[at].Word]) ? tokens.Length : at;
            }
        }

        return tokens.Length;
    }
}
