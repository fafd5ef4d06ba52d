using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsAlerts.Routing;

/// <summary>
/// A signing secret of the Standard Webhooks specification: <c>whsec_</c> and the base64 of 24 to 64 random bytes.
/// Prints as <c>whsec_***</c>; only <see cref="Reveal"/> shows it.
/// </summary>
[JsonConverter(typeof(WebhookSecretConverter))]
public sealed class WebhookSecret : IParsable<WebhookSecret>
{
    private const string Prefix = "whsec_";
    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <summary>The bytes that sign.</summary>
    public ReadOnlySpan<byte> Key => _key;

    /// <summary>A new secret of 32 random bytes.</summary>
    public static WebhookSecret New() => new(RandomNumberGenerator.GetBytes(32));

    /// <summary>The secret in its written form, for the receiver's owner and for storage.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(_key);

    /// <exception cref="FormatException">Not a secret; the message does not repeat it.</exception>
    public static WebhookSecret Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var secret)
            ? secret
            : throw new FormatException("Not a webhook secret: expected whsec_ followed by the base64 of 24 to 64 bytes.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out WebhookSecret result)
    {
        var bytes = new byte[64];
        var valid = s is not null
            && s.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(s[Prefix.Length..], bytes, out var length)
            && length >= 24;
        result = valid ? new WebhookSecret(Convert.FromBase64String(s![Prefix.Length..])) : null;
        return valid;
    }

    public override string ToString() => Prefix + "***";
}

/// <summary>Writes a secret in full, for storage only: nothing else serialises a channel.</summary>
public sealed class WebhookSecretConverter : JsonConverter<WebhookSecret>
{
    public override WebhookSecret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WebhookSecret.TryParse(reader.GetString(), null, out var secret) ? secret : throw new JsonException("Not a webhook secret.");

    public override void Write(Utf8JsonWriter writer, WebhookSecret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}
