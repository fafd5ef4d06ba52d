using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>The body of a webhook: docs/formats.md, "Webhooks". The same digest always makes the same bytes.</summary>
public sealed record WebhookPayload
{
    /// <summary>The version that this code writes. Members may be added within a version; none is renamed, removed or given another meaning.</summary>
    public const int CurrentVersion = 1;

    public const string DigestCreated = "digest.created";

    /// <summary>What happened: "digest.created".</summary>
    [JsonPropertyOrder(-3)]
    public string Type { get; init; } = DigestCreated;

    [JsonPropertyOrder(-2)]
    public int Version { get; init; } = CurrentVersion;

    /// <summary>When it happened, whenever it is sent: when the digest was frozen.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    public required DigestData Data { get; init; }

    public static WebhookPayload Of(Digest digest) => new()
    {
        Timestamp = digest.Frozen.ToUniversalTime(),
        Data = new DigestData(
            digest.Id,
            digest.Id.SubscriptionId,
            digest.Title,
            digest.Time,
            digest.TimeZone,
            [.. digest.Items.Select(item => new DigestItemData(item.ArticleId, item.Headline, item.KeyPoints, item.Notes, item.Engine, item.Citation))]),
    };

    // Letters stay letters, which is a third of the size outside Latin scripts; what HTML might trip over is still escaped.
    private static readonly WebhookJson Json = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>The body, in UTF-8.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json.WebhookPayload);
}

/// <summary>A digest as receivers get it.</summary>
/// <param name="DigestId">The digest's id; also the request's <c>webhook-id</c>.</param>
/// <param name="SubscriptionId">The subscription that it is for.</param>
/// <param name="Title">The subscription's name when the digest was frozen.</param>
/// <param name="Due">When it was due; of an alert, when it was made.</param>
/// <param name="TimeZone">The IANA time zone of its schedule.</param>
/// <param name="Items">Its articles, at least one, in order.</param>
public sealed record DigestData(
    DigestId DigestId,
    SubscriptionId SubscriptionId,
    string Title,
    DateTimeOffset Due,
    string TimeZone,
    IReadOnlyList<DigestItemData> Items);

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
internal sealed partial class WebhookJson : JsonSerializerContext;
