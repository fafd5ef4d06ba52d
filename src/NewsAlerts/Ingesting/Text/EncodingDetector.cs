using System.Runtime.InteropServices;
using System.Text;
using UtfUnknown;

namespace NewsAlerts.Ingesting.Text;

/// <param name="Text">The text, without a byte-order mark, not yet normalised.</param>
/// <param name="Charset">The IANA name of the charset that it was decoded with, in lower case.</param>
public sealed record DecodedText(string Text, string Charset);

/// <summary>Turns bytes into text.</summary>
public static class EncodingDetector
{
    // Mozilla's detector needs no more to be as sure as it will get, and is slow.
    private const int DetectedBytes = 65_536;

    /// <summary>Below it the detector's guess is worse than the web's default.</summary>
    private const float LeastConfidence = 0.6f;

    /// <summary>
    /// In this order: byte-order mark; the declared charset, if the bytes are valid in it; UTF-8, if they are valid; UTF-16 by its
    /// pattern of NULs; UTF-8 with a few bytes that are not; detection by frequencies; windows-1252. A declared single-byte charset, in which nothing is
    /// invalid, gives way to bytes that are UTF-8 beyond ASCII, since that does not happen by chance. A byte that is no character in UTF-8 or UTF-16
    /// becomes U+FFFD: <see cref="DamagedText"/>.
    /// </summary>
    /// <param name="bytes">The whole blob.</param>
    /// <param name="declaredCharset">From a Content-Type, or from <see cref="DeclaredCharset.Sniff"/>; labels as the web uses them.</param>
    /// <returns>Null for what is no text; <see cref="BinarySniffer.Sniff"/> may know what it is.</returns>
    public static DecodedText? Decode(ReadOnlyMemory<byte> bytes, string? declaredCharset)
    {
        if (BinarySniffer.Sniff(bytes.Span) is not null)
        {
            return null;
        }

        var decoded = ByMark(bytes.Span)
            ?? ByDeclaration(bytes.Span, declaredCharset)
            ?? AsUtf8(bytes.Span)
            ?? AsUtf16(bytes.Span)
            ?? AsDamagedUtf8(bytes.Span)
            ?? ByFrequencies(bytes)
            ?? Strictly(bytes.Span, "windows-1252");
        return decoded is null || IsBinary(decoded.Text) ? null : decoded;
    }

    private static DecodedText? ByMark(ReadOnlySpan<byte> bytes)
    {
        // UTF-32's little-endian mark starts with UTF-16's.
        (byte[] Mark, string Charset)[] marks =
        [
            ([0xEF, 0xBB, 0xBF], "utf-8"),
            ([0xFF, 0xFE, 0x00, 0x00], "utf-32"),
            ([0x00, 0x00, 0xFE, 0xFF], "utf-32be"),
            ([0xFF, 0xFE], "utf-16"),
            ([0xFE, 0xFF], "utf-16be"),
        ];
        foreach (var (mark, charset) in marks)
        {
            if (bytes.StartsWith(mark) && (Strictly(bytes[mark.Length..], charset) ?? Damaged(bytes[mark.Length..], charset)) is { } decoded)
            {
                return decoded;
            }
        }

        return null;
    }

    private static DecodedText? Damaged(ReadOnlySpan<byte> bytes, string charset) => charset switch
    {
        "utf-8" => DamagedText.MarkedAsUtf8(bytes),
        "utf-16" or "utf-16be" => DamagedText.AsUtf16(bytes, charset),
        _ => null,
    };

    private static DecodedText? ByDeclaration(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (CharsetLabels.Resolve(declared) is not { } charset)
        {
            return null;
        }

        // A document that could be read far enough to find "utf-16" in it isn't UTF-16 (HTML 13.2.3.2).
        if (charset.StartsWith("utf-16", StringComparison.Ordinal) && !bytes.Contains((byte)0))
        {
            return null;
        }

        var decoded = Strictly(bytes, charset);
        return decoded is null ? charset == "utf-8" && !HoldsOther(bytes) ? DamagedText.DeclaredAsUtf8(bytes) : null
            : CharsetLabels.IsSingleByte(charset) && !Ascii.IsValid(bytes) ? AsUtf8(bytes) ?? AsDamagedUtf8(bytes) ?? decoded
            : decoded;
    }

    private static DecodedText? AsUtf8(ReadOnlySpan<byte> bytes) => HoldsOther(bytes) ? null : Strictly(bytes, "utf-8");

    private static DecodedText? AsDamagedUtf8(ReadOnlySpan<byte> bytes) => HoldsOther(bytes) ? null : DamagedText.AsUtf8(bytes);

    /// <summary>NULs are UTF-16's; ESC $ and ESC ( switch alphabets in ISO-2022-JP and -KR, which is ASCII to the eye.</summary>
    private static bool HoldsOther(ReadOnlySpan<byte> bytes) => bytes.Contains((byte)0) || bytes.IndexOf("\u001B$"u8) >= 0 || bytes.IndexOf("\u001B("u8) >= 0;

    /// <summary>Spaces, digits and Latin letters have NUL as their high byte.</summary>
    private static DecodedText? AsUtf16(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var units = head.Length / 2;
        return odd * 10 > units && even * 50 <= units ? DamagedText.AsUtf16(bytes, "utf-16")
            : even * 10 > units && odd * 50 <= units ? DamagedText.AsUtf16(bytes, "utf-16be")
            : null;
    }

    private static DecodedText? ByFrequencies(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, DetectedBytes)];
        var found = MemoryMarshal.TryGetArray(head, out var segment) && segment is { Array: not null }
            ? CharsetDetector.DetectFromBytes(segment.Array, segment.Offset, segment.Count).Detected
            : CharsetDetector.DetectFromBytes(head.ToArray()).Detected;
        return found is { Encoding: not null } && found.Confidence >= LeastConfidence && CharsetLabels.Resolve(found.EncodingName) is { } charset
            ? Strictly(bytes.Span, charset)
            : null;
    }

    private static DecodedText? Strictly(ReadOnlySpan<byte> bytes, string charset)
    {
        try
        {
            var encoding = Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return new DecodedText(encoding.GetString(bytes), charset);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A NUL, or over 2% of other control characters, C1's among them: windows-1252 decodes anything.</summary>
    private static bool IsBinary(string text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (c == '\0')
            {
                return true;
            }

            controls += char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\u0085') ? 1 : 0;
        }

        return controls * 50 > text.Length;
    }
}
