using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsAlerts.Digesting;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Delivering;

/// <summary>What is measured of deliveries: their attempts, and how they end.</summary>
public sealed class DeliveringMetrics
{
    private readonly TimeProvider _time;
    private readonly Counter<long> _deliveries;
    private readonly Histogram<double> _attempts;
    private readonly Histogram<double> _lateness;
    private readonly StageMetrics _stages;

    public DeliveringMetrics(IMeterFactory meters, StageMetrics stages, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Tracing.Name);
        _time = time;
        _stages = stages;
        _deliveries = meter.CreateCounter<long>("newsalerts.deliveries", "{delivery}", "Deliveries that came to an end.");
        _attempts = meter.CreateHistogram("newsalerts.delivery.duration", "s", "How long an attempt to deliver took.", advice: Buckets.Requests);
        _lateness = meter.CreateHistogram("newsalerts.digest.lateness", "s", "From when an issue was due until its receiver had it.", advice: Buckets.Waits);
    }

    /// <summary>An attempt has ended.</summary>
    /// <param name="channel">The channel's kind.</param>
    /// <param name="began">A timestamp of the clock.</param>
    /// <param name="outcome">How, as <see cref="OutcomeOf"/> says it.</param>
    public void Attempted(string channel, long began, string outcome)
    {
        if (_attempts.Enabled)
        {
            _attempts.Record(
                _time.GetElapsedTime(began).TotalSeconds,
                new TagList { { "newsalerts.channel", channel }, { "newsalerts.delivery.outcome", outcome } });
        }
    }

    /// <summary>A delivery has reached a final state.</summary>
    public void Ended(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (_deliveries.Enabled)
        {
            _deliveries.Add(1, new TagList { { "newsalerts.channel", delivery.Channel }, { "newsalerts.delivery.state", Tag.Of(delivery.State) } });
        }
    }

    /// <summary>A receiver has an issue, and with it each of its articles.</summary>
    public void Arrived(Delivery delivery, Digest digest)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(digest);
        var kind = Tag.Of(digest.Id.Kind);
        if (_lateness.Enabled)
        {
            _lateness.Record(
                Math.Max(0, (_time.GetUtcNow() - delivery.Time).TotalSeconds),
                new TagList { { "newsalerts.digest.kind", kind }, { "newsalerts.channel", delivery.Channel } });
        }

        foreach (var item in digest.Items)
        {
            if (item.Ingested is { } accepted)
            {
                _stages.Reached(Stages.Deliver, accepted, kind);
            }
        }
    }

    /// <summary>What an attempt's outcome is called.</summary>
    public static string OutcomeOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent => "sent",
        SendOutcome.Deferred => "deferred",
        SendOutcome.Hindered => "hindered",
        SendOutcome.Refused => "refused",
        SendOutcome.NotTried => "not_tried",
        _ => throw new InvalidOperationException("There is no other outcome."),
    };
}
