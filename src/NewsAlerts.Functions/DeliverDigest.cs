using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Delivering;

namespace NewsAlerts.Functions;

/// <summary>Freezes a digest once, then sends it.</summary>
public sealed class DeliverDigest(DigestDeliverer deliverer)
{
    [Function(nameof(DeliverDigest))]
    public Task RunAsync(
        [QueueTrigger(Queues.Deliver, Connection = FunctionsApp.Connection)] DeliverRequest request,
        CancellationToken cancellationToken) =>
        deliverer.DeliverAsync(request, cancellationToken);
}
