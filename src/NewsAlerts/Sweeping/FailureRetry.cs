using Microsoft.Extensions.Logging;
using NewsAlerts.Delivering;
using NewsAlerts.Ingesting;

namespace NewsAlerts.Sweeping;

/// <summary>
/// Starts failed work again, the way its stage was started: an original goes back into the inbox, a delivery begins anew, all else is announced
/// and sent. It stays on the list, as failing, until it has come to its end.
/// </summary>
public sealed partial class FailureRetry(
    IFailures failures,
    IOpenWork openWork,
    IOriginals originals,
    IDeliveries deliveries,
    DeliveryRetry deliveryRetry,
    Handover handover,
    TimeProvider time,
    ILogger<FailureRetry> logger)
{
    /// <summary>Doing it twice is the same as doing it once, and killed anywhere in between it may be repeated.</summary>
    /// <param name="listed">The failure, as it was read.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task<FailureRetryOutcome> RetryAsync(Failure listed, CancellationToken cancellationToken)
    {
        // Somebody else may have been faster since it was read.
        if (await failures.FindAsync(listed.Stage, listed.Key, cancellationToken) is not { } failure)
        {
            return new FailureRetryOutcome.NotListed();
        }

        var outcome = failure switch
        {
            { Stage: Stages.Ingest } when !OriginalName.CanBeAddressed(failure.Subject) => new FailureRetryOutcome.NotToBeRetried(failure.Remedy),
            { Stage: Stages.Ingest } => await RestoreAsync(failure, cancellationToken),
            { Message: null } => new FailureRetryOutcome.NotToBeRetried(failure.Remedy),
            { Message: { } message } => MessageJson.TryRead(failure.Stage, message) switch
            {
                null => new FailureRetryOutcome.Unreadable(),
                DeliverRequest delivery => await DeliverAsync(delivery, failure, cancellationToken),
                var request => await StartAsync(request, failure, cancellationToken),
            },
        };
        Log.Retried(logger, failure.Stage, failure.Key, outcome.GetType().Name);
        return outcome;
    }

    private async Task<FailureRetryOutcome> RestoreAsync(Failure failure, CancellationToken cancellationToken)
    {
        // A feed's entry is listed by its original's key and its number.
        var key = failure.Key.Split('-')[0];
        if (await originals.RestoreAsync(key, failure.Subject, failure.At, cancellationToken) is not { } name)
        {
            return new FailureRetryOutcome.OriginalGone();
        }

        // What else is wrong with it is listed anew when it is read.
        await foreach (var other in failures.ListBeginningAsync(Stages.Ingest, key, cancellationToken))
        {
            await failures.RemoveAsync(other.Stage, other.Key, cancellationToken);
        }

        return new FailureRetryOutcome.Restored(name);
    }

    private async Task<FailureRetryOutcome> DeliverAsync(DeliverRequest request, Failure failure, CancellationToken cancellationToken)
    {
        switch (await deliveries.FindAsync(request.DigestId, cancellationToken))
        {
            case { State: DeliveryState.Failed or DeliveryState.Expired or DeliveryState.Cancelled }:
                return await deliveryRetry.RetryAsync(request.DigestId, again: false, cancellationToken) is var outcome and not RetryOutcome.Started
                    ? new FailureRetryOutcome.NotDeliverable(outcome)
                    : new FailureRetryOutcome.Started();

            case { State: DeliveryState.Sent, Updated: var at }:
                await failures.RemoveAsync(failure.Stage, failure.Key, cancellationToken);
                return new FailureRetryOutcome.NotDeliverable(new RetryOutcome.Arrived(at));

            default:
                return await StartAsync(request, failure, cancellationToken);
        }
    }

    private async Task<FailureRetryOutcome> StartAsync(StageRequest request, Failure failure, CancellationToken cancellationToken)
    {
        if (failure is { Reason: Failure.Failing, Retried: not null } && await openWork.FindAsync(request, cancellationToken) is { Checks: 0 })
        {
            return new FailureRetryOutcome.UnderWay(failure.Retried.Value);
        }

        // The row in Open first: what is listed as failing and is not in flight counts as done. The message last: killed before it, Sweep sends it.
        await handover.AnnounceAsync(request, cancellationToken);
        await failures.AddAsync(
            failure with { Reason = Failure.Failing, Remedy = "Nothing, if its cause is mended: it goes from the list when it has come to its end.", Retried = time.GetUtcNow() },
            cancellationToken);
        await handover.SendAsync(request, cancellationToken);
        return new FailureRetryOutcome.Started();
    }

    private static partial class Log
    {
        [LoggerMessage(6401, LogLevel.Information, "Failed work of the stage {Stage} on {Key} is to be retried by hand: {Outcome}.")]
        public static partial void Retried(ILogger logger, string stage, string key, string outcome);
    }
}

/// <summary>What came of the wish to retry a failure.</summary>
public abstract record FailureRetryOutcome
{
    private FailureRetryOutcome()
    {
    }

    /// <summary>Whether the work is on its way.</summary>
    public bool IsStarted => this is Started or Restored or UnderWay;

    /// <summary>Its stage begins again.</summary>
    public sealed record Started : FailureRetryOutcome;

    /// <summary>The original is in the inbox again.</summary>
    /// <param name="Name">Under this name.</param>
    public sealed record Restored(string Name) : FailureRetryOutcome;

    /// <summary>It was started again before, and neither ended nor failed since.</summary>
    /// <param name="Since">When.</param>
    public sealed record UnderWay(DateTimeOffset Since) : FailureRetryOutcome;

    /// <summary>It is off the list by now: mended, discarded, or put back into the inbox by somebody else.</summary>
    public sealed record NotListed : FailureRetryOutcome;

    /// <summary>The original is not kept any longer.</summary>
    public sealed record OriginalGone : FailureRetryOutcome;

    /// <summary>Its message is none that this version can read.</summary>
    public sealed record Unreadable : FailureRetryOutcome;

    /// <summary>No stage can be started that would mend it.</summary>
    /// <param name="Remedy">What does.</param>
    public sealed record NotToBeRetried(string Remedy) : FailureRetryOutcome;

    /// <summary>The delivery is not to be started again now.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record NotDeliverable(RetryOutcome Why) : FailureRetryOutcome;
}
