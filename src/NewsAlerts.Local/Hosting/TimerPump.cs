using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.Local.Hosting;

/// <summary>
/// Runs something at the start, then at every full multiple of an interval (each minute at its second 0): the local host's timer
/// trigger. Never twice at a time; ticks that were missed meanwhile count once.
/// </summary>
internal sealed partial class TimerPump(
    string name,
    TimeSpan interval,
    TimeSpan drainTimeout,
    Func<CancellationToken, Task> run,
    TimeProvider time,
    ILogger<TimerPump> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var drain = new Drain(parallelism: 1, drainTimeout, time, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await run(drain.Interrupted);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception ex)
            {
                Log.Failed(logger, name, ex);
            }

            await Task.Delay(UntilNextTick(), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private TimeSpan UntilNextTick() => TimeSpan.FromTicks(interval.Ticks - (time.GetUtcNow().UtcTicks % interval.Ticks));

    private static partial class Log
    {
        [LoggerMessage(8201, LogLevel.Error, "The timer {Name} failed; the next tick tries again.")]
        public static partial void Failed(ILogger logger, string name, Exception exception);
    }
}
