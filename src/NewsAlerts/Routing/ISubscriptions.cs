namespace NewsAlerts.Routing;

/// <summary>The table <c>Subscriptions</c>.</summary>
public interface ISubscriptions
{
    /// <summary>Adds a subscription, its first due time and a new version of its shard, in one transaction.</summary>
    Task AddAsync(Subscription subscription, DateTimeOffset? due, CancellationToken cancellationToken);

    /// <summary>The subscription, a tombstone included; null where there is none.</summary>
    Task<Subscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken);

    /// <summary>When its next digest is due; null where it never is, or the subscription is removed.</summary>
    Task<DateTimeOffset?> FindDueAsync(SubscriptionId id, CancellationToken cancellationToken);

    /// <summary>Every subscription that is not removed, shard by shard.</summary>
    IAsyncEnumerable<Subscription> ListAsync(CancellationToken cancellationToken);

    /// <summary>The subscriptions of a shard.</summary>
    Task<ShardSubscriptions> ReadShardAsync(int shard, CancellationToken cancellationToken);

    /// <summary>Changes whenever a subscription of the shard does; null before the first one.</summary>
    Task<string?> GetShardVersionAsync(int shard, CancellationToken cancellationToken);

    /// <summary>
    /// Changes a subscription, its due time and its shard's version in one transaction. <paramref name="change"/> is called again with what
    /// is stored then, where somebody else was faster; it returns the same object for nothing to change. An answer that was lost looks like that, too.
    /// </summary>
    /// <param name="id">Which.</param>
    /// <param name="change">What it becomes.</param>
    /// <param name="due">Its next due time, from what it becomes and the one that it has.</param>
    /// <param name="cancellationToken">Stops between two attempts.</param>
    /// <returns>What is stored then; null where there is none, or it is removed.</returns>
    /// <exception cref="InvalidOperationException">Others were faster dozens of times in a row.</exception>
    Task<Subscription?> ChangeAsync(
        SubscriptionId id, Func<Subscription, Subscription> change, Func<Subscription, DateTimeOffset?, DateTimeOffset?> due, CancellationToken cancellationToken);

    /// <summary>Leaves a tombstone and takes away the due time; false where it is not there or removed already.</summary>
    Task<bool> RemoveAsync(SubscriptionId id, DateTimeOffset removed, CancellationToken cancellationToken);

    /// <summary>Deletes a tombstone. A subscription that is not removed stays.</summary>
    Task ForgetAsync(SubscriptionId id, CancellationToken cancellationToken);

    /// <summary>The due times of a shard up to <paramref name="now"/>, earliest first; reads nothing that is not due.</summary>
    IAsyncEnumerable<DueDigest> ListDueAsync(int shard, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Puts the next due time in the place of <paramref name="due"/>, or none. False where that one is not there any longer:
    /// another host, or a change to the subscription, moved it.
    /// </summary>
    Task<bool> MoveDueAsync(DueDigest due, DateTimeOffset? next, CancellationToken cancellationToken);

    /// <summary>
    /// Takes away a due time that has no subscription, not even a tombstone, where it was written before <paramref name="writtenBefore"/>. One that is younger
    /// stays: tables that are being put back from an export get the due rows first.
    /// </summary>
    /// <returns>Whether it was taken away.</returns>
    Task<bool> DropOrphanAsync(DueDigest due, DateTimeOffset writtenBefore, CancellationToken cancellationToken);
}

/// <summary>The subscriptions of a shard that are not removed.</summary>
/// <param name="Readable">Those that this host can read.</param>
/// <param name="Newer">How many active ones a newer version wrote, so that this host knows no more about them than that.</param>
public sealed record ShardSubscriptions(IReadOnlyList<Subscription> Readable, int Newer = 0);

/// <summary>A digest whose time has come.</summary>
/// <param name="SubscriptionId">Whose.</param>
/// <param name="Due">When it was due, in UTC, to the second.</param>
public readonly record struct DueDigest(SubscriptionId SubscriptionId, DateTimeOffset Due);
