using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Routing;

namespace NewsAlerts.Delivering;

/// <summary>
/// Disables a subscription whose destination wants no more, refuses a few digests in a row, or has let nothing arrive for days. The ledger alone
/// decides: nothing else is counted, so no crash can miscount. What hinders the installation itself is never held against a destination: days count
/// only from the last time that it was not to blame.
/// </summary>
public sealed partial class FailingDestinations(
    IDeliveries deliveries,
    SubscriptionStanding standing,
    IOptions<DeliverOptions> options,
    TimeProvider time,
    ILogger<FailingDestinations> logger)
{
    /// <summary>What failed longer ago than this and was not tried since says nothing about a destination now.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>A digest is tried for so long before it may disable its subscription: a weekly one is not to fall over one bad minute.</summary>
    private static readonly TimeSpan LeastTrial = TimeSpan.FromHours(1);

    /// <summary>
    /// How often this process looks at the ledger of one subscription because of what is put off: days decide, and a look costs all the rows that the
    /// subscription ever had, since no key holds when a row was changed.
    /// </summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    private readonly Lock _looks = new();
    private readonly HashSet<SubscriptionId> _looked = [];
    private DateTimeOffset _since = DateTimeOffset.MinValue;

    /// <summary>Disables the subscription where this failure is the one too many; true where it is disabled then.</summary>
    /// <param name="subscription">Whose destination failed.</param>
    /// <param name="failed">The delivery that failed just now, whether that is written down or not.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task<bool> JudgeAsync(Subscription subscription, Delivery failed, CancellationToken cancellationToken)
    {
        if (subscription.Standing is not Standing.Active
            || failed.Refused is Refusal.Message
            || MessageDeliverer.Delivers(failed.DigestId.Kind)
            || await ReasonAsync(subscription, failed, cancellationToken) is not { } reason)
        {
            return false;
        }

        Log.Disabling(logger, subscription.Id, reason);
        return await standing.DisableAsync(subscription, reason, cancellationToken);
    }

    /// <summary>Lists a disabled subscription among the failures, should a crash have kept that from happening.</summary>
    public Task ListAsync(Subscription subscription, CancellationToken cancellationToken) => standing.ListAsync(subscription, cancellationToken);

    private async Task<string?> ReasonAsync(Subscription subscription, Delivery failed, CancellationToken cancellationToken)
    {
        if (failed.Refused is Refusal.Gone)
        {
            return failed.LastError;
        }

        var now = time.GetUtcNow();
        if (failed.Refused is not Refusal.Address && (failed.FailingSince > now - LeastTrial || !IsTimeToLook(subscription.Id, now)))
        {
            return null;
        }

        var ledger = await deliveries.ListChangedAsync(subscription.Id, now - Memory, cancellationToken)
            .Where(one => one.DigestId != failed.DigestId && !MessageDeliverer.Delivers(one.DigestId.Kind))
            .Append(new DeliveryTrace(failed.DigestId, failed.State, failed.FailingSince, failed.Refused, failed.Updated, failed.HinderedAt))
            .ToListAsync(cancellationToken);
        var fine = ledger.Where(one => one.State is DeliveryState.Sent).Select(one => one.Updated)
            .Append(subscription.StandingSince ?? subscription.Created)
            .Max();
        var heard = ledger.Max(one => one.HinderedAt > fine ? one.HinderedAt : null) ?? fine;
        var since = ledger.Where(one => one.State is not DeliveryState.Sent && one.Refused is not Refusal.Message).Min(one => one.FailingSince >= heard ? one.FailingSince : null);
        var refusals = ledger.Count(one => one.Refused is Refusal.Address && one.FailingSince >= fine);
        return refusals >= options.Value.RefusalsToDisable
            ? $"{refusals} in a row were refused for good. The last answer: {failed.LastError}"
            : since <= now - options.Value.DisableAfter
                ? $"Nothing has arrived since {since:yyyy-MM-dd HH:mm} UTC. The last attempt: {failed.LastError}"
                : null;
    }

    private bool IsTimeToLook(SubscriptionId subscription, DateTimeOffset now)
    {
        lock (_looks)
        {
            if (now - _since >= LookAgain)
            {
                _looked.Clear();
                _since = now;
            }

            return _looked.Add(subscription);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5301, LogLevel.Warning, "Subscription {SubscriptionId} is being disabled: {Reason}")]
        public static partial void Disabling(ILogger logger, SubscriptionId subscriptionId, string reason);
    }
}
