using NewsAlerts.Routing;

namespace NewsAlerts.Subscribing;

/// <summary>Pauses a subscription at its reader's wish, for a week. Whoever runs the installation may pause it for any time.</summary>
public sealed class SubscriptionPause(ISubscriptions subscriptions, TimeProvider time)
{
    /// <summary>How long.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromDays(7);

    /// <summary>
    /// Has an active subscription sent nothing for <see cref="Length"/> from now; one that is paused for longer stays so. Its next due time moves behind the
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
            one => (pauses = one.Standing is Standing.Active && one.Pause?.Includes(until) != true) ? one with { Pause = new Pause(now, until) } : one,
            (one, due) => pauses && one.Schedule is not null ? one.NextDueAfter(now) : due,
            cancellationToken);
    }
}
