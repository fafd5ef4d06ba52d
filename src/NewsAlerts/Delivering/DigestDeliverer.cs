using Microsoft.Extensions.Logging;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Delivering;

/// <summary>
/// The stage Deliver: freezes a digest if that is still to do, and sends it if nobody has. The ledger says who is at it, until
/// when, and how it went. Alerts and round-ups are digests too.
/// </summary>
public sealed partial class DigestDeliverer(
    ISubscriptions subscriptions,
    DigestFreezer freezer,
    IDigests digests,
    IDeliveries deliveries,
    DeliveryAttempt attempt,
    DeliveryEnds ends,
    MessageDeliverer messages,
    Handover handover,
    StageMetrics stages,
    TimeProvider time,
    ILogger<DigestDeliverer> logger)
{
    public Task DeliverAsync(DeliverRequest request, CancellationToken cancellationToken) => stages.ProcessAsync(request, SendAsync, cancellationToken);

    private async Task SendAsync(DeliverRequest request, CancellationToken cancellationToken)
    {
        if (MessageDeliverer.Delivers(request.DigestId.Kind))
        {
            await messages.DeliverAsync(request, cancellationToken);
            return;
        }

        var delivery = await deliveries.FindAsync(request.DigestId, cancellationToken);
        var subscription = await subscriptions.FindAsync(request.DigestId.SubscriptionId, cancellationToken);
        if (subscription is not { Removed: null, Standing: not Standing.Unconfirmed })
        {
            await CancelAsync(request, delivery, subscription, cancellationToken);
            return;
        }

        var isActive = subscription.Standing is Standing.Active;
        if (!isActive && delivery is null && request.DigestId.Kind is DigestKind.Digest)
        {
            // Not frozen, so nothing is lost: what is pending goes into the first issue after it is enabled. An alert or a round-up is frozen,
            // and its attempt ends without being made: so it is in the ledger, from where it can be sent later.
            await handover.FinishAsync(request, cancellationToken);
            return;
        }

        if (isActive && delivery is null or { State: DeliveryState.Pending } && await WaitsAsync(request, delivery, subscription, cancellationToken))
        {
            return;
        }

        Digest? digest = null;
        if (delivery is null or { Attempts: 0 })
        {
            // Not begun, or perhaps interrupted between the ledger row and the end of the freeze.
            var frozen = await freezer.FreezeAsync(request.DigestId, subscription, isEntered: delivery is not null, cancellationToken);

            // Where there was nothing to freeze, another host may have done it a moment ago.
            (digest, delivery) = (frozen?.Digest, frozen?.Delivery ?? delivery ?? await deliveries.FindAsync(request.DigestId, cancellationToken));
        }

        if (delivery is null)
        {
            Log.NothingPending(logger, request.DigestId);
            await handover.FinishAsync(request, cancellationToken);
            return;
        }

        delivery = delivery.Released(time.GetUtcNow());
        if (await attempt.IsDueAsync(request, delivery, cancellationToken))
        {
            digest ??= await digests.FindAsync(request.DigestId, cancellationToken)
                ?? throw new InvalidOperationException($"The ledger has digest {request.DigestId}, but the container {Containers.Digests} has not.");
            Tracing.Span.Link(digest.TraceParents ?? []);
            await attempt.SendAsync(request, digest, subscription, delivery, cancellationToken);
        }
    }

    /// <summary>Puts off what may not be sent now; true where nothing else is to be done.</summary>
    private async Task<bool> WaitsAsync(DeliverRequest request, Delivery? delivery, Subscription subscription, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (delivery?.Until > now + DeliveryAttempt.EarlyBy)
        {
            // Its next attempt is scheduled, and comes here again.
            return false;
        }

        var hold = subscription.HoldAt(now);
        var planned = hold is null && delivery is null ? await freezer.NotBeforeAsync(request.DigestId, subscription, cancellationToken) : null;
        if (hold is null && planned is null)
        {
            return false;
        }

        if (hold is { Reason: HoldReason.Paused } && subscription.Schedule is not null && request.DigestId.Kind is DigestKind.Digest && delivery is null)
        {
            // Not frozen, so nothing is lost: what is pending goes into the first issue after the pause. A freeze that was interrupted is
            // finished before that one.
            await handover.FinishAsync(request, cancellationToken);
            return true;
        }

        if (hold is not null && delivery is null && request.DigestId.Kind is DigestKind.Alert)
        {
            // It takes nothing that waits, so it is frozen now: who ends a pause finds in the ledger what it held.
            delivery = (await freezer.FreezeAsync(request.DigestId, subscription, isEntered: false, cancellationToken))?.Delivery;
            if (delivery is not { State: DeliveryState.Pending })
            {
                return false;
            }
        }

        if (hold is not null && delivery is { HeldSince: null })
        {
            await deliveries.TryChangeAsync(delivery with { HeldSince = HeldSince(hold, delivery, subscription, now), Updated = now }, cancellationToken);
        }

        var until = hold is null ? planned!.Value : hold.Until ?? now + InboxPlacement.LookAgain;
        await handover.PostponeAsync(request, until, cancellationToken);
        Log.Waits(logger, request.DigestId, until);
        return true;
    }

    /// <summary>A pause holds a delivery from when it was asked for, though that shows only when the next attempt is due.</summary>
    private static DateTimeOffset HeldSince(Hold hold, Delivery delivery, Subscription subscription, DateTimeOffset now)
    {
        var since = hold.Reason is HoldReason.Paused ? subscription.Pause!.From : now;
        var begun = delivery.Restarted ?? delivery.Created;
        return since > begun ? since : begun;
    }

    private async Task CancelAsync(DeliverRequest request, Delivery? delivery, Subscription? subscription, CancellationToken cancellationToken)
    {
        if (delivery is null && subscription is { Removed: null } && request.DigestId.Kind is DigestKind.RoundUp)
        {
            // What is held must not wait for a round-up that is past: frozen, it is in the ledger, and the next one can be planned.
            delivery = (await freezer.FreezeAsync(request.DigestId, subscription, isEntered: false, cancellationToken))?.Delivery;
        }

        if (delivery is { State: DeliveryState.Pending or DeliveryState.Sending })
        {
            await ends.CancelledAsync(request, delivery, "Its subscription was removed, or never confirmed.", cancellationToken);
            return;
        }

        await handover.FinishAsync(request, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Information, "Nothing was pending for digest {DigestId}.")]
        public static partial void NothingPending(ILogger logger, DigestId digestId);

        [LoggerMessage(5003, LogLevel.Information, "Digest {DigestId} waits until {Until:u}: quiet hours, a pause, or its own time.")]
        public static partial void Waits(ILogger logger, DigestId digestId, DateTimeOffset until);
    }
}
