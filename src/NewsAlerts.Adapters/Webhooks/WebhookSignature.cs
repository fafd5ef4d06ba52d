using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>
/// Signs and verifies webhooks by the Standard Webhooks specification, symmetric scheme <c>v1</c>: HMAC-SHA256 over
/// <c>id.timestamp.payload</c> (https://github.com/standard-webhooks/standard-webhooks, "Signature scheme").
/// </summary>
public static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    internal const string Scheme = "v1,";

    /// <summary>How far a receiver's clock and the sender's may differ, either way: what the specification's libraries allow.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The value of <c>webhook-signature</c>: one signature a secret, separated by spaces, so that a secret can be replaced without a gap.</summary>
    /// <param name="id">The value of <c>webhook-id</c>; without full stops.</param>
    /// <param name="timestamp">When the attempt is made; the value of <c>webhook-timestamp</c> is its seconds since 1970.</param>
    /// <param name="payload">The body, byte for byte.</param>
    /// <param name="secrets">At least one.</param>
    public static string Sign(string id, DateTimeOffset timestamp, ReadOnlySpan<byte> payload, params ReadOnlySpan<WebhookSecret> secrets)
    {
        if (id.Contains('.', StringComparison.Ordinal))
        {
            throw new ArgumentException("A full stop in an id would let another split of the signed text pass.", nameof(id));
        }

        if (secrets.IsEmpty)
        {
            throw new ArgumentException("Nothing to sign with.", nameof(secrets));
        }

        var signatures = new StringBuilder();
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var secret in secrets)
        {
            Hash(secret, id, Written(timestamp), payload, hash);
            signatures.Append(signatures.Length > 0 ? " " : "").Append(Scheme).Append(Convert.ToBase64String(hash));
        }

        return signatures.ToString();
    }

    /// <summary>The three headers of a request, signed with every secret that a receiver may know at that time.</summary>
    public static IReadOnlyList<(string Name, string Value)> Headers(string id, DateTimeOffset now, ReadOnlySpan<byte> payload, Channel.Webhook webhook) =>
    [
        (IdHeader, id),
        (TimestampHeader, Written(now)),
        (SignatureHeader, Sign(id, now, payload, [.. webhook.SecretsAt(now)])),
    ];

    /// <summary>The value of <c>webhook-timestamp</c>.</summary>
    public static string Written(DateTimeOffset timestamp) => timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a request is genuine. Any of its signatures will do; those of other schemes are passed over.</summary>
    /// <param name="secret">What the receiver was given.</param>
    /// <param name="id">The value of <c>webhook-id</c>; null where there is none.</param>
    /// <param name="timestamp">The value of <c>webhook-timestamp</c>; null where there is none.</param>
    /// <param name="signatures">The value of <c>webhook-signature</c>; null where there is none.</param>
    /// <param name="payload">The body, byte for byte as it came.</param>
    /// <param name="now">The receiver's clock.</param>
    public static WebhookVerdict Verify(WebhookSecret secret, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> payload, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(signatures) || Seconds(timestamp) is not { } seconds)
        {
            return WebhookVerdict.Malformed;
        }

        // In whole seconds, so that a number beyond the calendar is only too far away.
        if (Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > (decimal)Tolerance.TotalSeconds)
        {
            return WebhookVerdict.Stale;
        }

        return Fits(secret, id, timestamp!, signatures, payload) ? WebhookVerdict.Genuine : WebhookVerdict.Forged;
    }

    /// <summary>The seconds that a <c>webhook-timestamp</c> says; null where it says none.</summary>
    internal static long? Seconds(string? timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    /// <summary>Whether one of the signatures is of this secret and this body, whenever it was made.</summary>
    internal static bool Fits(WebhookSecret secret, string id, string timestamp, string signatures, ReadOnlySpan<byte> payload)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(secret, id, timestamp, payload, expected);
        foreach (var range in signatures.AsSpan().Split(' '))
        {
            var signature = signatures.AsSpan(range);
            if (signature.StartsWith(Scheme, StringComparison.Ordinal)
                && Convert.TryFromBase64Chars(signature[Scheme.Length..], claimed, out var length)
                && length == claimed.Length
                && CryptographicOperations.FixedTimeEquals(expected, claimed))
            {
                return true;
            }
        }

        return false;
    }

    private static void Hash(WebhookSecret secret, string id, string timestamp, ReadOnlySpan<byte> payload, Span<byte> hash)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.Key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(payload);
        hmac.GetHashAndReset(hash);
    }
}

/// <summary>What a receiver may think of a request.</summary>
public enum WebhookVerdict
{
    /// <summary>Signed with the secret, just now.</summary>
    Genuine,

    /// <summary>A header is missing or cannot be read.</summary>
    Malformed,

    /// <summary>Too old or from the future: perhaps a replay.</summary>
    Stale,

    /// <summary>No signature fits the secret and the body.</summary>
    Forged,
}
