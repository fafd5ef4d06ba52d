using System.Buffers;

namespace NewsAlerts;

/// <summary>Lower-case base32 without padding (RFC 4648, section 6): safe in blob names, table keys, URLs and on the telephone.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private static readonly SearchValues<char> Valid = SearchValues.Create(Alphabet);

    /// <summary>Encodes 5 bits a character; the last character is filled up with zero bits.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[((bytes.Length * 8) + 4) / 5];
        int buffer = 0, bits = 0, at = 0;
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text[at++] = Alphabet[(buffer >> bits) & 31];
            }
        }

        if (bits > 0)
        {
            text[at] = Alphabet[(buffer << (5 - bits)) & 31];
        }

        return new string(text);
    }

    /// <summary>Whether <paramref name="text"/> has only characters of the alphabet and the given length.</summary>
    public static bool IsValid(ReadOnlySpan<char> text, int length) =>
        text.Length == length && !text.ContainsAnyExcept(Valid);
}
