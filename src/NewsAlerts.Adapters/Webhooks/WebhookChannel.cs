using Microsoft.Extensions.Logging;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>Posts digests, signed, to the receiver's URL. The <c>webhook-id</c> is the digest's id, so a repeated send can be told.</summary>
internal sealed partial class WebhookChannel(GuardedPost post, TimeProvider time, ILogger<WebhookChannel> logger) : IDeliveryChannel
{
    public bool Serves(Channel channel) => channel is Channel.Webhook;

    public async Task<SendOutcome> SendAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken)
    {
        var webhook = (Channel.Webhook)subscription.Channel;
        var body = WebhookPayload.Of(digest).ToBytes();
        var headers = WebhookSignature.Headers(digest.Id.ToString(), time.GetUtcNow(), body, webhook);
        var outcome = WebhookOutcome.Of(await post.SendAsync(webhook.Url, body, headers, cancellationToken));
        if (outcome is SendOutcome.Deferred { Error: var error })
        {
            Log.NotNow(logger, digest.Id, error);
        }

        return outcome;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Digest {DigestId} could not be posted now: {Error}")]
        public static partial void NotNow(ILogger logger, DigestId digestId, string error);
    }
}
