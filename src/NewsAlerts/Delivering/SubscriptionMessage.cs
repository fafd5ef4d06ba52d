using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Delivering;

/// <summary>
/// What is said about a subscription and carries no articles. It is made anew for each attempt from the subscription and its id, so nothing of it is
/// stored but the ledger's row.
/// </summary>
public abstract record SubscriptionMessage
{
    private SubscriptionMessage()
    {
    }

    /// <summary>The ledger's key: a repeated send has the same Message-ID or webhook-id.</summary>
    public required DigestId Id { get; init; }

    /// <summary>Whom it is for: the subscription's own destination, or another of its owner's.</summary>
    public required Channel To { get; init; }

    /// <summary>Asks whether the address wants the subscription.</summary>
    public sealed record Confirmation : SubscriptionMessage
    {
        /// <summary>Until when its link counts.</summary>
        public required DateTimeOffset Expires { get; init; }
    }

    /// <summary>Tells the owner something, such as that the subscription is disabled.</summary>
    public sealed record Notice : SubscriptionMessage
    {
        /// <summary>What it is about: one line, at most 100 characters.</summary>
        public required string Headline { get; init; }

        /// <summary>What there is to say, a paragraph each; plain text, no addresses, no secrets.</summary>
        public required IReadOnlyList<string> Paragraphs { get; init; }
    }
}
