using Microsoft.Extensions.Logging;
using NewsAlerts.Digesting;
using NewsAlerts.Sweeping;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Delivering;

/// <summary>
/// How a delivery ends: the failure row, where there is one, then the ledger, then the work's row in Open. What the receiver said is written down
/// even while the host is stopping. Where another was faster with the ledger, its row decides: as long as that has no end, the work stays open.
/// </summary>
public sealed partial class DeliveryEnds(IDeliveries deliveries, IFailures failures, Handover handover, DeliveringMetrics metrics, TimeProvider time, ILogger<DeliveryEnds> logger)
{
    /// <summary>The reasons under which the failures of deliveries are listed.</summary>
    public const string NotDelivered = "NotDelivered";

    public const string Expired = "Expired";

    public async Task SentAsync(DeliverRequest request, Delivery claim, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await EndAsync(
            request, claim, DeliveryState.Sent, row => row with { FailingSince = null, LastError = null, History = row.History.With(now, "Accepted.") }, cancellationToken))
        {
            Log.Sent(logger, claim.DigestId, claim.Channel, claim.Attempts);
        }
    }

    public async Task FailedAsync(DeliverRequest request, Delivery delivery, string error, CancellationToken cancellationToken)
    {
        await ListAsync(request, NotDelivered, error, RemedyOf(delivery), cancellationToken);
        if (await EndAsync(request, delivery, DeliveryState.Failed, row => row with { LastError = error }, cancellationToken))
        {
            Log.GivenUp(logger, delivery.DigestId, delivery.Attempts, error);
        }
    }

    public async Task ExpiredAsync(DeliverRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var error = delivery.LastError is { } last ? $"It is too old to be of use now. The last attempt: {last}" : "It is too old to be of use now.";
        await ListAsync(request, Expired, error, $"To send it all the same: newsalerts deliveries retry {delivery.DigestId}", cancellationToken);
        if (await EndAsync(request, delivery, DeliveryState.Expired, row => row, cancellationToken))
        {
            Log.Expired(logger, delivery.DigestId, delivery.Attempts);
        }
    }

    /// <summary>Ends it without a failure row of its own: what keeps it from being sent is known and listed elsewhere.</summary>
    public async Task CancelledAsync(DeliverRequest request, Delivery delivery, string why, CancellationToken cancellationToken)
    {
        if (await EndAsync(request, delivery, DeliveryState.Cancelled, row => row with { LastError = why }, cancellationToken))
        {
            Log.Cancelled(logger, delivery.DigestId, why);
        }
    }

    /// <summary>Ends a message that is of no use any longer, which is no failure.</summary>
    public Task OutdatedAsync(DeliverRequest request, Delivery delivery, DeliveryState state, CancellationToken cancellationToken) =>
        EndAsync(request, delivery, state, row => row, cancellationToken);

    /// <summary>Writes the end, and closes the work where the ledger has one then, be it this or another's.</summary>
    /// <returns>Whether it is this one.</returns>
    private async Task<bool> EndAsync(
        DeliverRequest request, Delivery delivery, DeliveryState state, Func<Delivery, Delivery> end, CancellationToken cancellationToken)
    {
        Task<Delivery?> TryEndAsync(Delivery row) =>
            deliveries.TryChangeAsync(end(row) with { State = state, Owner = null, Until = null, Updated = time.GetUtcNow() }, CancellationToken.None);

        var ended = await TryEndAsync(delivery);
        var others = ended is null ? await deliveries.FindAsync(delivery.DigestId, CancellationToken.None) : null;
        if (state is DeliveryState.Sent && others is not null && IsSameTry(delivery, others))
        {
            // What the receiver said is true whoever has the row by now, and keeps it from being sent again.
            ended = await TryEndAsync(others);
        }

        var row = ended ?? others;
        if (row is { State: DeliveryState.Pending or DeliveryState.Sending })
        {
            Log.LeftToAnother(logger, delivery.DigestId, state);
            return false;
        }

        if (ended is not null)
        {
            metrics.Ended(ended);
            Tracing.Span?.SetTag("newsalerts.delivery.state", Tag.Of(state));
        }

        if (row is { State: DeliveryState.Sent } && (others is not null || row.Attempts > 1 || row.Restarted is not null))
        {
            // Who was held up, and thought otherwise, may have listed it.
            await failures.RemoveAsync(Stages.Deliver, request.Key, CancellationToken.None);
        }

        await handover.FinishAsync(request, cancellationToken);
        return ended is not null;
    }

    /// <summary>Whether a row is still about what was attempted: nobody is at it again, by lease or by hand, and it has not arrived otherwise.</summary>
    private bool IsSameTry(Delivery attempted, Delivery row) =>
        row.State is not DeliveryState.Sent && !(row.State is DeliveryState.Sending && row.Until > time.GetUtcNow()) && row.Restarted == attempted.Restarted;

    private Task ListAsync(DeliverRequest request, string reason, string detail, string remedy, CancellationToken cancellationToken) => failures.AddAsync(
        new Failure
        {
            Stage = Stages.Deliver,
            Key = request.Key,
            Reason = reason,
            Detail = detail,
            Remedy = remedy,
            Subject = request.Key,
            At = time.GetUtcNow(),
            Message = MessageJson.Write(request),
        },
        cancellationToken);

    private static string RemedyOf(Delivery delivery) => delivery switch
    {
        { DigestId.Kind: DigestKind.Confirmation } => "Mend the mail server or the address; `newsalerts subscriptions confirm ID` asks again.",
        { IsHindered: true } => "Mend what all mails go through (`newsalerts doctor` tries it); then newsalerts deliveries retry --failed",
        _ => $"Mend the receiver, or the subscription's destination; then newsalerts deliveries retry {delivery.DigestId}",
    };

    private static partial class Log
    {
        [LoggerMessage(5101, LogLevel.Information, "Digest {DigestId} went out by {Channel}, attempt {Attempt}.")]
        public static partial void Sent(ILogger logger, DigestId digestId, string channel, int attempt);

        [LoggerMessage(5103, LogLevel.Error, "Digest {DigestId} was given up after attempt {Attempt}: {Error}")]
        public static partial void GivenUp(ILogger logger, DigestId digestId, int attempt, string error);

        [LoggerMessage(5107, LogLevel.Warning, "Digest {DigestId} expired after attempt {Attempt}.")]
        public static partial void Expired(ILogger logger, DigestId digestId, int attempt);

        [LoggerMessage(5110, LogLevel.Warning, "Digest {DigestId} is not {State}: another host, or a retry by hand, was faster, and goes on with it.")]
        public static partial void LeftToAnother(ILogger logger, DigestId digestId, DeliveryState state);

        [LoggerMessage(5108, LogLevel.Information, "Digest {DigestId} is cancelled: {Why}")]
        public static partial void Cancelled(ILogger logger, DigestId digestId, string why);
    }
}
