using System.Diagnostics.Metrics;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Sweeping;

/// <summary>What is measured of work that does not go by itself.</summary>
public sealed class SweepingMetrics
{
    private readonly Counter<long> _poison;
    private readonly Counter<long> _givenUp;

    public SweepingMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Tracing.Name);
        _poison = meter.CreateCounter<long>("newsalerts.poison", "{message}", "Messages that failed too often.");
        _givenUp = meter.CreateCounter<long>("newsalerts.given_up", "{item}", "Work that was started as often as it may be.");
    }

    public void Poisoned(string stage)
    {
        if (_poison.Enabled)
        {
            _poison.Add(1, new KeyValuePair<string, object?>("newsalerts.stage", stage));
        }
    }

    public void GaveUp(string stage)
    {
        if (_givenUp.Enabled)
        {
            _givenUp.Add(1, new KeyValuePair<string, object?>("newsalerts.stage", stage));
        }
    }
}
