using System.Diagnostics.Metrics;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Routing;

/// <summary>What is measured while articles are put into inboxes.</summary>
public sealed class RoutingMetrics
{
    private readonly Counter<long> _matches;

    public RoutingMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _matches = meters.Create(Tracing.Name).CreateCounter<long>("newsalerts.matches", "{match}", "Articles put into an inbox.");
    }

    public void Placed(InboxDecision decision)
    {
        if (_matches.Enabled)
        {
            _matches.Add(1, new KeyValuePair<string, object?>("newsalerts.decision", Tag.Of(decision)));
        }
    }
}
