using System.Text.Json.Serialization;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;

namespace NewsAlerts.Routing;

/// <summary>The table <c>Inboxes</c>: what each subscription has matched, and what was decided about it.</summary>
public interface IInboxes
{
    /// <summary>
    /// Puts an article into an inbox: what was decided, the row that it waits in (pending, held, or none), and, where one is given, the
    /// changed allowance, in one transaction. False where the article has been there before, whose first decision stands, or where the
    /// allowance is no longer the one that was read.
    /// </summary>
    Task<bool> TryAddAsync(SubscriptionId subscription, InboxEntry entry, AlertAllowance? allowance, CancellationToken cancellationToken);

    /// <summary>What was decided about an article; null where it has never been in the inbox.</summary>
    Task<InboxEntry?> FindAsync(SubscriptionId subscription, ArticleId article, CancellationToken cancellationToken);

    /// <summary>How many alerts the subscription had lately; an empty one where it never had any.</summary>
    Task<AlertAllowance> ReadAllowanceAsync(SubscriptionId subscription, CancellationToken cancellationToken);

    /// <summary>What is pending for the scheduled digest and was matched at or before <paramref name="until"/>, oldest first.</summary>
    Task<IReadOnlyList<PendingItem>> ListPendingAsync(SubscriptionId subscription, DateTimeOffset until, int most, CancellationToken cancellationToken);

    /// <summary>What is held for a round-up, oldest first.</summary>
    Task<IReadOnlyList<PendingItem>> ListHeldAsync(SubscriptionId subscription, int most, CancellationToken cancellationToken);

    /// <summary>What was decided about articles matched at or after <paramref name="since"/>, in no order. Reads over the whole inbox: for people, not for the pipeline.</summary>
    IAsyncEnumerable<InboxEntry> ListAsync(SubscriptionId subscription, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The freeze in progress; null where there is none.</summary>
    Task<InboxFreeze?> FindFreezeAsync(SubscriptionId subscription, CancellationToken cancellationToken);

    /// <summary>
    /// Begins a freeze and, where one is given, changes the allowance in the same transaction. False where a freeze is in progress, the allowance changed,
    /// or <paramref name="oldest"/> does not wait any longer. A freeze takes the oldest first: where that one waits, everything does that was listed with it.
    /// </summary>
    Task<bool> TryBeginFreezeAsync(
        SubscriptionId subscription, InboxFreeze freeze, PendingItem? oldest, AlertAllowance? allowance, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the waiting of what a digest took, or a round-up, notes which one and for what it had no room, and ends its freeze with the last of them.
    /// Items that do not wait any longer stay as they are, and so does the freeze of another digest.
    /// </summary>
    Task SettleAsync(SubscriptionId subscription, DigestId digest, IReadOnlyList<PendingItem> items, IReadOnlySet<ArticleId> leftOut, CancellationToken cancellationToken);

    /// <summary>Deletes everything in an inbox.</summary>
    Task PurgeAsync(SubscriptionId subscription, CancellationToken cancellationToken);
}

/// <summary>An article that a subscription has matched and not yet been sent.</summary>
public readonly record struct PendingItem(DateTimeOffset Matched, ArticleId ArticleId)
{
    /// <summary>The span of its routing; null where nobody traced it.</summary>
    [JsonIgnore]
    public string? TraceParent { get; init; }

    /// <summary>Where it was seen is no part of what it is: an item that waits equals the same one in a frozen digest.</summary>
    public bool Equals(PendingItem other) => Matched == other.Matched && ArticleId == other.ArticleId;

    public override int GetHashCode() => HashCode.Combine(Matched, ArticleId);
}

/// <summary>A digest or round-up being frozen: whoever finds it finishes it before anything else.</summary>
public sealed record InboxFreeze(DigestId DigestId, DateTimeOffset Due);
