using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Delivering;

/// <summary>
/// The stage Deliver: freezes a digest if that is still to do, and sends it if nobody has. The ledger says who is at it, until
/// when, and how it went.
/// </summary>
public sealed partial class DigestDeliverer(
    ISubscriptions subscriptions,
    DigestFreezer freezer,
    IDigests digests,
    IDeliveries deliveries,
    DeliveryAttempt attempt,
    Handover handover,
    IOptions<DigestOptions> options,
    TimeProvider time,
    ILogger<DigestDeliverer> logger)
{
    public async Task DeliverAsync(DeliverRequest request, CancellationToken cancellationToken)
    {
        var delivery = await deliveries.FindAsync(request.DigestId, cancellationToken);
        if (await subscriptions.FindAsync(request.DigestId.SubscriptionId, cancellationToken) is not { Removed: null } subscription)
        {
            await CancelAsync(request, delivery, cancellationToken);
            return;
        }

        Digest? digest = null;
        if (delivery is null or { Attempts: 0 })
        {
            // Not begun, or perhaps interrupted between the ledger row and the end of the freeze.
            digest = await freezer.FreezeAsync(request.DigestId, subscription, cancellationToken);
            delivery = await deliveries.FindAsync(request.DigestId, cancellationToken);
            if (digest?.Settles.Count == options.Value.MaxItems)
            {
                await SendTheRestSoonAsync(request.DigestId.SubscriptionId, cancellationToken);
            }
        }

        if (delivery is null)
        {
            Log.NothingPending(logger, request.DigestId);
            await handover.FinishAsync(request, cancellationToken);
            return;
        }

        switch (delivery.State)
        {
            case DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Expired or DeliveryState.Cancelled:
                await handover.FinishAsync(request, cancellationToken);
                return;

            case DeliveryState.Sending when delivery.Until > time.GetUtcNow():
                // Somebody is at it, or died at it: come back when the lease has ended.
                await handover.PostponeAsync(request, delivery.Until.Value, cancellationToken);
                return;

            case DeliveryState.Pending when delivery.Until > time.GetUtcNow() + DeliveryAttempt.EarlyBy:
                // Its next attempt is scheduled; this message is a second copy.
                return;

            default:
                digest ??= await digests.FindAsync(request.DigestId, cancellationToken)
                    ?? throw new InvalidOperationException($"The ledger has digest {request.DigestId}, but the container {Containers.Digests} has not.");
                await attempt.SendAsync(request, digest, subscription, delivery, cancellationToken);
                return;
        }
    }

    /// <summary>A full digest may have left articles behind: another one is due at once, not at the next scheduled time, or they would pile up.</summary>
    private async Task SendTheRestSoonAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var soon = time.GetUtcNow().AddSeconds(1);
        if (await subscriptions.FindDueAsync(id, cancellationToken) is { } due && due > soon)
        {
            await subscriptions.MoveDueAsync(new DueDigest(id, due), soon, cancellationToken);
        }
    }

    private async Task CancelAsync(DeliverRequest request, Delivery? delivery, CancellationToken cancellationToken)
    {
        if (delivery is { State: DeliveryState.Pending or DeliveryState.Sending })
        {
            await deliveries.TryChangeAsync(
                delivery with { State = DeliveryState.Cancelled, Owner = null, Until = null, Updated = time.GetUtcNow() },
                cancellationToken);
            Log.Cancelled(logger, request.DigestId);
        }

        await handover.FinishAsync(request, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Information, "Nothing was pending for digest {DigestId}.")]
        public static partial void NothingPending(ILogger logger, DigestId digestId);

        [LoggerMessage(5002, LogLevel.Information, "Digest {DigestId} is cancelled: its subscription was removed.")]
        public static partial void Cancelled(ILogger logger, DigestId digestId);
    }
}
