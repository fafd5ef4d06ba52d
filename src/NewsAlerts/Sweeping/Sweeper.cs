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
            await poison.SweepAsync(either.Token);
            await openWork.SweepAsync(either.Token);
            await missedOriginals.SweepAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.OutOfTime(logger, options.Value.Deadline);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6001, LogLevel.Warning, "Sweep stopped after {Deadline}; the next run goes on.")]
        public static partial void OutOfTime(ILogger logger, TimeSpan deadline);
    }
}
