using System.Diagnostics.Metrics;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Digesting;

/// <summary>What is measured of issues.</summary>
public sealed class DigestingMetrics
{
    private readonly Histogram<int> _articles;

    public DigestingMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _articles = meters.Create(Tracing.Name).CreateHistogram(
            "newsalerts.digest.articles",
            "{article}",
            "Articles in an issue when it is frozen.",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500] });
    }

    public void Frozen(DigestKind kind, int articles)
    {
        if (_articles.Enabled)
        {
            _articles.Record(articles, new KeyValuePair<string, object?>("newsalerts.digest.kind", Tag.Of(kind)));
        }
    }
}
