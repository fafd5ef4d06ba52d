using System.Diagnostics.Metrics;

namespace NewsAlerts.Telemetry;

/// <summary>The bounds of histograms, in seconds unless they count something.</summary>
public static class Buckets
{
    /// <summary>For work: from milliseconds to seconds, as the semantic conventions advise for messaging.</summary>
    public static InstrumentAdvice<double> Work { get; } = Of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10);

    /// <summary>For requests to somebody else, who may take minutes.</summary>
    public static InstrumentAdvice<double> Requests { get; } = Of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);

    /// <summary>For waits: from a fraction of a second, an alert, to a week, a digest.</summary>
    public static InstrumentAdvice<double> Waits { get; } = Of(0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 43_200, 86_400, 604_800);

    private static InstrumentAdvice<double> Of(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}
