using NewsAlerts.Routing;

namespace NewsAlerts.Delivering;

/// <summary>Sends messages about subscriptions one way; what <see cref="IDeliveryChannel"/> is for digests.</summary>
public interface IMessageChannel
{
    /// <summary>Whether it serves that kind of destination.</summary>
    bool Serves(Channel channel);

    /// <summary>Whether a server of the installation's own carries what it sends: then silence says nothing about the destination.</summary>
    bool IsRelayed => false;

    /// <summary>
    /// Sends a message to <see cref="SubscriptionMessage.To"/>. The same one sent again carries the same Message-ID or webhook-id. What the receiver
    /// answers is a value; only cancellation throws.
    /// </summary>
    Task<SendOutcome> SendAsync(SubscriptionMessage message, Subscription subscription, CancellationToken cancellationToken);
}
