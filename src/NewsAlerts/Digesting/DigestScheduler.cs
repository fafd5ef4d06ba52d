using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Delivering;
using NewsAlerts.Routing;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Digesting;

/// <summary>
/// The timer behind every digest: starts the delivery of each one whose time has come, and sets the next time. However many
/// times were missed, the digest is made up once.
/// </summary>
public sealed partial class DigestScheduler(
    ISubscriptions subscriptions,
    Handover handover,
    IOptions<RoutingOptions> routing,
    TimeProvider time,
    ILogger<DigestScheduler> logger)
{
    private const int Parallelism = 16;

    /// <summary>How long a due time waits for its subscription: longer than tables take to be put back.</summary>
    internal static readonly TimeSpan OrphanedAfter = TimeSpan.FromDays(1);

    public async Task ScheduleDueAsync(CancellationToken cancellationToken)
    {
        for (var shard = 0; shard < routing.Value.Shards; shard++)
        {
            await Parallel.ForEachAsync(
                subscriptions.ListDueAsync(shard, time.GetUtcNow(), cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
                async (due, stop) => await StartAsync(due, stop));
        }
    }

    private async Task StartAsync(DueDigest due, CancellationToken cancellationToken)
    {
        try
        {
            if (await subscriptions.FindAsync(due.SubscriptionId, cancellationToken) is not { } subscription)
            {
                await DropAsync(due, cancellationToken);
                return;
            }

            if (subscription.Removed is not null)
            {
                await subscriptions.MoveDueAsync(due, next: null, cancellationToken);
                return;
            }

            using var span = Tracing.StartRoot("schedule digest");
            var id = DigestId.Of(due.SubscriptionId, due.Due);
            span?.SetTag("newsalerts.digest.id", id.ToString());

            // First the delivery, then the next time: a crash in between starts the same digest again, which changes nothing.
            await handover.StartAsync(new DeliverRequest(id), cancellationToken);
            await subscriptions.MoveDueAsync(due, subscription.NextDueAfter(time.GetUtcNow()), cancellationToken);
            Log.Due(logger, due.SubscriptionId, due.Due);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // Its due time stays; the next tick tries again. The others are not made to wait.
            Log.NotStarted(logger, due.SubscriptionId, ex);
        }
    }

    private async Task DropAsync(DueDigest due, CancellationToken cancellationToken)
    {
        if (await subscriptions.DropOrphanAsync(due, time.GetUtcNow() - OrphanedAfter, cancellationToken))
        {
            Log.Orphaned(logger, due.SubscriptionId, due.Due);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Information, "The digest of {SubscriptionId} that was due at {Due:u} is on its way.")]
        public static partial void Due(ILogger logger, SubscriptionId subscriptionId, DateTimeOffset due);

        [LoggerMessage(4002, LogLevel.Error, "The digest of {SubscriptionId} could not be started; the next tick tries again.")]
        public static partial void NotStarted(ILogger logger, SubscriptionId subscriptionId, Exception exception);

        [LoggerMessage(4003, LogLevel.Warning, "The due time {Due:u} of {SubscriptionId} is taken away: there has been no such subscription for a day.")]
        public static partial void Orphaned(ILogger logger, SubscriptionId subscriptionId, DateTimeOffset due);
    }
}
