using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Summarizing;

/// <summary>What is measured while articles are condensed.</summary>
public sealed class SummarizingMetrics
{
    private readonly Counter<long> _summaries;
    private readonly Counter<long> _ungrounded;

    public SummarizingMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Tracing.Name);
        _summaries = meter.CreateCounter<long>("newsalerts.summaries", "{summary}", "Summaries made.");
        _ungrounded = meter.CreateCounter<long>("newsalerts.grounding.failures", "{key_point}", "Key points that their evidence did not support.");
    }

    /// <param name="engine">What made it.</param>
    /// <param name="fallback">Why the model did not; null where nobody asked it, or it did.</param>
    public void Made(string engine, ModelFailure? fallback)
    {
        if (!_summaries.Enabled)
        {
            return;
        }

        var tags = new TagList { { "newsalerts.engine", engine } };
        if (fallback is { } why)
        {
            tags.Add("newsalerts.fallback.reason", Tag.Of(why));
        }

        _summaries.Add(1, tags);
    }

    /// <summary>Key points were not grounded.</summary>
    /// <param name="engine">What wrote them.</param>
    /// <param name="points">How many; nothing is counted where there are none.</param>
    /// <param name="action">What was done about it.</param>
    public void Ungrounded(string engine, int points, GroundingAction action)
    {
        if (points > 0 && _ungrounded.Enabled)
        {
            _ungrounded.Add(points, new TagList { { "newsalerts.engine", engine }, { "newsalerts.grounding.action", Tag.Of(action) } });
        }
    }
}

/// <summary>What is done about a key point that its evidence does not support.</summary>
public enum GroundingAction
{
    /// <summary>The model is asked for it again, once.</summary>
    AskedAgain,

    /// <summary>A sentence of the article takes its place, or it is left out.</summary>
    Replaced,
}
