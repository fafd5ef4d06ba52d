using Microsoft.Extensions.Logging;
using NewsAlerts.Digesting;
using NewsAlerts.Sweeping;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Delivering;

/// <summary>
/// How a delivery ends: the failure row, where there is one, then the ledger, then the work's row in Open. What the receiver said is written down
/// even while the host is stopping.
/// </summary>
public sealed partial class DeliveryEnds(IDeliveries deliveries, IFailures failures, Handover handover, DeliveringMetrics metrics, TimeProvider time, ILogger<DeliveryEnds> logger)
{
    /// <summary>The reasons under which the failures of deliveries are listed.</summary>
    public const string NotDelivered = "NotDelivered";

    public const string Expired = "Expired";

    public async Task SentAsync(DeliverRequest request, Delivery claim, CancellationToken cancellationToken)
    {
        await EndAsync(
            claim with { FailingSince = null, LastError = null, History = claim.History.With(time.GetUtcNow(), "Accepted.") }, DeliveryState.Sent);
        Log.Sent(logger, claim.DigestId, claim.Channel, claim.Attempts);
        await handover.FinishAsync(request, cancellationToken);
    }

    public async Task FailedAsync(DeliverRequest request, Delivery delivery, string error, CancellationToken cancellationToken)
    {
        await ListAsync(request, NotDelivered, error, RemedyOf(delivery), cancellationToken);
        await EndAsync(delivery with { LastError = error }, DeliveryState.Failed);
        Log.GivenUp(logger, delivery.DigestId, delivery.Attempts, error);
        await handover.FinishAsync(request, cancellationToken);
    }

    public async Task ExpiredAsync(DeliverRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var error = delivery.LastError is { } last ? $"It is too old to be of use now. The last attempt: {last}" : "It is too old to be of use now.";
        await ListAsync(request, Expired, error, $"To send it all the same: newsalerts deliveries retry {delivery.DigestId}", cancellationToken);
        await EndAsync(delivery, DeliveryState.Expired);
        Log.Expired(logger, delivery.DigestId, delivery.Attempts);
        await handover.FinishAsync(request, cancellationToken);
    }

    /// <summary>Ends it without a failure row of its own: what keeps it from being sent is known and listed elsewhere.</summary>
    public async Task CancelledAsync(DeliverRequest request, Delivery delivery, string why, CancellationToken cancellationToken)
    {
        await EndAsync(delivery with { LastError = why }, DeliveryState.Cancelled);
        Log.Cancelled(logger, delivery.DigestId, why);
        await handover.FinishAsync(request, cancellationToken);
    }

    private async Task EndAsync(Delivery delivery, DeliveryState state)
    {
        var ended = delivery with { State = state, Owner = null, Until = null, Updated = time.GetUtcNow() };
        if (await deliveries.TryChangeAsync(ended, CancellationToken.None) is not null)
        {
            metrics.Ended(ended);
        }

        Tracing.Span?.SetTag("newsalerts.delivery.state", Tag.Of(state));
    }

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

        [LoggerMessage(5108, LogLevel.Information, "Digest {DigestId} is cancelled: {Why}")]
        public static partial void Cancelled(ILogger logger, DigestId digestId, string why);
    }
}
