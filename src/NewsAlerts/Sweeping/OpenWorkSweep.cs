using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Sweeping;

/// <summary>
/// Starts again what is in flight and has made no progress since its last look, less and less often, and in the end lists it. What only waits for
/// its turn in a long queue is left alone: a second message would make the queue longer still.
/// </summary>
public sealed partial class OpenWorkSweep(
    IOpenWork openWork,
    IWorkQueues queues,
    IInboxes inboxes,
    ISubscriptions subscriptions,
    IFailures failures,
    MissedOriginalsSweep missedOriginals,
    StageMetrics stages,
    SweepingMetrics metrics,
    IOptions<SweepOptions> options,
    TimeProvider time,
    ILogger<OpenWorkSweep> logger)
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var queued = new QueuedWork(queues, options.Value.LongestTurn, logger);
        await foreach (var item in openWork.ListDueAsync(time.GetUtcNow(), cancellationToken))
        {
            try
            {
                if (!await queued.WaitsAsync(item, time.GetUtcNow(), cancellationToken))
                {
                    await LookAtAsync(item, cancellationToken);
                }
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                Log.NotLookedAt(logger, item.Request.Stage, item.Request.Key, ex);
            }
        }

        queued.Report();
    }

    private async Task LookAtAsync(OpenItem item, CancellationToken cancellationToken)
    {
        switch (item.Request)
        {
            case PurgeRequest purge:
                await PurgeAsync(purge, cancellationToken);
                break;

            case IngestRequest original:
                await missedOriginals.TryAgainAsync(original, item, cancellationToken);
                break;

            case var stuck when item.Checks >= options.Value.MaxChecks:
                await GiveUpAsync(stuck, item.Checks, cancellationToken);
                break;

            case var stuck:
                // Written down first: a message that kills its host is not sent for ever.
                var now = time.GetUtcNow();
                await openWork.SaveAsync(item with { Checks = item.Checks + 1, NextCheck = now + options.Value.WaitAfter(item.Checks), Queued = now }, cancellationToken);
                await queues.SendAsync(stuck, TimeSpan.Zero, cancellationToken);
                stages.Retried(stuck.Stage, RetryCause.Stuck);
                Log.Restarted(logger, stuck.Stage, stuck.Key, item.Checks + 1);
                break;
        }
    }

    private async Task PurgeAsync(PurgeRequest request, CancellationToken cancellationToken)
    {
        // A removal that was interrupted before its tombstone has not happened: the subscription lives, and so does its inbox.
        if (await subscriptions.FindAsync(request.SubscriptionId, cancellationToken) is not { Removed: null })
        {
            await inboxes.PurgeAsync(request.SubscriptionId, cancellationToken);
            await subscriptions.ForgetAsync(request.SubscriptionId, cancellationToken);

            // That it was disabled concerns nobody any more.
            await failures.RemoveAsync(Stages.Deliver, request.Key, cancellationToken);
        }

        await openWork.CloseAsync(request, cancellationToken);
    }

    private async Task GiveUpAsync(StageRequest request, int checks, CancellationToken cancellationToken)
    {
        await failures.AddAsync(
            new Failure
            {
                Stage = request.Stage,
                Key = request.Key,
                Reason = "Stuck",
                Detail = $"The stage {request.Stage} was started {checks} times for {request.Key} and never came to its end.",
                Remedy = $"See the host's log for this id, mend the cause, then newsalerts failures retry {request.Stage}/{request.Key}",
                Subject = request.Subject,
                At = time.GetUtcNow(),
                Message = MessageJson.Write(request),
            },
            cancellationToken);
        await openWork.CloseAsync(request, cancellationToken);
        metrics.GaveUp(request.Stage);
        Log.GivenUp(logger, request.Stage, request.Key, checks);
    }

    private static partial class Log
    {
        [LoggerMessage(6203, LogLevel.Error, "The stage {Stage} could not be started again for {Key}; the next run tries.")]
        public static partial void NotLookedAt(ILogger logger, string stage, string key, Exception exception);

        [LoggerMessage(6201, LogLevel.Warning, "The stage {Stage} made no progress on {Key}; started again for the {Check}. time.")]
        public static partial void Restarted(ILogger logger, string stage, string key, int check);

        [LoggerMessage(6202, LogLevel.Error, "The stage {Stage} never ended on {Key} in {Checks} tries; it is listed among the failures.")]
        public static partial void GivenUp(ILogger logger, string stage, string key, int checks);
    }
}
