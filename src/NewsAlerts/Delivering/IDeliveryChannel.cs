using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Delivering;

/// <summary>Sends digests one way.</summary>
public interface IDeliveryChannel
{
    /// <summary>Whether it serves that kind of destination.</summary>
    bool Serves(Channel channel);

    /// <summary>
    /// Sends a digest. The same digest sent again carries the same Message-ID or webhook-id. What the receiver answers is a
    /// value; only cancellation throws.
    /// </summary>
    Task<SendOutcome> SendAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken);
}

/// <summary>What the receiver made of a digest.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>Accepted.</summary>
    public sealed record Sent : SendOutcome;

    /// <summary>Not now.</summary>
    /// <param name="Error">What happened, without addresses or secrets.</param>
    /// <param name="RetryAfter">How long the receiver asked to wait, where it did.</param>
    public sealed record Deferred(string Error, TimeSpan? RetryAfter = null) : SendOutcome;

    /// <summary>Never.</summary>
    /// <param name="Error">What happened, without addresses or secrets.</param>
    /// <param name="Why">What is refused, which decides what becomes of the subscription.</param>
    public sealed record Refused(string Error, Refusal Why = Refusal.Message) : SendOutcome;

    /// <summary>Nothing was sent: others are being sent to the same place and must end first. Counts as no attempt.</summary>
    public sealed record NotTried : SendOutcome;
}

/// <summary>What a receiver refuses for good.</summary>
public enum Refusal
{
    /// <summary>This one message: too large, or not to its taste. The next one may pass.</summary>
    Message,

    /// <summary>The destination: no such mailbox, or a URL that leads to the inside. A few in a row disable the subscription.</summary>
    Address,

    /// <summary>Everything: it says that it wants no more. Disables the subscription at once.</summary>
    Gone,
}
