namespace NewsAlerts.Benchmarks.Speed;

/// <summary>What several rounds measured.</summary>
internal readonly record struct Spread(double Lowest, double Median, double Highest) : IFormattable
{
    public static Spread Of(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return new Spread(ordered[0], ordered[ordered.Length / 2], ordered[^1]);
    }

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        $"{Median.ToString(format, formatProvider)} ({Lowest.ToString(format, formatProvider)} to {Highest.ToString(format, formatProvider)})";
}
