using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace NewsAlerts.Articles;

/// <summary>
/// Identifies an article by what it says: the first 128 bits of SHA-256 over its normalised title and body, as 26
/// characters of lower-case base32. The same text under any name or URL is one article.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<ArticleId>))]
public readonly record struct ArticleId : IParsable<ArticleId>
{
    private const int Characters = 26;
    private readonly string? _value;

    private ArticleId(string value) => _value = value;

    /// <summary>The id of an article with this normalised title and text.</summary>
    public static ArticleId Of(string? title, string text)
    {
        // A NUL separates the two: normalised text has none.
        var encoding = Encoding.UTF8;
        var bytes = ArrayPool<byte>.Shared.Rent(encoding.GetMaxByteCount((title?.Length ?? 0) + 1 + text.Length));
        var length = encoding.GetBytes(title, bytes);
        bytes[length++] = 0;
        length += encoding.GetBytes(text, bytes.AsSpan(length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return new ArticleId(Base32.Encode(hash[..16]));
    }

    /// <exception cref="FormatException"><paramref name="s"/> is not an article id.</exception>
    public static ArticleId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id)
            ? id
            : throw new FormatException($"'{s}' is not an article id: expected {Characters} characters of a-z and 2-7, as `newsalerts articles` lists them.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ArticleId result)
    {
        var valid = s is not null && Base32.IsValid(s, Characters);
        result = valid ? new ArticleId(s!) : default;
        return valid;
    }

    public override string ToString() => _value ?? throw new InvalidOperationException("An ArticleId was never set.");
}
