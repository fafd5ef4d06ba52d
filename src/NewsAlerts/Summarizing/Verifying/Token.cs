namespace NewsAlerts.Summarizing.Verifying;

/// <summary>What a token is for a comparison.</summary>
[Flags]
internal enum Traits : ushort
{
    None = 0,

    /// <summary>Says something by itself: not a function word.</summary>
    Content = 1,

    /// <summary>Has a capital.</summary>
    Capital = 2,

    /// <summary>Opens a sentence, or a quotation: its capital says nothing.</summary>
    Opening = 4,

    /// <summary>Digits or a number's word.</summary>
    Number = 8,

    /// <summary>Turns what it stands with into its opposite.</summary>
    Negation = 16,

    /// <summary>A weekday or a month.</summary>
    Date = 32,

    /// <summary>Says that somebody says.</summary>
    Speech = 64,

    /// <summary>A unit of measure, a currency, a magnitude.</summary>
    Unit = 128,

    /// <summary>A comma, a bracket or a dash stands before it.</summary>
    Parted = 256,
}

/// <summary>A word, a number or a sign.</summary>
/// <param name="Start">Offset in its text.</param>
/// <param name="Length">Its length.</param>
/// <param name="Word">Its lower-cased form, as a number of the vocabulary.</param>
/// <param name="Term">What it is compared by: its stem, or one for all words of a kind.</param>
/// <param name="Traits">What it is.</param>
internal readonly record struct Token(int Start, int Length, int Word, int Term, Traits Traits)
{
    public int End => Start + Length;

    public bool Is(Traits trait) => (Traits & trait) != 0;
}

/// <summary>Questions that several checks ask of a stretch.</summary>
internal static class Stretch
{
    /// <summary>Whether it has any of the terms.</summary>
    public static bool HasAny(this ReadOnlySpan<Token> tokens, List<int> terms)
    {
        foreach (var token in tokens)
        {
            if (terms.Contains(token.Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc cref="HasAny(ReadOnlySpan{Token}, List{int})"/>
    public static bool HasAny(this Span<Token> tokens, List<int> terms) => HasAny((ReadOnlySpan<Token>)tokens, terms);
}
