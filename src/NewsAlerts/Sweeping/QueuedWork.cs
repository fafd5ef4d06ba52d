using Microsoft.Extensions.Logging;

namespace NewsAlerts.Sweeping;

/// <summary>
/// Tells, during one run of Sweep, what is stuck from what only waits for its turn: looks at the front of each queue once, when the first piece of its
/// work asks. Writes nothing, so what waits costs no more than being listed, and is looked at in the minute in which the queue has passed it.
/// </summary>
/// <param name="queues">The queues.</param>
/// <param name="longestTurn">How long a message may wait and pass for waiting.</param>
/// <param name="logger">Where a queue that is behind is reported.</param>
internal sealed partial class QueuedWork(IWorkQueues queues, TimeSpan longestTurn, ILogger logger)
{
    private readonly Dictionary<string, (QueueFront? Front, int Waiting)> _seen = [];

    /// <summary>Whether the work's own message waits in its queue still.</summary>
    public async Task<bool> WaitsAsync(OpenItem item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stage = item.Request.Stage;
        if (item.Queued is not { } queued || now - queued >= longestTurn || !Queues.All.Contains(stage))
        {
            return false;
        }

        var (front, waiting) = _seen.TryGetValue(stage, out var seen) ? seen : (await FrontAsync(stage, cancellationToken), 0);

        // A queue that does not show its front takes no message either: the next run looks again.
        var waits = front is null || front.MayHold(item.Request, queued);
        _seen[stage] = (front, waits ? waiting + 1 : waiting);
        return waits;
    }

    /// <summary>Says which queues are behind.</summary>
    public void Report()
    {
        foreach (var (stage, (front, waiting)) in _seen.Where(one => one.Value is { Front: not null, Waiting: > 0 }))
        {
            Log.Behind(logger, stage, waiting, front!.Newest);
        }
    }

    private async Task<QueueFront?> FrontAsync(string stage, CancellationToken cancellationToken)
    {
        try
        {
            return await queues.PeekAsync(stage, cancellationToken);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            Log.NotSeen(logger, stage, ex);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6204, LogLevel.Warning, "The queue {Stage} is behind: {Waiting} messages have waited for long, and it has come to those of {Front:u}.")]
        public static partial void Behind(ILogger logger, string stage, int waiting, DateTimeOffset? front);

        [LoggerMessage(6205, LogLevel.Error, "The front of the queue {Stage} cannot be seen; the next run looks again.")]
        public static partial void NotSeen(ILogger logger, string stage, Exception exception);
    }
}
