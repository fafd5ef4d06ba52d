using NewsAlerts.Adapters.Http;
using NewsAlerts.Delivering;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>Posts notices, signed, to a webhook. Nothing else: an address is asked by mail whether it wants a subscription.</summary>
internal sealed class WebhookMessageChannel(GuardedPost post, TimeProvider time) : IMessageChannel
{
    public bool Serves(Channel channel) => channel is Channel.Webhook;

    public async Task<SendOutcome> SendAsync(SubscriptionMessage message, Subscription subscription, CancellationToken cancellationToken)
    {
        if (message is not SubscriptionMessage.Notice notice)
        {
            return new SendOutcome.Refused("Webhooks carry notices, and no other messages.");
        }

        var webhook = (Channel.Webhook)notice.To;
        var body = NoticePayload.Of(notice, subscription).ToBytes();
        var headers = WebhookSignature.Headers(notice.Id.ToString(), time.GetUtcNow(), body, webhook);
        return WebhookOutcome.Of(await post.SendAsync(webhook.Url, body, headers, cancellationToken));
    }
}
