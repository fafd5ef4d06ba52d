using System.Text.Json;
using System.Text.Json.Serialization;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>The body of a webhook that tells something about a subscription. The same notice always makes the same bytes.</summary>
internal sealed record NoticePayload
{
    [JsonPropertyOrder(-3)]
    public string Type { get; init; } = EventTypes.Notice;

    [JsonPropertyOrder(-2)]
    public int Version { get; init; } = WebhookPayload.CurrentVersion;

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    public required NoticeData Data { get; init; }

    public static NoticePayload Of(SubscriptionMessage.Notice notice, Subscription subscription) => new()
    {
        Timestamp = notice.Id.Due!.Value,
        Data = new NoticeData(notice.Id, subscription.Id, subscription.Name, notice.Headline, notice.Paragraphs),
    };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, WebhookPayload.Json.NoticePayload);
}

/// <param name="NoticeId">The notice's id; also the request's <c>webhook-id</c>.</param>
/// <param name="SubscriptionId">Which subscription it is about.</param>
/// <param name="Title">The subscription's name.</param>
/// <param name="Headline">What it is about.</param>
/// <param name="Paragraphs">What there is to say; plain text.</param>
internal sealed record NoticeData(DigestId NoticeId, SubscriptionId SubscriptionId, string Title, string Headline, IReadOnlyList<string> Paragraphs);
