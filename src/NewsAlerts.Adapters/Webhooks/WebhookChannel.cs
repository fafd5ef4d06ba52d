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
        var outcome = Outcome(await post.SendAsync(webhook.Url, body, headers, cancellationToken));
        if (outcome is SendOutcome.Deferred { Error: var error })
        {
            Log.NotNow(logger, digest.Id, error);
        }

        return outcome;
    }

    private static SendOutcome Outcome(PostAnswer answer) => answer switch
    {
        PostAnswer.Answered { Status: >= 200 and < 300 } => new SendOutcome.Sent(),
        PostAnswer.Answered { Status: 410 } => new SendOutcome.Refused("The receiver is gone (410).", Refusal.Gone),
        PostAnswer.Answered { Status: >= 300 and < 400 and var status } =>
            new SendOutcome.Deferred($"The receiver answered {status}; redirects are not followed: change the subscription's URL."),
        PostAnswer.Answered(var status, _, var wait) => new SendOutcome.Deferred($"The receiver answered {status}.", wait),
        PostAnswer.Forbidden(var error) => new SendOutcome.Refused(error, Refusal.Address),
        PostAnswer.Unanswered(var error) => new SendOutcome.Deferred(error),
        PostAnswer.HostBusy => new SendOutcome.NotTried(),
        _ => throw new InvalidOperationException($"Unknown answer {answer}."),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Digest {DigestId} could not be posted now: {Error}")]
        public static partial void NotNow(ILogger logger, DigestId digestId, string error);
    }
}
