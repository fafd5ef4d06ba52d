using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Local.Hosting;

/// <summary>
/// Works off one queue: the local host's queue trigger, with the Functions host's rules for what fails. A message that failed too
/// often, or that cannot be read, is copied to the poison queue and then deleted: so it may come there twice, never not at all.
/// </summary>
internal sealed partial class QueuePump<TRequest>(
    string stage,
    QueueClient queue,
    QueueClient poison,
    Func<TRequest, CancellationToken, Task> run,
    IOptions<LocalHostOptions> options,
    TimeProvider time,
    ILogger<QueuePump<TRequest>> logger) : BackgroundService
    where TRequest : StageRequest
{
    /// <summary>The most that the service gives at a time.</summary>
    private const int MaxBatch = 32;

    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var drain = new Drain(options.Value.MessageParallelism, options.Value.DrainTimeout, time, stoppingToken);
        var delay = new PollDelay(options.Value.ShortestQueuePoll, options.Value.LongestQueuePoll);
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // A stop does not cut this short: what the service has given out and nobody got would stay hidden for the whole of its time.
                QueueMessage[] batch = await queue.ReceiveMessagesAsync(MaxBatch, options.Value.VisibilityTimeout, drain.Interrupted);
                failures = 0;
                if (batch.Length > 0)
                {
                    delay.Reset();
                    await StartAllAsync(batch, drain, stoppingToken);
                }
                else
                {
                    await Task.Delay(delay.Next(), time, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception ex)
            {
                var wait = PollDelay.After(++failures, options.Value.RetryDelay, LongestRetry);
                Log.NotReceived(logger, stage, wait, ex);
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await drain.EmptyAsync();
    }

    /// <summary>Returns when the last of them has started, or the host stops: then the rest is given back at once.</summary>
    private async Task StartAllAsync(QueueMessage[] batch, Drain drain, CancellationToken stoppingToken)
    {
        var leases = batch.Select(message => new QueueLease(queue, message, options.Value.VisibilityTimeout, time)).ToArray();
        var started = 0;
        try
        {
            foreach (var lease in leases)
            {
                await drain.EnterAsync(stoppingToken);
                started++;
                _ = HandleAsync(lease, drain);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(leases[started..].Select(GiveBackUnstartedAsync));
        }
    }

    private static async Task GiveBackUnstartedAsync(QueueLease lease)
    {
        await lease.GiveBackAsync(TimeSpan.Zero);
        await lease.DisposeAsync();
    }

    private async Task HandleAsync(QueueLease lease, Drain drain)
    {
        try
        {
            await using (lease)
            {
                await HandleAsync(lease, drain.Interrupted);
            }
        }
        catch (Exception ex)
        {
            // Only the poison queue's own failure gets here: the message stays, and comes back when its time is over.
            Log.NotPoisoned(logger, stage, ex);
        }
        finally
        {
            drain.Leave();
        }
    }

    private async Task HandleAsync(QueueLease lease, CancellationToken interrupted)
    {
        if (MessageJson.TryRead(stage, lease.Body) is not TRequest request)
        {
            Log.Unreadable(logger, stage);
            await PoisonAsync(lease);
            return;
        }

        if (lease.Deliveries > options.Value.MaxDeliveries)
        {
            // Its hosts died on it, too often to try again.
            Log.GivenUp(logger, stage, request.Key, lease.Deliveries - 1);
            await PoisonAsync(lease);
            return;
        }

        try
        {
            await run(request, interrupted);
            await lease.DeleteAsync();
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            Log.Interrupted(logger, stage, request.Key);
            await lease.GiveBackAsync(TimeSpan.Zero);
        }
        catch (Exception ex) when (lease.Deliveries < options.Value.MaxDeliveries)
        {
            var wait = PollDelay.After(lease.Deliveries, options.Value.RetryDelay, LongestRetry);
            Log.Failed(logger, stage, request.Key, lease.Deliveries, wait, ex);
            await lease.GiveBackAsync(wait);
        }
        catch (Exception ex)
        {
            Log.FailedForGood(logger, stage, request.Key, lease.Deliveries, ex);
            await PoisonAsync(lease);
        }
    }

    private async Task PoisonAsync(QueueLease lease)
    {
        await poison.SendMessageAsync(lease.Body, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: CancellationToken.None);
        await lease.DeleteAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(8101, LogLevel.Error, "The queue {Stage} could not be read; next try in {Wait}.")]
        public static partial void NotReceived(ILogger logger, string stage, TimeSpan wait, Exception exception);

        [LoggerMessage(8102, LogLevel.Error, "The stage {Stage} failed on {Work} at delivery {Delivery}; next one in {Wait}.")]
        public static partial void Failed(ILogger logger, string stage, string work, long delivery, TimeSpan wait, Exception exception);

        [LoggerMessage(8103, LogLevel.Error, "The stage {Stage} failed on {Work} at delivery {Delivery}, the last; it goes to the poison queue.")]
        public static partial void FailedForGood(ILogger logger, string stage, string work, long delivery, Exception exception);

        [LoggerMessage(8104, LogLevel.Error, "The stage {Stage} never ended on {Work} in {Deliveries} deliveries; it goes to the poison queue.")]
        public static partial void GivenUp(ILogger logger, string stage, string work, long deliveries);

        [LoggerMessage(8105, LogLevel.Error, "The queue {Stage} held a message that cannot be read; it goes to the poison queue.")]
        public static partial void Unreadable(ILogger logger, string stage);

        [LoggerMessage(8106, LogLevel.Warning, "The stage {Stage} was interrupted on {Work} by the stop; its message is given back.")]
        public static partial void Interrupted(ILogger logger, string stage, string work);

        [LoggerMessage(8107, LogLevel.Error, "A message of the queue {Stage} could not be moved to the poison queue; it comes again.")]
        public static partial void NotPoisoned(ILogger logger, string stage, Exception exception);
    }
}
