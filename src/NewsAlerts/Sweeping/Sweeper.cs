using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Sweeping;

/// <summary>
/// The timer behind "nothing lost": lists what was poisoned, starts again what is in flight without progress, and ingests
/// what no trigger saw. Reads only what is due, so its cost grows neither with the archive nor with what is merely waiting.
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
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Value.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await RunAsync("poison", poison.SweepAsync, either.Token);
            await RunAsync("open work", openWork.SweepAsync, either.Token);
            await RunAsync("missed originals", missedOriginals.SweepAsync, either.Token);
            await RunAsync("the backlog", backlog.MeasureAsync, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.OutOfTime(logger, options.Value.Deadline);
        }
    }

    /// <summary>What stops one of them does not stop the others.</summary>
    private async Task RunAsync(string part, Func<CancellationToken, Task> sweep, CancellationToken cancellationToken)
    {
        try
        {
            await sweep(cancellationToken);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            Log.Interrupted(logger, part, ex);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6002, LogLevel.Error, "Sweeping {Part} was interrupted; the next run tries again.")]
        public static partial void Interrupted(ILogger logger, string part, Exception exception);

        [LoggerMessage(6001, LogLevel.Warning, "Sweep stopped after {Deadline}; the next run goes on.")]
        public static partial void OutOfTime(ILogger logger, TimeSpan deadline);
    }
}
