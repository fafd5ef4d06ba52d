using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Delivering;

/// <summary>One attempt to send a digest or a message: claim it in the ledger, send, have written down how it went.</summary>
public sealed partial class DeliveryAttempt(
    IEnumerable<IDeliveryChannel> channels,
    IEnumerable<IMessageChannel> messageChannels,
    IDeliveries deliveries,
    DeliveryPlan plan,
    DeliveryResults results,
    DeliveryWaits waits,
    DeliveryEnds ends,
    FailingDestinations destinations,
    Handover handover,
    DeliveringMetrics metrics,
    IOptions<DeliverOptions> options,
    TimeProvider time,
    ILogger<DeliveryAttempt> logger)
{
    /// <summary>How much earlier than planned a scheduled attempt may be made: clocks differ.</summary>
    internal static readonly TimeSpan EarlyBy = TimeSpan.FromSeconds(2);

    private static readonly string Owner = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Whether a delivery is to be attempted now. Where not, whatever its message still asks for is done.</summary>
    public async Task<bool> IsDueAsync(DeliverRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        switch (delivery.State)
        {
            case DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Expired or DeliveryState.Cancelled:
                await handover.FinishAsync(request, cancellationToken);
                return false;

            case DeliveryState.Sending when delivery.Until > time.GetUtcNow():
                // Somebody is at it, or died at it: come back when the lease has ended.
                await handover.PostponeAsync(request, delivery.Until.Value, cancellationToken);
                return false;

            case DeliveryState.Pending when delivery.Until > time.GetUtcNow() + EarlyBy:
                // Its next attempt is scheduled; this message is a second copy.
                return false;

            default:
                return true;
        }
    }

    public Task SendAsync(DeliverRequest request, Digest digest, Subscription subscription, Delivery delivery, CancellationToken cancellationToken) =>
        SendAsync(
            request,
            subscription,
            delivery,
            channels.FirstOrDefault(channel => channel.Serves(subscription.Channel)) is { } channel
                ? new Way(stop => channel.SendAsync(digest, subscription, stop), channel.IsRelayed)
                : NoWay(subscription.Channel),
            sent => metrics.Arrived(sent, digest),
            cancellationToken);

    public Task SendAsync(
        DeliverRequest request, SubscriptionMessage message, Subscription subscription, Delivery delivery, CancellationToken cancellationToken) =>
        SendAsync(
            request,
            subscription,
            delivery,
            messageChannels.FirstOrDefault(channel => channel.Serves(message.To)) is { } channel
                ? new Way(stop => channel.SendAsync(message, subscription, stop), channel.IsRelayed)
                : NoWay(message.To),
            _ => { },
            cancellationToken);

    private static Way NoWay(Channel channel) =>
        new(_ => Task.FromResult<SendOutcome>(new SendOutcome.Refused($"This host has no channel of the kind '{channel.Kind}'.")), IsRelayed: false);

    private async Task SendAsync(
        DeliverRequest request,
        Subscription subscription,
        Delivery delivery,
        Way way,
        Action<Delivery> arrived,
        CancellationToken cancellationToken)
    {
        // Asked of the row that is claimed: it need not be the one that was there when the message came.
        if (!await IsDueAsync(request, delivery, cancellationToken)
            || await EndUntriedAsync(request, subscription, delivery, cancellationToken)
            || await ClaimAsync(request, delivery, cancellationToken) is not { } claim)
        {
            return;
        }

        var outcome = await ObserveAsync(claim, way, cancellationToken);
        if (outcome is SendOutcome.Sent)
        {
            arrived(claim);
        }

        await results.WriteAsync(request, subscription, claim, outcome, cancellationToken);
    }

    /// <summary>What needs no attempt any more is ended without one.</summary>
    private async Task<bool> EndUntriedAsync(DeliverRequest request, Subscription subscription, Delivery delivery, CancellationToken cancellationToken)
    {
        if (subscription.Standing is Standing.Disabled && !MessageDeliverer.Delivers(delivery.DigestId.Kind))
        {
            await destinations.ListAsync(subscription, cancellationToken);
            await ends.CancelledAsync(request, delivery, "Its subscription is disabled.", cancellationToken);
            return true;
        }

        if (plan.Expiry(delivery) <= time.GetUtcNow())
        {
            await ends.ExpiredAsync(request, delivery, cancellationToken);
            return true;
        }

        if (delivery.Attempts >= plan.Attempts)
        {
            // Its host died over the last one: an attempt that ends either ends the delivery or leaves one more.
            var before = delivery.LastError is { } last ? $" The last one that did: {last}" : "";
            await ends.FailedAsync(request, delivery, $"The last of {delivery.Attempts} attempts began and never ended.{before}", cancellationToken);
            return true;
        }

        return false;
    }

    private async Task<Delivery?> ClaimAsync(DeliverRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + options.Value.Lease;

        // First the row that Sweep reads: should this host die, another looks after the digest as soon as the lease has ended.
        await handover.WatchAsync(request, until, cancellationToken);
        var claim = await deliveries.TryChangeAsync(
            delivery with { State = DeliveryState.Sending, Owner = Owner, Until = until, Attempts = delivery.Attempts + 1, Updated = now },
            cancellationToken);
        if (claim is null)
        {
            Log.ClaimedByAnother(logger, request.DigestId);
        }

        return claim;
    }

    /// <summary>The attempt itself, seen from outside.</summary>
    private async Task<SendOutcome> ObserveAsync(Delivery claim, Way way, CancellationToken cancellationToken)
    {
        using var span = Tracing.StartDelivery(claim.Channel, claim.Attempts);
        var began = time.GetTimestamp();
        try
        {
            var outcome = await TrySendAsync(claim, way, cancellationToken);
            var name = DeliveringMetrics.OutcomeOf(outcome);
            span?.SetTag("newsalerts.delivery.outcome", name).SetStatus(outcome is SendOutcome.Deferred or SendOutcome.Hindered or SendOutcome.Refused ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
            metrics.Attempted(claim.Channel, began, name);
            return outcome;
        }
        catch (Exception ex)
        {
            span.Fail(ex);
            throw;
        }
    }

    private async Task<SendOutcome> TrySendAsync(Delivery claim, Way way, CancellationToken cancellationToken)
    {
        // Ends before the lease does, which began before the claim was written: nobody takes over an attempt that may still succeed.
        var left = claim.Until!.Value - options.Value.LeaseMargin - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            Log.ClaimedTooLate(logger, claim.DigestId);
            return new SendOutcome.NotTried();
        }

        using var deadline = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await way.SendAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return way.IsRelayed
                ? new SendOutcome.Hindered("The mail server did not finish within the attempt's time.")
                : new SendOutcome.Deferred("The receiver did not answer within the attempt's time.");
        }
        catch (OperationCanceledException)
        {
            await waits.ReleaseAsync(claim);
            throw;
        }
        catch (Exception ex)
        {
            Log.Unexpected(logger, claim.DigestId, ex);
            return new SendOutcome.Hindered($"Sending failed unexpectedly: {ex.GetType().Name}.");
        }
    }

    /// <summary>How the attempt is made.</summary>
    private readonly record struct Way(Func<CancellationToken, Task<SendOutcome>> SendAsync, bool IsRelayed);

    private static partial class Log
    {
        [LoggerMessage(5104, LogLevel.Debug, "Digest {DigestId} is being sent by another host.")]
        public static partial void ClaimedByAnother(ILogger logger, DigestId digestId);

        [LoggerMessage(5105, LogLevel.Error, "Digest {DigestId} could not be sent.")]
        public static partial void Unexpected(ILogger logger, DigestId digestId, Exception exception);

        [LoggerMessage(5109, LogLevel.Warning, "Digest {DigestId} was claimed, but writing that took so much of the lease that it is not sent now.")]
        public static partial void ClaimedTooLate(ILogger logger, DigestId digestId);
    }
}
