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
    public sealed record Refused(string Error) : SendOutcome;
}
