using Microsoft.Extensions.Options;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Local.Operating;

/// <summary>What an operator does with subscriptions.</summary>
internal sealed class SubscriptionBook(
    ISubscriptions subscriptions,
    IInboxes inboxes,
    IOpenWork openWork,
    Handover handover,
    IOptions<RoutingOptions> routing,
    TimeProvider time)
{
    /// <summary>How long after a removal its inbox is purged: by then no host routes by what it has read before.</summary>
    public static readonly TimeSpan PurgeAfter = TimeSpan.FromMinutes(10);

    /// <summary>As many pending articles as are counted.</summary>
    public const int MostPending = 1_000;

    public async Task<Subscription> AddAsync(NewSubscription wanted, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var subscription = new Subscription
        {
            Id = SubscriptionId.New(routing.Value.Shards),
            Name = wanted.Name,
            Channel = wanted.Channel,
            Schedule = wanted.Schedule,
            Created = now,
        };
        await subscriptions.AddAsync(subscription, wanted.Schedule.NextAfter(now), cancellationToken);
        return subscription;
    }

    /// <summary>All that are not removed, by name.</summary>
    public async Task<IReadOnlyList<Subscription>> ListAsync(CancellationToken cancellationToken) =>
        await subscriptions.ListAsync(cancellationToken)
            .OrderBy(subscription => subscription.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(subscription => subscription.Id.ToString(), StringComparer.Ordinal)
            .ToListAsync(cancellationToken);

    /// <summary>The one with that id, that beginning of an id, or that name.</summary>
    /// <exception cref="CommandException">None has, or several have.</exception>
    public async Task<Subscription> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (SubscriptionId.TryParse(text, null, out var id) && await subscriptions.FindAsync(id, cancellationToken) is { } exact)
        {
            return exact;
        }

        var all = await subscriptions.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var named = all.Where(one => one.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).ToList();
        var found = named.Count > 0 ? named : all.Where(one => one.Id.ToString().StartsWith(text, StringComparison.Ordinal)).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new CommandException($"There is no subscription '{text}'. `newsalerts subscriptions list` shows them all."),
            _ => throw new CommandException(
                $"'{text}' could be {string.Join(" or ", found.Select(one => one.Id))}: give the id, or as much of it as tells them apart."),
        };
    }

    public async Task<SubscriptionState> StateAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var pending = await inboxes.ListPendingAsync(id, time.GetUtcNow() + TimeSpan.FromDays(1), MostPending, cancellationToken);
        return new SubscriptionState(pending.Count, await subscriptions.FindDueAsync(id, cancellationToken));
    }

    /// <summary>
    /// Removes it, and has its inbox purged later. The purge is announced first, so that no crash leaves a tombstone for ever; without
    /// a tombstone it does nothing.
    /// </summary>
    public async Task RemoveAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await openWork.OpenAsync(new PurgeRequest(id), now + PurgeAfter, cancellationToken);
        await subscriptions.RemoveAsync(id, now, cancellationToken);
    }

    /// <summary>
    /// Starts a digest of all that is pending, now and beside the schedule, which goes on as before. Due at the next full second:
    /// a digest holds what was matched at or before its due time, to the second.
    /// </summary>
    public async Task<DigestId> SendNowAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var digest = DigestId.Of(id, time.GetUtcNow() + TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        await handover.StartAsync(new DeliverRequest(digest), cancellationToken);
        return digest;
    }
}

/// <summary>What an operator asks for; the book adds the rest.</summary>
internal sealed record NewSubscription
{
    public required string Name { get; init; }

    public required Channel Channel { get; init; }

    public required Schedule Schedule { get; init; }
}

/// <summary>How a subscription stands.</summary>
/// <param name="Pending">How many articles it has matched and not yet been sent; at most <see cref="SubscriptionBook.MostPending"/> are counted.</param>
/// <param name="Due">When its next digest is due; null for never.</param>
internal sealed record SubscriptionState(int Pending, DateTimeOffset? Due);
