using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Functions;

/// <summary>Sends on, every minute, whatever got stuck or was never triggered.</summary>
public sealed class Sweep(Sweeper sweeper)
{
    [Function(nameof(Sweep))]
    public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        sweeper.SweepAsync(cancellationToken);
}
