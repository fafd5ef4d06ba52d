using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Delivering;

/// <summary>The table <c>Deliveries</c>: the ledger.</summary>
public interface IDeliveries
{
    Task<Delivery?> FindAsync(DigestId id, CancellationToken cancellationToken);

    /// <summary>Enters a delivery, and returns the row as it was written; null where it is in the ledger already, which is left as it is.</summary>
    Task<Delivery?> TryAddAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Writes a changed row over the version that it was read as; null where somebody else changed it first.</summary>
    Task<Delivery?> TryChangeAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>The deliveries of one subscription, or of all, in order of subscription and time.</summary>
    IAsyncEnumerable<Delivery> ListAsync(SubscriptionId? subscription, CancellationToken cancellationToken);

    /// <summary>
    /// How the deliveries of one subscription went that were changed at or after that time, in no particular order. Costs all that it ever had: the
    /// keys say when a digest was due, and an alert's not even that.
    /// </summary>
    IAsyncEnumerable<DeliveryTrace> ListChangedAsync(SubscriptionId subscription, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>
    /// The deliveries of one subscription, or of all, that were entered at or after that time, the latest first. Of all of them it reads only as far
    /// as the caller does; of one subscription, what was entered since then.
    /// </summary>
    IAsyncEnumerable<Delivery> ListLatestAsync(SubscriptionId? subscription, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>What a row of the ledger says about its destination; the rest of it is <see cref="Delivery"/>.</summary>
public sealed record DeliveryTrace(
    DigestId DigestId, DeliveryState State, DateTimeOffset? FailingSince, Refusal? Refused, DateTimeOffset Updated, DateTimeOffset? HinderedAt = null);
