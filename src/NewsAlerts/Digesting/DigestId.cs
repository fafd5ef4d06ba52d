using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NewsAlerts.Routing;

namespace NewsAlerts.Digesting;

/// <summary>
/// Identifies a digest by its kind, subscription and scheduled due time, such as <c>d-00k3m5a7cq2zxw6b-20261123T073000Z</c>:
/// a retry, or a second host, makes the same one.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<DigestId>))]
public readonly record struct DigestId : IParsable<DigestId>
{
    private const string Kind = "d-";
    private const string DueFormat = "yyyyMMdd'T'HHmmss'Z'";
    private readonly string? _value;

    private DigestId(string value, SubscriptionId subscription, DateTimeOffset due) =>
        (_value, SubscriptionId, Due) = (value, subscription, due);

    public SubscriptionId SubscriptionId { get; }

    /// <summary>The scheduled due time, in UTC, to the second.</summary>
    public DateTimeOffset Due { get; }

    /// <summary>The scheduled digest of a subscription.</summary>
    public static DigestId Of(SubscriptionId subscription, DateTimeOffset due)
    {
        var utc = due.ToUniversalTime();
        var second = new DateTimeOffset(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return new DigestId($"{Kind}{subscription}-{second.ToString(DueFormat, CultureInfo.InvariantCulture)}", subscription, second);
    }

    /// <exception cref="FormatException"><paramref name="s"/> is not a digest id.</exception>
    public static DigestId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id)
            ? id
            : throw new FormatException($"'{s}' is not a digest id: expected one such as d-00k3m5a7cq2zxw6b-20261123T073000Z, as `newsalerts digests` lists them.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DigestId result)
    {
        result = default;
        if (s?.Split('-') is not ["d", var subscription, var due]
            || !SubscriptionId.TryParse(subscription, provider, out var id)
            || !DateTimeOffset.TryParseExact(due, DueFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
        {
            return false;
        }

        result = Of(id, at);
        return true;
    }

    public override string ToString() => _value ?? throw new InvalidOperationException("A DigestId was never set.");
}
