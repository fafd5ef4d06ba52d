using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Delivering;

/// <summary>Says what a message of one kind says. One of a kind is registered.</summary>
public interface IMessageSource
{
    /// <summary>The kind of id that it makes messages for; one that carries no articles.</summary>
    DigestKind Kind { get; }

    /// <summary>The message of that id, as things stand now.</summary>
    MessageDraft Draft(DigestId id, Subscription subscription);
}

/// <summary>What has become of a message that is to be sent.</summary>
public abstract record MessageDraft
{
    private MessageDraft()
    {
    }

    /// <summary>It is still to be said.</summary>
    public sealed record Ready(SubscriptionMessage Message) : MessageDraft;

    /// <summary>It is of no use any longer.</summary>
    /// <param name="State">What the ledger says then: <see cref="DeliveryState.Expired"/> or <see cref="DeliveryState.Cancelled"/>.</param>
    public sealed record Outdated(DeliveryState State) : MessageDraft;
}
