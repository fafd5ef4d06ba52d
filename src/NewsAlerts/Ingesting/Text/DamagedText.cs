using System.Buffers;
using System.Text;

namespace NewsAlerts.Ingesting.Text;

/// <summary>Text of which some bytes are no characters: each of those is a replacement character, and no other is lost.</summary>
internal static class DamagedText
{
    private const string Utf8 = "utf-8";

    /// <summary>Text of more replacements than this part of it is none.</summary>
    private const int FewestBetweenReplacements = 10;

    /// <summary>UTF-8 by its mark: whatever is wrong in it, it is not another charset.</summary>
    public static DecodedText? MarkedAsUtf8(ReadOnlySpan<byte> bytes) => Read(bytes) is var (text, _, bad) && !IsMostlyBad(text, bad) ? new DecodedText(text, Utf8) : null;

    /// <summary>UTF-8 by declaration: other charsets hardly ever make more of its characters than they break.</summary>
    public static DecodedText? DeclaredAsUtf8(ReadOnlySpan<byte> bytes) => Weighed(bytes, goodForOneBad: 1);

    /// <summary>UTF-8 by what is in it alone.</summary>
    public static DecodedText? AsUtf8(ReadOnlySpan<byte> bytes) => Weighed(bytes, goodForOneBad: 10);

    /// <summary>UTF-16 without what is half a code unit at its end, or half a surrogate pair in it.</summary>
    /// <param name="bytes">Without a mark.</param>
    /// <param name="charset">utf-16 or utf-16be.</param>
    public static DecodedText? AsUtf16(ReadOnlySpan<byte> bytes, string charset)
    {
        var text = Encoding.GetEncoding(charset).GetString(bytes[..(bytes.Length & ~1)]);
        return IsMostlyBad(text, text.AsSpan().Count('\uFFFD')) ? null : new DecodedText(text, charset);
    }

    private static DecodedText? Weighed(ReadOnlySpan<byte> bytes, int goodForOneBad) =>
        Read(bytes) is var (text, good, bad) && good > 0 && bad * goodForOneBad <= good ? new DecodedText(text, Utf8) : null;

    private static bool IsMostlyBad(string text, int bad) => bad * FewestBetweenReplacements > text.Length;

    /// <summary>The text, how many of its characters are of several bytes, and how many bytes belong to none. What was cut off at the end is neither.</summary>
    private static (string Text, int Good, int Bad) Read(ReadOnlySpan<byte> bytes)
    {
        // No byte makes more than one UTF-16 code unit.
        var text = new char[bytes.Length];
        var (written, good, bad) = (0, 0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status == OperationStatus.NeedMoreData)
            {
                // Of a single byte it can't be told whether it is Latin-1's.
                good += length > 1 ? 1 : 0;
                break;
            }

            if (status != OperationStatus.Done && SurrogatePair(bytes) is { } pair)
            {
                (rune, length, status) = (pair, 6, OperationStatus.Done);
            }

            good += status == OperationStatus.Done && length > 1 ? 1 : 0;
            bad += status == OperationStatus.Done ? 0 : 1;
            written += (status == OperationStatus.Done ? rune : Rune.ReplacementChar).EncodeToUtf16(text.AsSpan(written));
            bytes = bytes[length..];
        }

        return (new string(text, 0, written), good, bad);
    }

    /// <summary>CESU-8 (Unicode Technical Report 26): a character beyond the first 65,536 as two surrogates, as some databases and Java's own format have it.</summary>
    private static Rune? SurrogatePair(ReadOnlySpan<byte> bytes) =>
        bytes is [0xED, >= 0xA0 and <= 0xAF, >= 0x80 and <= 0xBF, 0xED, >= 0xB0 and <= 0xBF, >= 0x80 and <= 0xBF, ..]
            ? new Rune((char)(0xD000 | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)), (char)(0xD000 | ((bytes[4] & 0x3F) << 6) | (bytes[5] & 0x3F)))
            : null;
}
