using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Ingesting;

/// <summary>What is measured while originals are ingested.</summary>
public sealed class IngestingMetrics
{
    private readonly TimeProvider _time;
    private readonly Counter<long> _ingested;
    private readonly Counter<long> _rejected;
    private readonly Histogram<double> _duration;

    public IngestingMetrics(IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Tracing.Name);
        _time = time;
        _ingested = meter.CreateCounter<long>("newsalerts.articles.ingested", "{article}", "Articles found in originals.");
        _rejected = meter.CreateCounter<long>("newsalerts.articles.rejected", "{article}", "Originals, and entries of feeds, that are no articles.");
        _duration = meter.CreateHistogram("newsalerts.ingest.duration", "s", "How long ingesting an original took.", advice: Buckets.Work);
    }

    public void Ingested(bool isNew)
    {
        if (_ingested.Enabled)
        {
            _ingested.Add(1, new KeyValuePair<string, object?>("newsalerts.article.state", isNew ? "new" : "known"));
        }
    }

    public void Rejected(RejectionReason reason)
    {
        if (_rejected.Enabled)
        {
            _rejected.Add(1, new KeyValuePair<string, object?>("newsalerts.rejection.reason", reason.ToString()));
        }
    }

    /// <param name="began">A timestamp of the clock.</param>
    /// <param name="exception">What it failed with; null where it did not.</param>
    public void Took(long began, Exception? exception)
    {
        if (_duration.Enabled)
        {
            _duration.Record(
                _time.GetElapsedTime(began).TotalSeconds,
                exception is null ? default : new TagList { { "error.type", exception.GetType().FullName } });
        }
    }
}
