using Microsoft.Extensions.Logging;
using NewsAlerts.Digesting;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Delivering;

/// <summary>
/// How a delivery that has not ended goes back to waiting. The message first: killed in between, the claim's lease ends by itself, and nothing waits
/// without a message. It is written down even while the host is stopping.
/// </summary>
public sealed partial class DeliveryWaits(IDeliveries deliveries, Handover handover, StageMetrics stages, TimeProvider time, ILogger<DeliveryWaits> logger)
{
    /// <summary>An attempt failed, and another follows.</summary>
    /// <returns>The row as it waits; null where another host has taken it over.</returns>
    public async Task<Delivery?> DeferAsync(DeliverRequest request, Delivery failed, DateTimeOffset until)
    {
        await handover.PostponeAsync(request, until, CancellationToken.None);
        var waiting = await deliveries.TryChangeAsync(Released(failed, until), CancellationToken.None);
        stages.Retried(Stages.Deliver, RetryCause.Deferred);
        Log.Deferred(logger, failed.DigestId, failed.Attempts, until, failed.LastError!);
        return waiting;
    }

    /// <summary>Nothing was tried, so nothing counts.</summary>
    public async Task PutBackAsync(DeliverRequest request, Delivery claim, DateTimeOffset until)
    {
        await handover.PostponeAsync(request, until, CancellationToken.None);
        await deliveries.TryChangeAsync(Uncounted(claim, until), CancellationToken.None);
        Log.Waiting(logger, claim.DigestId, until);
    }

    /// <summary>
    /// The host stops in the middle of an attempt, which is no failure of the receiver. Its message comes again; the next host need not wait for the
    /// lease.
    /// </summary>
    public Task ReleaseAsync(Delivery claim) => deliveries.TryChangeAsync(Uncounted(claim, until: null), CancellationToken.None);

    private Delivery Uncounted(Delivery claim, DateTimeOffset? until) => Released(claim, until) with { Attempts = claim.Attempts - 1 };

    private Delivery Released(Delivery claim, DateTimeOffset? until) =>
        claim with { State = DeliveryState.Pending, Owner = null, Until = until, Updated = time.GetUtcNow() };

    private static partial class Log
    {
        [LoggerMessage(5102, LogLevel.Warning, "Digest {DigestId} was put off at attempt {Attempt} until {Until:u}: {Error}")]
        public static partial void Deferred(ILogger logger, DigestId digestId, int attempt, DateTimeOffset until, string error);

        [LoggerMessage(5106, LogLevel.Debug, "Digest {DigestId} was not tried and waits until {Until:u}.")]
        public static partial void Waiting(ILogger logger, DigestId digestId, DateTimeOffset until);
    }
}
