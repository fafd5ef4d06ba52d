using NewsAlerts.Adapters.Http;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>What an answer to a webhook means.</summary>
internal static class WebhookOutcome
{
    public static SendOutcome Of(PostAnswer answer) => answer switch
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
}
