using System.Diagnostics.Metrics;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Adapters.Storage;

/// <summary>What is measured of the queues' own side.</summary>
internal sealed class QueueMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _sent =
        meters.Create(Tracing.Name).CreateCounter<long>("messaging.client.sent.messages", "{message}", "Messages sent to a queue.");

    /// <param name="queue">Where to.</param>
    /// <param name="exception">What it failed with; null where it did not.</param>
    public void Sent(string queue, Exception? exception)
    {
        if (_sent.Enabled)
        {
            _sent.Add(1, Tag.OfMessage("send", queue, exception));
        }
    }
}
