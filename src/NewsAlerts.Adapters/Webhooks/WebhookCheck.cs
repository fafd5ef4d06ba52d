using System.Globalization;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>A request held to its signature, for the people who build receivers: where it is not genuine, exactly what is wrong.</summary>
/// <param name="Id">The value of <c>webhook-id</c>; null where there is none.</param>
/// <param name="Timestamp">The value of <c>webhook-timestamp</c>; null where there is none.</param>
/// <param name="Signatures">The value of <c>webhook-signature</c>; null where there is none.</param>
public sealed record WebhookCheck(string? Id, string? Timestamp, string? Signatures)
{
    /// <summary>Every complaint, one or two sentences each; none where the request is genuine.</summary>
    /// <param name="secret">What the receiver was given.</param>
    /// <param name="payload">The body, byte for byte as it came.</param>
    /// <param name="now">The receiver's clock.</param>
    public IReadOnlyList<string> Complaints(WebhookSecret secret, ReadOnlySpan<byte> payload, DateTimeOffset now)
    {
        List<string> complaints = [.. Missing()];
        if (complaints.Count > 0)
        {
            return complaints;
        }

        if (WebhookSignature.Seconds(Timestamp) is not { } seconds)
        {
            return [$"{WebhookSignature.TimestampHeader} is '{Timestamp}': not a number of seconds since 1970, without a sign or a fraction."];
        }

        if (Age(seconds, now) is { } age)
        {
            complaints.Add(age);
        }

        if (!WebhookSignature.Fits(secret, Id!, Timestamp!, Signatures!, payload))
        {
            complaints.Add(Mismatch(secret, payload));
        }

        return complaints;
    }

    private IEnumerable<string> Missing() =>
        from header in new (string Name, string? Value)[] { (WebhookSignature.IdHeader, Id), (WebhookSignature.TimestampHeader, Timestamp), (WebhookSignature.SignatureHeader, Signatures) }
        where string.IsNullOrWhiteSpace(header.Value)
        select $"The header {header.Name} is missing or empty.";

    private static string? Age(long seconds, DateTimeOffset now)
    {
        // In decimal, so that a number beyond the calendar is only too far away.
        var age = (decimal)now.ToUnixTimeSeconds() - seconds;
        var most = (decimal)WebhookSignature.Tolerance.TotalSeconds;
        return age > most
            ? string.Create(CultureInfo.InvariantCulture, $"{WebhookSignature.TimestampHeader} is too old: by {age:0} s, {most:0} s are allowed. It may be a replay, or a clock is wrong.")
            : -age > most
                ? string.Create(CultureInfo.InvariantCulture, $"{WebhookSignature.TimestampHeader} is in the future: by {-age:0} s, {most:0} s are allowed. A clock is wrong.")
                : null;
    }

    private string Mismatch(WebhookSecret secret, ReadOnlySpan<byte> payload)
    {
        var ours = Signatures!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(one => one.StartsWith(WebhookSignature.Scheme, StringComparison.Ordinal)).ToList();
        if (ours.Count == 0)
        {
            return $"{WebhookSignature.SignatureHeader} has no signature of the scheme v1: each begins with 'v1,', and a space is between two.";
        }

        if (!ours.Any(one => Convert.TryFromBase64String(one[WebhookSignature.Scheme.Length..], new byte[64], out var length) && length == 32))
        {
            return $"{WebhookSignature.SignatureHeader} is no HMAC-SHA256 in base64 after 'v1,': was it cut off?";
        }

        // What an editor or `echo` adds, which is the most common way to spoil a saved body.
        var trimmed = payload.TrimEnd("\r\n"u8);
        return trimmed.Length < payload.Length && WebhookSignature.Fits(secret, Id!, Timestamp!, Signatures!, trimmed)
            ? "The signature fits the body without its last line end, which the request did not have: keep the bytes as they came."
            : $"None of the {ours.Count} signature{(ours.Count == 1 ? "" : "s")} fits: another secret, another {WebhookSignature.IdHeader} or {WebhookSignature.TimestampHeader}, or a body that is not byte for byte what came.";
    }
}
