using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Subscribing;

/// <summary>Ends a subscription, for an operator or for its reader.</summary>
public sealed class SubscriptionRemoval(ISubscriptions subscriptions, IOpenWork openWork, TimeProvider time)
{
    /// <summary>How long after a removal its inbox is purged: by then no host routes by what it has read before.</summary>
    public static readonly TimeSpan PurgeAfter = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Removes it, and has its inbox purged later; does nothing where it is not there. The purge is announced first, so that no crash leaves a
    /// tombstone for ever; without a tombstone it does nothing.
    /// </summary>
    public async Task RemoveAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await openWork.OpenAsync(new PurgeRequest(id), now + PurgeAfter, cancellationToken);
        await subscriptions.RemoveAsync(id, now, cancellationToken);
    }
}
