using System.Buffers.Binary;

namespace NewsAlerts.Ingesting.Text;

/// <summary>What a blob is that holds no readable text.</summary>
/// <param name="Name">Completes "this is …": "a PDF document".</param>
/// <param name="Encrypted">Whether it can't be read without a key or a password.</param>
public sealed record BinaryKind(string Name, bool Encrypted = false);

/// <summary>Tells well-known binary and encrypted formats by their first bytes, so that a rejection can name them.</summary>
public static class BinarySniffer
{
    private static readonly BinaryKind PgpMessage = new("a PGP-encrypted message", Encrypted: true);

    /// <summary>The signatures of formats that need no further look, at offset 0. Source: the formats' own specifications.</summary>
    private static readonly (byte[] Magic, BinaryKind Kind)[] Signatures =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], new("a PNG image")),
        ([0xFF, 0xD8, 0xFF], new("a JPEG image")),
        ("GIF87a"u8.ToArray(), new("a GIF image")),
        ("GIF89a"u8.ToArray(), new("a GIF image")),
        ([(byte)'I', (byte)'I', 0x2A, 0x00], new("a TIFF image")),
        ([(byte)'M', (byte)'M', 0x00, 0x2A], new("a TIFF image")),
        ([0x1F, 0x8B, 0x08], new("a gzip archive")),
        ([(byte)'B', (byte)'Z', (byte)'h', (byte)'1'], new("a bzip2 archive")),
        ([(byte)'B', (byte)'Z', (byte)'h', (byte)'9'], new("a bzip2 archive")),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0x00], new("an xz archive")),
        ([0x28, 0xB5, 0x2F, 0xFD], new("a Zstandard archive")),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], new("a 7-Zip archive")),
        ([(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 0x07], new("a RAR archive")),
        ([(byte)'I', (byte)'D', (byte)'3', 0x02], new("an MP3 recording")),
        ([(byte)'I', (byte)'D', (byte)'3', 0x03], new("an MP3 recording")),
        ([(byte)'I', (byte)'D', (byte)'3', 0x04], new("an MP3 recording")),
        ([(byte)'O', (byte)'g', (byte)'g', (byte)'S', 0x00], new("an Ogg recording")),
        ([(byte)'f', (byte)'L', (byte)'a', (byte)'C', 0x00], new("a FLAC recording")),
        ([0x1A, 0x45, 0xDF, 0xA3], new("a Matroska or WebM video")),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], new("a program")),
        ([0xCA, 0xFE, 0xBA, 0xBE], new("a program")),
        ([0x00, (byte)'a', (byte)'s', (byte)'m'], new("a program")),
        ("SQLite format 3\0"u8.ToArray(), new("an SQLite database")),
        ("wOFF"u8.ToArray(), new("a font")),
        ("wOF2"u8.ToArray(), new("a font")),
        (@"{\rtf"u8.ToArray(), new("an RTF document")),
        ("%!PS-Adobe"u8.ToArray(), new("a PostScript document")),
        ("age-encryption.org/"u8.ToArray(), new("an age-encrypted file", Encrypted: true)),
        ("-----BEGIN AGE ENCRYPTED FILE-----"u8.ToArray(), new("an age-encrypted file", Encrypted: true)),
        ("-----BEGIN PGP MESSAGE-----"u8.ToArray(), PgpMessage),
        ("-----BEGIN PKCS7-----"u8.ToArray(), new("an S/MIME-encrypted message", Encrypted: true)),
        ("Salted__"u8.ToArray(), new("an OpenSSL-encrypted file", Encrypted: true)),
    ];

    /// <summary>The format, or null for what may be text. The whole blob is wanted: a PDF says at its end that it is encrypted.</summary>
    public static BinaryKind? Sniff(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, kind) in Signatures)
        {
            if (bytes.StartsWith(magic))
            {
                return kind;
            }
        }

        return Pdf(bytes) ?? Zip(bytes) ?? CompoundFile(bytes) ?? Container(bytes) ?? EncryptedMessage(bytes);
    }

    /// <summary>Readers accept the header anywhere in the first 1,024 bytes (ISO 32000-1, implementation note 13).</summary>
    private static BinaryKind? Pdf(ReadOnlySpan<byte> bytes)
    {
        // Text may well speak of "%PDF-" itself; only bytes that aren't text can precede a real header unseen.
        if (!bytes.StartsWith("%PDF-"u8) && !(Head(bytes, 1024).IndexOf("%PDF-"u8) > 0 && bytes.Contains((byte)0)))
        {
            return null;
        }

        return bytes.IndexOf("/Encrypt"u8) >= 0 ? new("an encrypted PDF document", Encrypted: true) : new("a PDF document");
    }

    private static BinaryKind? Zip(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return bytes.StartsWith("PK\u0005\u0006"u8) ? new("an empty ZIP archive") : null;
        }

        // APPNOTE.TXT 4.4.4: bit 0 of the general purpose flags at offset 6 is set when the file is encrypted.
        if (bytes.Length > 8 && (BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]) & 1) == 1)
        {
            return new("an encrypted ZIP archive", Encrypted: true);
        }

        return bytes.IndexOf("word/"u8) >= 0 ? new("a Word document")
            : bytes.IndexOf("xl/"u8) >= 0 && bytes.IndexOf("[Content_Types].xml"u8) >= 0 ? new("an Excel workbook")
            : bytes.IndexOf("ppt/"u8) >= 0 && bytes.IndexOf("[Content_Types].xml"u8) >= 0 ? new("a PowerPoint presentation")
            : Head(bytes, 256).IndexOf("mimetypeapplication/vnd.oasis.opendocument"u8) >= 0 ? new("an OpenDocument file")
            : Head(bytes, 256).IndexOf("mimetypeapplication/epub"u8) >= 0 ? new("an EPUB book")
            : new("a ZIP archive");
    }

    /// <summary>Office before 2007, and encrypted Office documents since ([MS-OFFCRYPTO] 2.3.4.4, the stream "EncryptedPackage").</summary>
    private static BinaryKind? CompoundFile(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        if (!bytes.StartsWith(magic))
        {
            return null;
        }

        return bytes.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
            ? new("an encrypted Office document", Encrypted: true)
            : new("an Office document of before 2007");
    }

    private static BinaryKind? Container(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12)
        {
            return null;
        }

        if (bytes.StartsWith("RIFF"u8))
        {
            return bytes[8..].StartsWith("WEBP"u8) ? new("a WebP image")
                : bytes[8..].StartsWith("WAVE"u8) ? new("a WAV recording")
                : bytes[8..].StartsWith("AVI "u8) ? new("an AVI video")
                : null;
        }

        if (bytes[4..].StartsWith("ftyp"u8))
        {
            return bytes[8..].StartsWith("heic"u8) || bytes[8..].StartsWith("avif"u8) || bytes[8..].StartsWith("mif1"u8)
                ? new("a HEIF image")
                : new("an MP4 or QuickTime video");
        }

        // Two letters alone may start a text.
        var hasNul = Head(bytes, 128).Contains((byte)0);
        return bytes.StartsWith("MZ"u8) && hasNul ? new("a program")
            : bytes.StartsWith("BM"u8) && hasNul ? new("a BMP image")
            : null;
    }

    /// <summary>A mail message whose own headers say that its body is encrypted (RFC 8551 section 3.3, RFC 3156 section 4).</summary>
    private static BinaryKind? EncryptedMessage(ReadOnlySpan<byte> bytes)
    {
        var head = Head(bytes, 16_384);
        var blank = head.IndexOf("\n\r\n"u8);
        blank = blank < 0 ? head.IndexOf("\n\n"u8) : blank;
        var headers = System.Text.Encoding.Latin1.GetString(blank < 0 ? head : head[..blank]);
        var type = headers.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase)
            ? 0
            : headers.IndexOf("\nContent-Type:", StringComparison.OrdinalIgnoreCase);
        if (type < 0)
        {
            return headers.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal)
                ? PgpMessage
                : null;
        }

        var value = headers[type..Math.Min(headers.Length, type + 300)];
        if (value.Contains("pkcs7-mime", StringComparison.OrdinalIgnoreCase) && !value.Contains("signed-data", StringComparison.OrdinalIgnoreCase))
        {
            return new("an S/MIME-encrypted message", Encrypted: true);
        }

        return value.Contains("multipart/encrypted", StringComparison.OrdinalIgnoreCase) ? PgpMessage : null;
    }

    private static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> bytes, int length) => bytes[..Math.Min(bytes.Length, length)];
}
