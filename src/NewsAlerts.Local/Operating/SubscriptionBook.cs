using Microsoft.Extensions.Options;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;

namespace NewsAlerts.Local.Operating;

/// <summary>What an operator does with subscriptions.</summary>
internal sealed class SubscriptionBook(
    ISubscriptions subscriptions,
    IInboxes inboxes,
    Confirmations confirmations,
    SubscriptionPause pause,
    SubscriptionRemoval removal,
    Handover handover,
    IOptions<RoutingOptions> routing,
    TimeProvider time)
{
    /// <summary>When the last digest of a schedule that was taken away is due. A host may go by what it has read for up to a minute.</summary>
    public static readonly TimeSpan LastDigestAfter = TimeSpan.FromSeconds(90);

    /// <summary>As many pending articles as are counted.</summary>
    public const int MostPending = 1_000;

    /// <summary>
    /// Adds a subscription. A mail address that is not <see cref="NewSubscription.Confirmed"/> is asked first, and gets nothing else until it has said yes.
    /// </summary>
    public async Task<Subscription> AddAsync(NewSubscription wanted, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var subscription = new Subscription
        {
            Id = SubscriptionId.New(routing.Value.Shards),
            Name = wanted.Name,
            Channel = wanted.Channel,
            Schedule = wanted.Schedule,
            Rule = wanted.Rule,
            Alerts = wanted.Alerts,
            Quiet = wanted.Quiet,
            Languages = wanted.Languages,
            MaxItems = wanted.MaxItems,
            NoticeTo = wanted.NoticeTo,
            Standing = wanted is { Channel: Channel.Email, Confirmed: false } ? Standing.Unconfirmed : Standing.Active,
            Created = now,
        };
        if (subscription.Standing == Standing.Unconfirmed)
        {
            await confirmations.AddAsync(subscription, cancellationToken);
            return subscription;
        }

        await subscriptions.AddAsync(subscription, subscription.NextDueAfter(now), cancellationToken);
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
        var held = await inboxes.ListHeldAsync(id, MostPending, cancellationToken);
        return new SubscriptionState(
            pending.Count,
            await subscriptions.FindDueAsync(id, cancellationToken),
            held.Count,
            (await inboxes.ReadAllowanceAsync(id, cancellationToken)).RoundUp);
    }

    /// <summary>Changes it, and with the same transaction when it is due. A round-up that waits for what no longer holds it goes out.</summary>
    /// <returns>What it is now, and when its next digest is due.</returns>
    /// <exception cref="CommandException">It was removed.</exception>
    public async Task<(Subscription Subscription, DateTimeOffset? Due)> EditAsync(
        SubscriptionId id, Func<Subscription, Subscription> change, CancellationToken cancellationToken)
    {
        Subscription? first = null, before = null;
        DateTimeOffset? due = null;
        var changed = await subscriptions.ChangeAsync(
            id,
            one =>
            {
                first ??= one;
                return change(before = one);
            },
            (after, planned) => due = NextDue(before!, after, planned, time.GetUtcNow()),
            cancellationToken);
        if (changed is null)
        {
            throw new CommandException($"{id} was removed: there is nothing to change.");
        }

        // Of all rounds the first: where an answer was lost, the next round meets what it wrote.
        if ((first!.Alerts, first.Quiet, first.Pause) != (changed.Alerts, changed.Quiet, changed.Pause)
            && (await inboxes.ReadAllowanceAsync(id, cancellationToken)).RoundUpOf(id) is { } roundUp)
        {
            await handover.SendAsync(new DeliverRequest(roundUp), cancellationToken);
        }

        return (changed, due);
    }

    /// <summary>Has it sent nothing until a local time of its own zone, or until it is resumed.</summary>
    /// <exception cref="CommandException">The time is not in the future, or it was removed.</exception>
    public async Task<(Subscription Subscription, DateTimeOffset? Due)> PauseAsync(Subscription subscription, DateTime? until, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var wanted = until is { } local ? Pause.UntilLocal(now, local, subscription.TimeZone) : new Pause(now, Until: null, PausedBy.Operator);
        return wanted.Until <= now
            ? throw new CommandException($"--until is {until:yyyy-MM-dd HH:mm} in {subscription.TimeZone}, which is past: give a time to come, or leave it out.")
            : await EditAsync(
                subscription.Id,
                one => (wanted with { From = one.Pause is { } before && before.Includes(now) ? before.From : now }) is var pause && pause == one.Pause ? one : one with { Pause = pause },
                cancellationToken);
    }

    /// <summary>Ends a pause, and starts the issues that waited for its end.</summary>
    /// <exception cref="CommandException">It was removed.</exception>
    public async Task<ResumedSubscription> ResumeAsync(SubscriptionId id, CancellationToken cancellationToken) =>
        await pause.ResumeAsync(id, PausedBy.Operator, cancellationToken) ?? throw new CommandException($"{id} was removed: there is nothing to resume.");

    /// <summary>
    /// Gives a webhook a new signing secret; the one before signs along for a while. Stored before it is shown: where nobody got to see it, a
    /// repetition makes another, and what the receiver knows goes on to sign.
    /// </summary>
    /// <exception cref="CommandException">It is no webhook, or too many secrets sign along.</exception>
    public async Task<(Subscription Subscription, WebhookSecret Secret)> RotateSecretAsync(string text, TimeSpan keep, CancellationToken cancellationToken)
    {
        var found = await FindAsync(text, cancellationToken);
        if (found.Channel is not Channel.Webhook)
        {
            throw new CommandException($"{found.Id} goes by {found.Channel.Kind}: only a webhook has a signing secret.");
        }

        var secret = WebhookSecret.New();
        try
        {
            var changed = await subscriptions.ChangeAsync(
                found.Id,
                one => one with { Channel = ((Channel.Webhook)one.Channel).Rotated(secret, time.GetUtcNow(), keep) },
                (_, due) => due,
                cancellationToken);
            return changed is null ? throw new CommandException($"{found.Id} was removed: nothing is signed for it any more.") : (changed, secret);
        }
        catch (InvalidOperationException ex)
        {
            throw new CommandException($"{ex.Message} Wait for it, or end them all with --keep 0s.");
        }
    }

    public Task RemoveAsync(SubscriptionId id, CancellationToken cancellationToken) => removal.RemoveAsync(id, cancellationToken);

    /// <summary>Starts a digest of all that is pending, now and beside the schedule, which goes on as before.</summary>
    public async Task<DigestId> SendNowAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var digest = DigestId.Of(id, FullSecond(time.GetUtcNow()));
        await handover.StartAsync(new DeliverRequest(digest), cancellationToken);
        return digest;
    }

    /// <summary>
    /// The planned time stays unless something that decides it changed. What is pending when a schedule goes is sent soon, or it never would be:
    /// when every host has read of it, and puts nothing more there.
    /// </summary>
    private static DateTimeOffset? NextDue(Subscription before, Subscription after, DateTimeOffset? planned, DateTimeOffset now)
    {
        if (after.Schedule is null && before.Schedule is not null)
        {
            return FullSecond(now + LastDigestAfter);
        }

        var stays = after.Schedule is null
            || after.Standing is not Standing.Active
            || (before.Schedule, before.Quiet, before.Pause) == (after.Schedule, after.Quiet, after.Pause);
        return stays ? planned : after.NextDueAfter(now);
    }

    /// <summary>That second, or the next full one: a digest holds what was matched at or before its due time, to the second.</summary>
    private static DateTimeOffset FullSecond(DateTimeOffset time)
    {
        var up = time.AddTicks(TimeSpan.TicksPerSecond - 1);
        return new DateTimeOffset(up.UtcTicks - (up.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }
}

/// <summary>How a subscription stands.</summary>
/// <param name="Pending">How many articles it has matched and not yet been sent; at most <see cref="SubscriptionBook.MostPending"/> are counted.</param>
/// <param name="Due">When its next digest is due; null for never.</param>
/// <param name="Held">How many are held for a round-up, counted the same way.</param>
/// <param name="RoundUp">When that is due; null where none is planned.</param>
internal sealed record SubscriptionState(int Pending, DateTimeOffset? Due, int Held, DateTimeOffset? RoundUp);
