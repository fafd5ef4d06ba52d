using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Digesting;

namespace NewsAlerts.Functions;

/// <summary>Asks, every minute, for the digests that are due.</summary>
public sealed class SendDigests(DigestScheduler scheduler)
{
    [Function(nameof(SendDigests))]
    public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        scheduler.ScheduleDueAsync(cancellationToken);
}
