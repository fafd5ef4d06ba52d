using System.Text;
using NewsAlerts.Ingesting;
using static NewsAlerts.Fuzz.Inputs.BadInput;

namespace NewsAlerts.Fuzz.Inputs;

/// <summary>Bytes that are no text, or text in some unexpected way.</summary>
internal static class EncodingInputs
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static IReadOnlyList<BadInput> All { get; } =
    [
        new("NULs", "nuls.txt", () => new byte[4096], RejectionReason.Binary),
        OfText("A NUL in a text", "nul.txt", () => $"{Prose}\0{Prose}", RejectionReason.Binary),
        new("Invalid UTF-8", "invalid.txt", () => [.. Utf8.GetBytes(Prose), 0xC3, 0x28, (byte)' ', 0xED, 0xA0, 0x80, (byte)' ', 0xF5, .. " It goes on."u8]),
        new("Overlong UTF-8", "overlong.txt", () => [.. Utf8.GetBytes(Prose), 0xC0, 0xAF, 0xE0, 0x80, 0xAF, .. " It goes on."u8]),
        new("UTF-8 cut off in a character", "cut.txt", () => [.. Utf8.GetBytes(Prose), 0xF0, 0x9F, 0x98]),
        new("UTF-16 without a byte-order mark", "utf16.txt", () => Encoding.Unicode.GetBytes(Prose)),
        new("Big-endian UTF-16 without a byte-order mark", "utf16be.txt", () => Encoding.BigEndianUnicode.GetBytes(Prose)),
        new("UTF-16 with half of a surrogate pair", "half.txt", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Prose), 0x3D, 0xD8, .. Encoding.Unicode.GetBytes(" It goes on.")]),
        new("UTF-16 of an odd number of bytes", "odd.txt", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Prose), 0x41]),
        new("A page in UTF-8 with a stray byte", "stray.html", () =>
            [.. Utf8.GetBytes($"<html><head><meta charset=utf-8></head><body><p>{Prose} Die Fähre fährt."), 0xA0, .. "</p></body></html>"u8]),
        new("Russian in UTF-8 with a stray byte", "stray.txt", () => [.. Utf8.GetBytes("Паром между городом и островом снова пойдёт с марта, сообщило правление порта."), 0xA0, .. " It goes on."u8]),
        new("A feed with a stray byte in a title", "stray.rss", () =>
            [.. Utf8.GetBytes($"<rss><channel><item><title>Fähre</title><description>{Prose}</description></item><item><title>Br"), 0xFC, .. Utf8.GetBytes($"cke</title><description>{Prose} Es geht weiter.</description></item></channel></rss>")]),
        new("An emoji as two surrogates in UTF-8", "cesu.txt", () => [.. Utf8.GetBytes(Prose), 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80, .. " It goes on."u8]),
        new("A mark of UTF-8 before Latin-1", "marked.txt", () => [0xEF, 0xBB, 0xBF, .. Encoding.Latin1.GetBytes($"{Prose} Die Fähre fährt.")]),
        new("UTF-8 and Latin-1 in one text", "mixed.txt", () =>
            [.. Utf8.GetBytes($"{Prose} Die Fähre fährt. "), .. Encoding.Latin1.GetBytes("Die Überfahrt dauert länger. "), .. Utf8.GetBytes("Für 300 Pendler.")]),
        new("UTF-8 that says it is Latin-1", "lying.html", () => Utf8.GetBytes($"<html><head><meta charset=iso-8859-1></head><body><p>{Prose} Die Fähre fährt.</p></body></html>")),
        new("A page that says it is UTF-16 and is not", "lying16.html", () => Utf8.GetBytes($"<html><head><meta charset=utf-16></head><body><p>{Prose}</p></body></html>")),
        new("A page that says it is UTF-7", "utf7.html", () => Utf8.GetBytes($"<html><head><meta charset=utf-7></head><body><p>{Prose} +ADw-script+AD4-</p></body></html>")),
        new("XML that says it is in an unknown encoding", "unknown.xml", () => Utf8.GetBytes($"<?xml version='1.0' encoding='x-none'?><rss><channel><item><description>{Prose}</description></item></channel></rss>")),
        new("5 MB of random bytes", "random.txt", () => Random(5_000_000), RejectionReason.Binary),
        new("5 MB of random bytes that no text has as controls", "high.txt", () => [.. Random(5_000_000).Select(b => (byte)(b | 0xA0))], RejectionReason.TooLong),
        new("A zip archive", "archive.txt", () => [.. "PK\u0003\u0004"u8, .. new byte[4000]], RejectionReason.Binary),
        new("A gzip bomb, of 50 MB", "bomb.txt", () => Bombs.Gzip(50_000_000), RejectionReason.Binary),
        new("A zip bomb, of 50 MB", "bomb.html", () => Bombs.Zip(50_000_000), RejectionReason.Binary),
    ];

    private static byte[] Random(int length)
    {
        // Seeded: the same every time.
        var bytes = new byte[length];
        new Random(11).NextBytes(bytes);
        return bytes;
    }
}
