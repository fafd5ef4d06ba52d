using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Up to eight ASCII letters and digits that stand together, as a number. They are found in one look at eight characters: a loop over
/// a word's letters ends at another place for every word, which a processor guesses wrong half the time.
/// </summary>
/// <param name="Packed">The characters, the first one lowest; 0 for none.</param>
/// <param name="Length">How many.</param>
internal readonly record struct PackedWord(ulong Packed, int Length)
{
    public const int Longest = sizeof(ulong);

    /// <summary>What a text has at a place. Where it is as long as can be, more may follow.</summary>
    public static PackedWord At(string text, int start)
    {
        if (text.Length - start < Longest)
        {
            return AtEnd(text.AsSpan(start));
        }

        var chars = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.AsSpan(start, Longest)));
        // The case of a letter is one bit of it; what is below the first of a range is far above its last.
        var letters = Vector128.LessThanOrEqual((chars | Vector128.Create((ushort)0x20)) - Vector128.Create((ushort)'a'), Vector128.Create((ushort)('z' - 'a')));
        var digits = Vector128.LessThanOrEqual(chars - Vector128.Create((ushort)'0'), Vector128.Create((ushort)('9' - '0')));
        var length = BitOperations.TrailingZeroCount(~(letters | digits).ExtractMostSignificantBits());
        var packed = Vector128.Narrow(chars, Vector128<ushort>.Zero).AsUInt64()[0];
        return new PackedWord(length < Longest ? packed & ((1ul << (length * 8)) - 1) : packed, Math.Min(length, Longest));
    }

    /// <summary>A whole stretch of ASCII characters of any kind as a number; 0 for one that is empty, longer, or not ASCII.</summary>
    public static ulong Of(ReadOnlySpan<char> stretch)
    {
        if (stretch.Length > Longest)
        {
            return 0;
        }

        var packed = 0ul;
        for (var i = 0; i < stretch.Length; i++)
        {
            if (stretch[i] is '\0' or > '\u007F')
            {
                return 0;
            }

            packed |= (ulong)stretch[i] << (i * 8);
        }

        return packed;
    }

    private static PackedWord AtEnd(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        return new PackedWord(Of(text[..length]), length);
    }
}
