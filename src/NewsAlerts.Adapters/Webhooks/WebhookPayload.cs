using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>The body of a webhook: docs/formats.md, "Webhooks", and docs/webhook.schema.json. The same digest always makes the same bytes.</summary>
public sealed record WebhookPayload
{
    /// <summary>The version that this code writes. Members may be added within a version; none is renamed, removed or given another meaning.</summary>
    public const int CurrentVersion = 1;

    /// <summary>What happened: one of <see cref="EventTypes"/>.</summary>
    [JsonPropertyOrder(-3)]
    public required string Type { get; init; }

    [JsonPropertyOrder(-2)]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>When it happened, whenever it is sent: when the digest was frozen.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    public required DigestData Data { get; init; }

    public static WebhookPayload Of(Digest digest) => new()
    {
        Type = EventTypes.Of(digest.Id.Kind),
        Timestamp = digest.Frozen.ToUniversalTime(),
        Data = new DigestData(
            digest.Id,
            digest.Id.SubscriptionId,
            digest.Title,
            digest.Time,
            digest.TimeZone,
            [.. digest.Items.Select(item => new DigestItemData(item.ArticleId, item.Headline, item.KeyPoints, item.Notes, item.Engine, item.Citation))],
            digest.Rest),
    };

    // Letters stay letters, which is a third of the size outside Latin scripts; what HTML might trip over is still escaped.
    internal static readonly WebhookJson Json = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>The body, in UTF-8.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json.WebhookPayload);
}

/// <summary>What a receiver is told to have happened. One it does not know it answers with 2xx and passes over.</summary>
public static class EventTypes
{
    /// <summary>A scheduled digest, or one sent by hand.</summary>
    public const string Digest = "digest.created";

    /// <summary>An alert: one story, at once.</summary>
    public const string Alert = "alert.created";

    /// <summary>A round-up of alerts that were held.</summary>
    public const string RoundUp = "roundup.created";

    /// <summary>Something about the subscription itself, such as that it is disabled.</summary>
    public const string Notice = "notice.created";

    /// <summary>Nothing: somebody tries whether requests arrive.</summary>
    public const string Ping = "webhook.ping";

    public static string Of(DigestKind kind) => kind switch
    {
        DigestKind.Digest => Digest,
        DigestKind.Alert => Alert,
        DigestKind.RoundUp => RoundUp,
        DigestKind.Notice => Notice,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No webhook carries it."),
    };
}

/// <summary>A digest as receivers get it.</summary>
/// <param name="DigestId">The digest's id; also the request's <c>webhook-id</c>.</param>
/// <param name="SubscriptionId">The subscription that it is for.</param>
/// <param name="Title">The subscription's name when the digest was frozen.</param>
/// <param name="Due">When it was due; of an alert, when it was made.</param>
/// <param name="TimeZone">The IANA time zone of its schedule.</param>
/// <param name="Items">Its articles, at least one, in order.</param>
/// <param name="Rest">What it had no room for, counted and named; left out where it holds everything.</param>
public sealed record DigestData(
    DigestId DigestId,
    SubscriptionId SubscriptionId,
    string Title,
    DateTimeOffset Due,
    string TimeZone,
    IReadOnlyList<DigestItemData> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DigestRest? Rest = null);

/// <summary>An article of a digest as receivers get it.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="KeyPoints">1 to 5, each with its evidence.</param>
/// <param name="Notes">Remarks on how the summary was made; usually empty.</param>
/// <param name="Engine">What made it: "embedded", or a model's name.</param>
/// <param name="Citation">Where the article comes from.</param>
public sealed record DigestItemData(
    ArticleId ArticleId,
    string Headline,
    IReadOnlyList<KeyPoint> KeyPoints,
    IReadOnlyList<string> Notes,
    string Engine,
    Citation Citation);

[JsonSerializable(typeof(WebhookPayload))]
[JsonSerializable(typeof(NoticePayload))]
[JsonSerializable(typeof(PingPayload))]
internal sealed partial class WebhookJson : JsonSerializerContext;
