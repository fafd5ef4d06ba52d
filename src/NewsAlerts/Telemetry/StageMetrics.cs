using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsAlerts.Telemetry;

/// <summary>What all stages have in common: how long they work on a message, how long an article takes to them, and what they do again.</summary>
public sealed class StageMetrics
{
    private readonly TimeProvider _time;
    private readonly Histogram<double> _process;
    private readonly Histogram<double> _latency;
    private readonly Counter<long> _retries;

    public StageMetrics(IMeterFactory meters, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Tracing.Name);
        _time = time;
        _process = meter.CreateHistogram("messaging.process.duration", "s", "How long a stage was at a message of its queue.", advice: Buckets.Work);
        _latency = meter.CreateHistogram("newsalerts.article.latency", "s", "From an article's acceptance to the end of a stage.", advice: Buckets.Waits);
        _retries = meter.CreateCounter<long>("newsalerts.retries", "{retry}", "Work that is done again.");
    }

    /// <summary>Does a stage's work on a message in a span of its own, and measures it.</summary>
    public async Task ProcessAsync<TRequest>(TRequest request, Func<TRequest, CancellationToken, Task> work, CancellationToken cancellationToken)
        where TRequest : StageRequest
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(work);
        using var span = Tracing.StartProcess(request);
        var began = _time.GetTimestamp();
        try
        {
            await work(request, cancellationToken);
            Processed(request.Stage, began, null);
        }
        catch (Exception ex)
        {
            span.Fail(ex);
            Processed(request.Stage, began, ex);
            throw;
        }
    }

    /// <summary>An article has come to the end of a stage.</summary>
    /// <param name="stage">Of <see cref="Stages"/>.</param>
    /// <param name="accepted">When it was ingested.</param>
    /// <param name="kind">What it went out with, for Deliver.</param>
    public void Reached(string stage, DateTimeOffset accepted, string? kind = null)
    {
        if (!_latency.Enabled)
        {
            return;
        }

        var tags = new TagList { { "newsalerts.stage", stage } };
        if (kind is not null)
        {
            tags.Add("newsalerts.digest.kind", kind);
        }

        // Clocks of hosts differ.
        _latency.Record(Math.Max(0, (_time.GetUtcNow() - accepted).TotalSeconds), tags);
    }

    /// <summary>Work is to be done once more.</summary>
    public void Retried(string stage, RetryCause cause)
    {
        if (_retries.Enabled)
        {
            _retries.Add(1, new TagList { { "newsalerts.stage", stage }, { "newsalerts.retry.cause", Tag.Of(cause) } });
        }
    }

    private void Processed(string stage, long began, Exception? exception)
    {
        if (_process.Enabled)
        {
            _process.Record(_time.GetElapsedTime(began).TotalSeconds, Tag.OfMessage("process", stage, exception));
        }
    }
}

/// <summary>Why work is done again.</summary>
public enum RetryCause
{
    /// <summary>The receiver of a delivery put it off.</summary>
    Deferred,

    /// <summary>Sweep found no progress.</summary>
    Stuck,

    /// <summary>No trigger saw the original, or it failed there.</summary>
    Missed,
}
