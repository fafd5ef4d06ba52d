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
    MessageDeliverer messages,
    Handover handover,
    IOptions<DigestOptions> options,
    TimeProvider time,
    ILogger<DigestDeliverer> logger)
{
    public async Task DeliverAsync(DeliverRequest request, CancellationToken cancellationToken)
    {
        if (MessageDeliverer.Delivers(request.DigestId.Kind))
        {
            await messages.DeliverAsync(request, cancellationToken);
            return;
        }

        // An address that has not said yes gets its one question and nothing else.
        var delivery = await deliveries.FindAsync(request.DigestId, cancellationToken);
        if (await subscriptions.FindAsync(request.DigestId.SubscriptionId, cancellationToken) is not { Removed: null, Standing: not Standing.Unconfirmed } subscription)
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

        if (await attempt.IsDueAsync(request, delivery, cancellationToken))
        {
            digest ??= await digests.FindAsync(request.DigestId, cancellationToken)
                ?? throw new InvalidOperationException($"The ledger has digest {request.DigestId}, but the container {Containers.Digests} has not.");
            await attempt.SendAsync(request, digest, subscription, delivery, cancellationToken);
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

        [LoggerMessage(5002, LogLevel.Information, "Digest {DigestId} is cancelled: its subscription was removed, or never confirmed.")]
        public static partial void Cancelled(ILogger logger, DigestId digestId);
    }
}
