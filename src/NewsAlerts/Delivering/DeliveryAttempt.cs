using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Delivering;

/// <summary>One attempt to send a digest or a message: claim it in the ledger, send, write down how it went.</summary>
public sealed partial class DeliveryAttempt(
    IEnumerable<IDeliveryChannel> channels,
    IEnumerable<IMessageChannel> messageChannels,
    IDeliveries deliveries,
    IFailures failures,
    Handover handover,
    IOptions<DeliverOptions> options,
    TimeProvider time,
    ILogger<DeliveryAttempt> logger)
{
    /// <summary>How much earlier than planned a scheduled attempt may be made: clocks differ.</summary>
    internal static readonly TimeSpan EarlyBy = TimeSpan.FromSeconds(2);

    /// <summary>The shortest wait for a turn where the receiver's host is busy.</summary>
    private static readonly TimeSpan TurnDelay = TimeSpan.FromSeconds(5);

    private static readonly string Owner = $"{Environment.MachineName}/{Environment.ProcessId}";

    private IReadOnlyList<TimeSpan> RetryDelays =>
        options.Value.RetryDelays is { Count: > 0 } configured ? configured.AsReadOnly() : DeliverOptions.DefaultRetryDelays;

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
            delivery,
            channels.FirstOrDefault(channel => channel.Serves(subscription.Channel)) is { } channel
                ? stop => channel.SendAsync(digest, subscription, stop)
                : NoChannel(subscription.Channel),
            cancellationToken);

    public Task SendAsync(
        DeliverRequest request, SubscriptionMessage message, Subscription subscription, Delivery delivery, CancellationToken cancellationToken) =>
        SendAsync(
            request,
            delivery,
            messageChannels.FirstOrDefault(channel => channel.Serves(message.To)) is { } channel
                ? stop => channel.SendAsync(message, subscription, stop)
                : NoChannel(message.To),
            cancellationToken);

    private static Func<CancellationToken, Task<SendOutcome>> NoChannel(Channel channel) =>
        _ => Task.FromResult<SendOutcome>(new SendOutcome.Refused($"This host has no channel of the kind '{channel.Kind}'."));

    private async Task SendAsync(
        DeliverRequest request, Delivery delivery, Func<CancellationToken, Task<SendOutcome>> send, CancellationToken cancellationToken)
    {
        if (delivery.Attempts > RetryDelays.Count)
        {
            // Its hosts died while they sent it, one after the other: no outcome ever counted those attempts.
            await GiveUpAsync(request, delivery, $"{delivery.Attempts} attempts began and none of them ended.", cancellationToken);
            return;
        }

        var now = time.GetUtcNow();
        var claim = await deliveries.TryChangeAsync(
            delivery with
            {
                State = DeliveryState.Sending,
                Owner = Owner,
                Until = now + options.Value.Lease,
                Attempts = delivery.Attempts + 1,
                Updated = now,
            },
            cancellationToken);
        if (claim is null)
        {
            Log.ClaimedByAnother(logger, request.DigestId);
            return;
        }

        switch (await TrySendAsync(claim, send, cancellationToken))
        {
            case SendOutcome.Sent:
                await EndAsync(claim, DeliveryState.Sent, error: null);
                Log.Sent(logger, claim.DigestId, claim.Channel, claim.Attempts);
                await handover.FinishAsync(request, cancellationToken);
                break;

            case SendOutcome.Deferred deferred when NextDelay(claim.Attempts, deferred.RetryAfter) is { } delay:
                await PostponeAsync(request, claim, deferred.Error, time.GetUtcNow() + delay);
                break;

            case SendOutcome.Deferred deferred:
                await GiveUpAsync(request, claim, $"{deferred.Error} (the last of {claim.Attempts} attempts)", cancellationToken);
                break;

            case SendOutcome.Refused refused:
                await GiveUpAsync(request, claim, refused.Error, cancellationToken);
                break;

            case SendOutcome.NotTried:
                await PutBackAsync(request, claim);
                break;
        }
    }

    private async Task<SendOutcome> TrySendAsync(Delivery claim, Func<CancellationToken, Task<SendOutcome>> send, CancellationToken cancellationToken)
    {
        // Ends before the lease does: nobody takes over an attempt that may still succeed.
        using var deadline = new CancellationTokenSource(options.Value.Lease - options.Value.LeaseMargin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await send(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome.Deferred("The receiver did not answer within the attempt's time.");
        }
        catch (OperationCanceledException)
        {
            // Handing the claim back lets the next host go on without waiting for the lease.
            await deliveries.TryChangeAsync(Released(claim), CancellationToken.None);
            throw;
        }
        catch (Exception ex)
        {
            Log.Unexpected(logger, claim.DigestId, ex);
            return new SendOutcome.Deferred($"Sending failed unexpectedly: {ex.GetType().Name}.");
        }
    }

    private Delivery Released(Delivery claim) =>
        claim with { State = DeliveryState.Pending, Owner = null, Until = null, Updated = time.GetUtcNow() };

    private TimeSpan? NextDelay(int attempts, TimeSpan? asked)
    {
        if (attempts > RetryDelays.Count)
        {
            return null;
        }

        // Jitter keeps the many that failed together from coming back together.
        var jittered = RetryDelays[attempts - 1] * (1 + (Random.Shared.NextDouble() * 0.1));
        var longer = asked > jittered ? asked.Value : jittered;
        return longer < DeliverOptions.LongestDelay ? longer : DeliverOptions.LongestDelay;
    }

    private async Task PostponeAsync(DeliverRequest request, Delivery claim, string error, DateTimeOffset until)
    {
        // The message first: killed in between, the claim's lease ends by itself, and nothing waits without a message.
        await handover.PostponeAsync(request, until, CancellationToken.None);
        await deliveries.TryChangeAsync(Released(claim) with { Until = until, LastError = error }, CancellationToken.None);
        Log.Deferred(logger, claim.DigestId, claim.Attempts, until, error);
    }

    /// <summary>Nothing was tried, so nothing counts; soon again, and not all at the same moment.</summary>
    private async Task PutBackAsync(DeliverRequest request, Delivery claim)
    {
        var until = time.GetUtcNow() + (TurnDelay * (1 + Random.Shared.NextDouble()));
        await handover.PostponeAsync(request, until, CancellationToken.None);
        await deliveries.TryChangeAsync(Released(claim) with { Until = until, Attempts = claim.Attempts - 1 }, CancellationToken.None);
        Log.Waiting(logger, claim.DigestId, until);
    }

    private async Task GiveUpAsync(DeliverRequest request, Delivery claim, string error, CancellationToken cancellationToken)
    {
        await failures.AddAsync(
            new Failure
            {
                Stage = Stages.Deliver,
                Key = claim.DigestId.ToString(),
                Reason = "NotDelivered",
                Detail = error,
                Remedy = claim.DigestId.Kind is DigestKind.Confirmation
                    ? "Mend the mail server or the address; `newsalerts subscriptions confirm ID` asks again."
                    : "Mend the receiver, or the subscription's destination; the digest itself is kept.",
                Subject = claim.DigestId.ToString(),
                At = time.GetUtcNow(),
                Message = MessageJson.Write(request),
            },
            cancellationToken);
        await EndAsync(claim, DeliveryState.Failed, error);
        Log.GivenUp(logger, claim.DigestId, claim.Attempts, error);
        await handover.FinishAsync(request, cancellationToken);
    }

    // What the receiver said is written down even while the host is stopping.
    private Task<Delivery?> EndAsync(Delivery claim, DeliveryState state, string? error) => deliveries.TryChangeAsync(
        claim with { State = state, Owner = null, Until = null, LastError = error, Updated = time.GetUtcNow() },
        CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(5101, LogLevel.Information, "Digest {DigestId} went out by {Channel}, attempt {Attempt}.")]
        public static partial void Sent(ILogger logger, DigestId digestId, string channel, int attempt);

        [LoggerMessage(5102, LogLevel.Warning, "Digest {DigestId} was put off at attempt {Attempt} until {Until:u}: {Error}")]
        public static partial void Deferred(ILogger logger, DigestId digestId, int attempt, DateTimeOffset until, string error);

        [LoggerMessage(5103, LogLevel.Error, "Digest {DigestId} was given up after attempt {Attempt}: {Error}")]
        public static partial void GivenUp(ILogger logger, DigestId digestId, int attempt, string error);

        [LoggerMessage(5104, LogLevel.Debug, "Digest {DigestId} is being sent by another host.")]
        public static partial void ClaimedByAnother(ILogger logger, DigestId digestId);

        [LoggerMessage(5106, LogLevel.Debug, "Digest {DigestId} waits for a turn at its receiver's host until {Until:u}.")]
        public static partial void Waiting(ILogger logger, DigestId digestId, DateTimeOffset until);

        [LoggerMessage(5105, LogLevel.Error, "Digest {DigestId} could not be sent.")]
        public static partial void Unexpected(ILogger logger, DigestId digestId, Exception exception);
    }
}
