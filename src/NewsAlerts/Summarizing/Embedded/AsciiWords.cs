using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// The words of 64 ASCII characters, a bit for each character, the first one lowest: what <see cref="Words"/> finds one by one, all at once. A loop
/// over words takes some twenty times as long, most of it for ends that the processor did not expect.
/// </summary>
/// <param name="LettersAndDigits">What words are made of.</param>
/// <param name="Capitals">Of these, the capitals.</param>
/// <param name="Joints">Marks that hold a word together where it has letters or digits on both sides.</param>
/// <param name="Apostrophes">Of these, the apostrophes.</param>
/// <param name="Quotes">Quotation marks.</param>
internal readonly record struct AsciiWords(ulong LettersAndDigits, ulong Capitals, ulong Joints, ulong Apostrophes, ulong Quotes)
{
    /// <summary>Characters of one look.</summary>
    public const int Length = 64;

    private const int Step = 16;

    /// <param name="text">At most <see cref="Length"/> characters, all of them ASCII.</param>
    public static AsciiWords In(ReadOnlySpan<char> text)
    {
        if (text.Length < Length)
        {
            Span<char> padded = stackalloc char[Length];
            padded.Clear();
            text.CopyTo(padded);
            return InWhole(padded);
        }

        return InWhole(text);
    }

    private static AsciiWords InWhole(ReadOnlySpan<char> text)
    {
        var found = default(AsciiWords);
        var chars = MemoryMarshal.Cast<char, ushort>(text);
        for (var at = 0; at < Length; at += Step)
        {
            var bytes = Vector128.Narrow(Vector128.Create(chars[at..]), Vector128.Create(chars[(at + (Step / 2))..]));
            var capitals = IsBetween(bytes, 'A', 'Z');
            var apostrophes = Vector128.Equals(bytes, Vector128.Create((byte)'\''));
            found = new AsciiWords(
                found.LettersAndDigits | Bits(capitals | IsBetween(bytes, 'a', 'z') | IsBetween(bytes, '0', '9'), at),
                found.Capitals | Bits(capitals, at),
                // ',', '-' and '.' stand side by side.
                found.Joints | Bits(apostrophes | IsBetween(bytes, ',', '.'), at),
                found.Apostrophes | Bits(apostrophes, at),
                found.Quotes | Bits(Vector128.Equals(bytes, Vector128.Create((byte)'"')), at));
        }

        return found;
    }

    // What is below the first of a range wraps round to far above its last.
    private static Vector128<byte> IsBetween(Vector128<byte> bytes, char first, char last) =>
        Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)first), Vector128.Create((byte)(last - first)));

    private static ulong Bits(Vector128<byte> lanes, int at) => (ulong)lanes.ExtractMostSignificantBits() << at;
}
