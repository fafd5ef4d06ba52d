using System.Diagnostics.Metrics;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Sweeping;

/// <summary>What waits in the whole installation, measured once a run of Sweep, and read only where somebody wants to know.</summary>
public sealed class BacklogMetrics
{
    private readonly IBacklogReader _backlog;
    private readonly Gauge<double> _pendingAge;
    private readonly Gauge<double> _inboxAge;
    private readonly Gauge<int> _originals;
    private readonly Gauge<int> _queued;
    private readonly Gauge<int> _listed;

    public BacklogMetrics(IMeterFactory meters, IBacklogReader backlog)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Tracing.Name);
        _backlog = backlog;
        _pendingAge = meter.CreateGauge<double>("newsalerts.pending.age", "s", "How long the oldest work of any stage has been waiting.");
        _inboxAge = meter.CreateGauge<double>("newsalerts.inbox.age", "s", "How long the oldest original has been lying in the container articles.");
        _originals = meter.CreateGauge<int>("newsalerts.inbox.originals", "{original}", "How many originals lie in the container articles.");
        _queued = meter.CreateGauge<int>("newsalerts.queue.messages", "{message}", "Messages in a stage's queue.");
        _listed = meter.CreateGauge<int>("newsalerts.failures.listed", "{failure}", "Failures that wait for people.");
    }

    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (!_pendingAge.Enabled && !_inboxAge.Enabled && !_originals.Enabled && !_queued.Enabled && !_listed.Enabled)
        {
            return;
        }

        var backlog = await _backlog.ReadAsync(cancellationToken);
        _pendingAge.Record(backlog.OldestPendingAge.TotalSeconds);

        // Clocks of hosts and of the storage account differ.
        _inboxAge.Record(Math.Max(0, (backlog.At - (backlog.Originals.Oldest ?? backlog.At)).TotalSeconds));
        _originals.Record(backlog.Originals.Count);
        foreach (var (stage, waiting) in backlog.Queued)
        {
            _queued.Record(waiting.Count, new KeyValuePair<string, object?>("newsalerts.stage", stage));
        }

        // Also those that have none: a gauge that is not recorded keeps its last value.
        foreach (var stage in Stages.All)
        {
            _listed.Record(backlog.Failures.GetValueOrDefault(stage).Count, new KeyValuePair<string, object?>("newsalerts.stage", stage));
        }
    }
}
