using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Sweeping;

/// <summary>
/// The timer behind "nothing lost": lists what was poisoned, starts again what is in flight without progress, and ingests
/// what no trigger saw. Reads what is due, and the list of failures once a run, so its cost grows neither with the archive nor with what is merely
/// waiting, but with the failures that nobody discards. No part takes the time of another.
/// </summary>
public sealed partial class Sweeper(
    PoisonSweep poison,
    OpenWorkSweep openWork,
    MissedOriginalsSweep missedOriginals,
    BacklogMetrics backlog,
    IOptions<SweepOptions> options,
    TimeProvider time,
    ILogger<Sweeper> logger)
{
    /// <summary>Of the deadline, for the poison queues, which go first: only what comes after them starts again what was poisoned.</summary>
    private const double PoisonShare = 0.25;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Value.Deadline, time);
        using var share = new CancellationTokenSource(options.Value.Deadline * PoisonShare, time);
        await RunAsync("poison", poison.ListAsync, share.Token, cancellationToken);
        await Task.WhenAll(
            RunAsync("open work", openWork.SweepAsync, deadline.Token, cancellationToken),
            RunAsync("missed originals", missedOriginals.SweepAsync, deadline.Token, cancellationToken),
            RunAsync("what was failing", poison.ForgetEndedAsync, deadline.Token, cancellationToken),
            RunAsync("the backlog", backlog.MeasureAsync, deadline.Token, cancellationToken));
    }

    /// <summary>What stops one of them does not stop the others.</summary>
    private async Task RunAsync(string part, Func<CancellationToken, Task> sweep, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            await sweep(either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.OutOfTime(logger, part);
        }
        catch (Exception ex) when (ex is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Interrupted(logger, part, ex);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6002, LogLevel.Error, "Sweeping {Part} was interrupted; the next run tries again.")]
        public static partial void Interrupted(ILogger logger, string part, Exception exception);

        [LoggerMessage(6001, LogLevel.Warning, "Sweeping {Part} ran out of time; the next run goes on.")]
        public static partial void OutOfTime(ILogger logger, string part);
    }
}
