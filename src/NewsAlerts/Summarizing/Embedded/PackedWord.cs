using System.Runtime.Intrinsics;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>Up to eight ASCII letters and digits that stand together, as a number.</summary>
/// <param name="Packed">The characters, the first one lowest; 0 for none.</param>
/// <param name="Length">How many. Where it is as long as can be, more may follow.</param>
internal readonly record struct PackedWord(ulong Packed, int Length)
{
    private const int Longest = sizeof(ulong);

    public static PackedWord At(string text, int start)
    {
        if (text.Length - start < AsciiRun.Longest)
        {
            var length = AsciiRun.LengthAt(text, start);
            return new PackedWord(Of(text.AsSpan(start, length)), length);
        }

        var chars = AsciiRun.Look(text, start);
        var run = AsciiRun.LengthIn(chars);
        var packed = Vector128.Narrow(chars, Vector128<ushort>.Zero).AsUInt64()[0];
        return new PackedWord(run < Longest ? packed & ((1ul << (run * 8)) - 1) : packed, run);
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

    /// <summary>The same for a stretch of up to sixteen characters.</summary>
    public static UInt128 OfLonger(ReadOnlySpan<char> stretch)
    {
        if (stretch.Length <= Longest)
        {
            return Of(stretch);
        }

        if (stretch.Length > 2 * Longest)
        {
            return UInt128.Zero;
        }

        // The last eight overlap with the first; of them, those remain that don't.
        var (first, last) = (AsciiRun.Look(stretch, 0), AsciiRun.Look(stretch, stretch.Length - Longest));
        if (!IsAscii(first) || !IsAscii(last))
        {
            return UInt128.Zero;
        }

        var packed = Vector128.Narrow(first, last).AsUInt64();
        return new UInt128(packed[1] >> ((2 * Longest - stretch.Length) * 8), packed[0]);
    }

    // All but NUL, which would be as good as nothing.
    private static bool IsAscii(Vector128<ushort> chars) => Vector128.LessThanOrEqualAll(chars - Vector128<ushort>.One, Vector128.Create((ushort)0x7E));
}
