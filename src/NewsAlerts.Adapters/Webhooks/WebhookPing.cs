using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>Sends a signed request without news to a subscription's webhook, to see whether it arrives and what is answered.</summary>
public sealed class WebhookPing
{
    private readonly GuardedPost _post;
    private readonly TimeProvider _time;

    internal WebhookPing(GuardedPost post, TimeProvider time) => (_post, _time) = (post, time);

    /// <summary>Posts once; tries nothing again and writes nothing down.</summary>
    public async Task<PingAnswer> SendAsync(SubscriptionId subscription, Channel.Webhook webhook, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var id = string.Create(CultureInfo.InvariantCulture, $"p-{subscription}-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        var body = new PingPayload { Timestamp = now, Data = new PingData(subscription) }.ToBytes();
        var began = _time.GetTimestamp();
        var answer = await _post.SendAsync(webhook.Url, body, WebhookSignature.Headers(id, now, body, webhook), cancellationToken);
        var took = _time.GetElapsedTime(began);
        return answer switch
        {
            PostAnswer.Answered(var status, var text, _) => new PingAnswer(id, took, status, Encoding.UTF8.GetString(text.Span), null),
            PostAnswer.Forbidden(var error) => new PingAnswer(id, took, null, "", error),
            PostAnswer.Unanswered(var error) => new PingAnswer(id, took, null, "", error),
            PostAnswer.HostBusy => new PingAnswer(id, took, null, "", "Too many requests to that host are under way."),
            _ => throw new InvalidOperationException($"Unknown answer {answer}."),
        };
    }
}

/// <summary>What came of a ping.</summary>
/// <param name="Id">Its <c>webhook-id</c>.</param>
/// <param name="Took">From looking up the name to the end of the answer.</param>
/// <param name="Status">The HTTP status; null where there was no answer.</param>
/// <param name="Body">The answer's body, as far as it was read. The receiver's own words: not to be trusted.</param>
/// <param name="Error">Why there was no answer; null where there was one.</param>
public sealed record PingAnswer(string Id, TimeSpan Took, int? Status, string Body, string? Error)
{
    /// <summary>Whether a digest would count as sent.</summary>
    public bool Accepted => Status is >= 200 and < 300;
}

/// <summary>The body of a ping.</summary>
internal sealed record PingPayload
{
    [JsonPropertyOrder(-3)]
    public string Type { get; init; } = EventTypes.Ping;

    [JsonPropertyOrder(-2)]
    public int Version { get; init; } = WebhookPayload.CurrentVersion;

    public required DateTimeOffset Timestamp { get; init; }

    public required PingData Data { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, WebhookPayload.Json.PingPayload);
}

/// <param name="SubscriptionId">Whose webhook it is.</param>
internal sealed record PingData(SubscriptionId SubscriptionId);
