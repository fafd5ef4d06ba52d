using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Subscribing;

/// <summary>
/// Pauses a subscription at its reader's wish, for a week, and ends a pause. Whoever runs the installation may pause it for any time, and no reader
/// ends or changes that.
/// </summary>
public sealed class SubscriptionPause(ISubscriptions subscriptions, IInboxes inboxes, IDeliveries deliveries, Handover handover, TimeProvider time)
{
    /// <summary>How long.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromDays(7);

    /// <summary>
    /// Has an active subscription sent nothing for <see cref="Length"/> from now; one that is paused for longer, or by an operator, stays so. Its next due time moves behind the
    /// pause in the same transaction. A round-up that is planned, or an issue that is frozen, is put off by its own message.
    /// </summary>
    /// <returns>The subscription as it is then; null where there is none, or it is removed.</returns>
    public Task<Subscription?> PauseAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + Length;
        var pauses = false;
        return subscriptions.ChangeAsync(
            id,
            one => (pauses = one.Standing is Standing.Active && one.Pause?.Includes(until) != true && !IsOperators(one.Pause, now))
                ? one with { Pause = new Pause(now, until) }
                : one,
            (one, due) => pauses && one.Schedule is not null ? one.NextDueAfter(now) : due,
            cancellationToken);
    }

    /// <summary>
    /// Ends a pause, but for a reader not an operator's: the next due time moves back in the same transaction, and the issues that waited for the end are started. Those of a pause that has ended
    /// already are too, so that a repetition finishes what a crash left.
    /// </summary>
    /// <param name="id">Whose.</param>
    /// <param name="by">Who wishes it.</param>
    /// <param name="cancellationToken">Stops between two steps; each may be repeated.</param>
    /// <returns>What it is then; null where there is none, or it is removed.</returns>
    public async Task<ResumedSubscription?> ResumeAsync(SubscriptionId id, PausedBy by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (resumes, wasPaused) = (false, false);
        var subscription = await subscriptions.ChangeAsync(
            id,
            one =>
            {
                resumes = one.Pause?.Includes(now) == true && (by is PausedBy.Operator || !one.Pause.IsOperators);
                wasPaused |= resumes;
                return resumes ? one with { Pause = null } : one;
            },
            (one, due) => resumes && one is { Standing: Standing.Active, Schedule: not null } ? one.NextDueAfter(now) : due,
            cancellationToken);
        if (subscription is null)
        {
            return null;
        }

        // Where the answer to the change was lost, the next round met what it had written.
        var ended = wasPaused && subscription.Pause?.Includes(now) != true;
        var started = ended || subscription.HoldAt(now) is null ? await StartWaitingAsync(id, ended, cancellationToken) : 0;
        return new ResumedSubscription(subscription, await subscriptions.FindDueAsync(id, cancellationToken), started, ended);
    }

    private static bool IsOperators(Pause? pause, DateTimeOffset now) => pause is { IsOperators: true } && pause.Includes(now);

    private async Task<int> StartWaitingAsync(SubscriptionId id, bool resumes, CancellationToken cancellationToken)
    {
        if ((await inboxes.ReadAllowanceAsync(id, cancellationToken)).RoundUpOf(id) is { } roundUp)
        {
            await handover.SendAsync(new DeliverRequest(roundUp), cancellationToken);
        }

        // One that is being put off in this very moment does not say so yet: of a pause that ends now, all go but those that failed, whose next attempt
        // has a message of its own.
        var soon = time.GetUtcNow() + DeliveryAttempt.EarlyBy;
        var waiting = await deliveries.ListAsync(id, cancellationToken)
            .Where(delivery => delivery.State is DeliveryState.Pending && (delivery.HeldSince is not null || (resumes && !(delivery.Until > soon))))
            .Select(delivery => delivery.DigestId)
            .ToHashSetAsync(cancellationToken: cancellationToken);
        foreach (var digest in waiting)
        {
            await handover.StartAsync(new DeliverRequest(digest), cancellationToken);
        }

        return waiting.Count;
    }
}

/// <summary>A subscription after the wish to end its pause: not paused any longer, unless the pause is an operator's and the wish a reader's.</summary>
/// <param name="Subscription">What it is now.</param>
/// <param name="Due">When its next digest is due; null where none is.</param>
/// <param name="Started">How many frozen issues had waited, and are on their way.</param>
/// <param name="Ended">Whether there was a pause, which is over now.</param>
public sealed record ResumedSubscription(Subscription Subscription, DateTimeOffset? Due, int Started, bool Ended);
