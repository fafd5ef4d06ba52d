using NewsAlerts.Articles;
using NewsAlerts.Digesting;

namespace NewsAlerts.Routing;

/// <summary>The table <c>Inboxes</c>: what each subscription has matched, and what was decided about it.</summary>
public interface IInboxes
{
    /// <summary>
    /// Puts an article into an inbox, seen and pending in one transaction; false where it has been there before, pending or
    /// long delivered, and the first decision stands.
    /// </summary>
    Task<bool> TryAddAsync(SubscriptionId subscription, ArticleId article, DateTimeOffset matched, CancellationToken cancellationToken);

    /// <summary>What is pending and was matched at or before <paramref name="until"/>, oldest first.</summary>
    Task<IReadOnlyList<PendingItem>> ListPendingAsync(SubscriptionId subscription, DateTimeOffset until, int most, CancellationToken cancellationToken);

    /// <summary>The freeze in progress; null where there is none.</summary>
    Task<InboxFreeze?> FindFreezeAsync(SubscriptionId subscription, CancellationToken cancellationToken);

    /// <summary>Begins a freeze; false where one is in progress.</summary>
    Task<bool> TryBeginFreezeAsync(SubscriptionId subscription, InboxFreeze freeze, CancellationToken cancellationToken);

    /// <summary>Turns pending items into seen ones that name their digest. Those that are not pending any longer stay as they are.</summary>
    Task SettleAsync(SubscriptionId subscription, DigestId digest, IReadOnlyList<PendingItem> items, CancellationToken cancellationToken);

    /// <summary>Ends the freeze of that digest; does nothing where it has ended.</summary>
    Task EndFreezeAsync(SubscriptionId subscription, DigestId digest, CancellationToken cancellationToken);

    /// <summary>Deletes everything in an inbox.</summary>
    Task PurgeAsync(SubscriptionId subscription, CancellationToken cancellationToken);
}

/// <summary>An article that a subscription has matched and not yet been sent.</summary>
public readonly record struct PendingItem(DateTimeOffset Matched, ArticleId ArticleId);

/// <summary>A digest being frozen: written first, so that a later attempt finishes with the same items.</summary>
public sealed record InboxFreeze(DigestId DigestId, DateTimeOffset Due, IReadOnlyList<PendingItem> Items);
