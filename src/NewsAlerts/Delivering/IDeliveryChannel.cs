using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Delivering;

/// <summary>Sends digests one way.</summary>
public interface IDeliveryChannel
{
    /// <summary>Whether it serves that kind of destination.</summary>
    bool Serves(Channel channel);

    /// <summary>Whether a server of the installation's own carries what it sends: then silence says nothing about the destination.</summary>
    bool IsRelayed => false;

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

    /// <summary>Not now, for the destination's sake: it says so, or does not answer.</summary>
    /// <param name="Error">What happened, without addresses or secrets.</param>
    /// <param name="RetryAfter">How long the receiver asked to wait, where it did.</param>
    public sealed record Deferred(string Error, TimeSpan? RetryAfter = null) : SendOutcome;

    /// <summary>
    /// Not now, and the destination had no say in it: the mail server that all mails go through is away, or does not take what comes from here, or
    /// the fault is in this installation. However long it lasts, it never counts against a destination.
    /// </summary>
    /// <param name="Error">What happened, without addresses or secrets.</param>
    public sealed record Hindered(string Error) : SendOutcome;

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
    /// <summary>This one message: too large, or not to its taste. The next one may pass, so it does not count against the destination.</summary>
    Message,

    /// <summary>The destination: no such mailbox, or a URL that leads to the inside. A few in a row disable the subscription.</summary>
    Address,

    /// <summary>Everything: it says that it wants no more. Disables the subscription at once.</summary>
    Gone,
}
