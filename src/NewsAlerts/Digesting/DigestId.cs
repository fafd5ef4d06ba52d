using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NewsAlerts.Articles;
using NewsAlerts.Routing;

namespace NewsAlerts.Digesting;

/// <summary>
/// Identifies a digest by its kind, its subscription, and the time it was scheduled for (<c>d-00k3m5a7cq2zxw6b-20261123T073000Z</c>) or, an alert,
/// its story (<c>a-00k3m5a7cq2zxw6b-vsmainyqznf6jmeugngo6dwgge</c>): a retry, or a second host, makes the same one.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<DigestId>))]
public readonly record struct DigestId : IParsable<DigestId>
{
    private const string DueFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The first letters of the kinds, in the order of <see cref="DigestKind"/>.</summary>
    private const string Letters = "darcn";

    private readonly string? _value;

    private DigestId(DigestKind kind, SubscriptionId subscription, DateTimeOffset? due, ArticleId? story)
    {
        var last = story?.ToString() ?? due!.Value.ToString(DueFormat, CultureInfo.InvariantCulture);
        (_value, Kind, SubscriptionId, Due, Story) = ($"{Letters[(int)kind]}-{subscription}-{last}", kind, subscription, due, story);
    }

    public DigestKind Kind { get; }

    public SubscriptionId SubscriptionId { get; }

    /// <summary>The time it was scheduled for, in UTC, to the second; null for an alert.</summary>
    public DateTimeOffset? Due { get; }

    /// <summary>An alert's story: the article that began it. Null for any other kind.</summary>
    public ArticleId? Story { get; }

    /// <summary>The scheduled digest of a subscription.</summary>
    public static DigestId Of(SubscriptionId subscription, DateTimeOffset due) => Of(DigestKind.Digest, subscription, due);

    /// <summary>One of any kind but an alert, which has no scheduled time.</summary>
    public static DigestId Of(DigestKind kind, SubscriptionId subscription, DateTimeOffset due)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(kind, DigestKind.Alert);
        var utc = due.ToUniversalTime();
        return new DigestId(kind, subscription, new DateTimeOffset(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero), story: null);
    }

    /// <summary>The alert of a story.</summary>
    public static DigestId OfAlert(SubscriptionId subscription, ArticleId story) => new(DigestKind.Alert, subscription, due: null, story);

    /// <exception cref="FormatException"><paramref name="s"/> is not a digest id.</exception>
    public static DigestId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id)
            ? id
            : throw new FormatException($"'{s}' is not a digest id: expected one such as d-00k3m5a7cq2zxw6b-20261123T073000Z, as `newsalerts deliveries list` lists them.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DigestId result)
    {
        result = default;
        if (s?.Split('-') is not [{ Length: 1 } letter, var subscription, var last]
            || Letters.IndexOf(letter[0], StringComparison.Ordinal) is not (>= 0 and var kind)
            || !SubscriptionId.TryParse(subscription, provider, out var id))
        {
            return false;
        }

        if ((DigestKind)kind is DigestKind.Alert)
        {
            var isStory = ArticleId.TryParse(last, provider, out var story);
            result = isStory ? OfAlert(id, story) : default;
            return isStory;
        }

        var isTime = DateTimeOffset.TryParseExact(
            last, DueFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at);
        result = isTime ? Of((DigestKind)kind, id, at) : default;
        return isTime;
    }

    public override string ToString() => _value ?? throw new InvalidOperationException("A DigestId was never set.");
}
