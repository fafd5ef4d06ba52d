using Microsoft.Extensions.Logging;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Delivering;

/// <summary>Sends a delivery on its way again, with all of its attempts and under the same id: the receiver can tell a repetition.</summary>
public sealed partial class DeliveryRetry(
    ISubscriptions subscriptions,
    IDeliveries deliveries,
    IFailures failures,
    Handover handover,
    TimeProvider time,
    ILogger<DeliveryRetry> logger)
{
    /// <param name="id">Which.</param>
    /// <param name="again">Whether one that has arrived is to be sent once more.</param>
    /// <param name="cancellationToken">Stops between two steps; each may be repeated.</param>
    public async Task<RetryOutcome> RetryAsync(DigestId id, bool again, CancellationToken cancellationToken)
    {
        if (await deliveries.FindAsync(id, cancellationToken) is not { } delivery)
        {
            return new RetryOutcome.Unknown();
        }

        var now = time.GetUtcNow();
        if (await ObstacleAsync(delivery, again, now, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        // Announced first: killed anywhere after that, Sweep sends the message.
        var request = new DeliverRequest(id);
        await handover.AnnounceAsync(request, cancellationToken);
        var restarted = delivery with
        {
            State = DeliveryState.Pending,
            Owner = null,
            Until = null,
            Attempts = 0,
            FailingSince = null,
            Refused = null,
            HeldSince = null,
            Held = TimeSpan.Zero,
            Restarted = now,
            Updated = now,
        };
        if (await deliveries.TryChangeAsync(restarted, cancellationToken) is null)
        {
            return new RetryOutcome.UnderWay();
        }

        await failures.RemoveAsync(Stages.Deliver, id.ToString(), cancellationToken);
        await handover.SendAsync(request, cancellationToken);
        Log.Restarted(logger, id, delivery.State);
        return new RetryOutcome.Started(delivery.State);
    }

    private async Task<RetryOutcome?> ObstacleAsync(Delivery delivery, bool again, DateTimeOffset now, CancellationToken cancellationToken) => delivery.State switch
    {
        DeliveryState.Sending when delivery.Until > now => new RetryOutcome.UnderWay(),
        DeliveryState.Sent when !again => new RetryOutcome.Arrived(delivery.Updated),
        _ => await subscriptions.FindAsync(delivery.DigestId.SubscriptionId, cancellationToken) switch
        {
            { Removed: null, Standing: Standing.Disabled } when !MessageDeliverer.Delivers(delivery.DigestId.Kind) => new RetryOutcome.SubscriptionDisabled(),
            { Removed: null } => null,
            _ => new RetryOutcome.SubscriptionRemoved(),
        },
    };

    private static partial class Log
    {
        [LoggerMessage(5401, LogLevel.Information, "Digest {DigestId}, which was {State}, is sent on its way again by hand.")]
        public static partial void Restarted(ILogger logger, DigestId digestId, DeliveryState state);
    }
}

/// <summary>What came of the wish to send a delivery again.</summary>
public abstract record RetryOutcome
{
    private RetryOutcome()
    {
    }

    /// <summary>It is on its way.</summary>
    /// <param name="From">How it stood.</param>
    public sealed record Started(DeliveryState From) : RetryOutcome;

    /// <summary>The ledger has none of that id.</summary>
    public sealed record Unknown : RetryOutcome;

    /// <summary>A host is at it.</summary>
    public sealed record UnderWay : RetryOutcome;

    /// <summary>The receiver has it; sending it again would repeat it.</summary>
    /// <param name="At">When it said so.</param>
    public sealed record Arrived(DateTimeOffset At) : RetryOutcome;

    /// <summary>Its subscription is to be enabled first.</summary>
    public sealed record SubscriptionDisabled : RetryOutcome;

    /// <summary>There is nobody any more to send it to.</summary>
    public sealed record SubscriptionRemoved : RetryOutcome;
}
