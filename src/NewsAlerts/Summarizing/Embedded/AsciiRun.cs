using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// How many ASCII letters and digits stand together, in one look at eight characters: a loop over a word's letters ends at another place for
/// every word, which a processor guesses wrong half the time.
/// </summary>
internal static class AsciiRun
{
    /// <summary>Characters of one look.</summary>
    public const int Longest = 8;

    /// <summary>Their number from a place on, at most <see cref="Longest"/>: then more may follow.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (text.Length - start >= Longest)
        {
            return LengthIn(Look(text, start));
        }

        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }

    public static Vector128<ushort> Look(ReadOnlySpan<char> text, int start) => Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(start, Longest)));

    public static int LengthIn(Vector128<ushort> chars)
    {
        // The case of a letter is one bit of it; what is below the first of a range wraps round to far above its last.
        var letters = Vector128.LessThanOrEqual((chars | Vector128.Create((ushort)0x20)) - Vector128.Create((ushort)'a'), Vector128.Create((ushort)('z' - 'a')));
        var digits = Vector128.LessThanOrEqual(chars - Vector128.Create((ushort)'0'), Vector128.Create((ushort)('9' - '0')));
        return Math.Min(Longest, BitOperations.TrailingZeroCount(~(letters | digits).ExtractMostSignificantBits()));
    }
}
