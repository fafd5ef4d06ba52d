using System.Globalization;

namespace NewsAlerts.Delivering;

/// <summary>How a delivery's attempts went, the latest <see cref="Most"/> of them. A value: kept as lines of text, so that it fits a table's property.</summary>
/// <param name="Text">A line for each attempt, its time and how it went between them a tab; null for none.</param>
public readonly record struct DeliveryHistory(string? Text)
{
    /// <summary>More than the attempts that a delivery has by itself.</summary>
    public const int Most = 20;

    private const int LongestEntry = 300;

    /// <summary>The attempts, the earliest first.</summary>
    public IReadOnlyList<PastAttempt> Attempts => [.. Lines.Select(Parse)];

    private IEnumerable<string> Lines => (Text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>With one attempt more.</summary>
    /// <param name="at">When it ended.</param>
    /// <param name="result">How; no addresses, no secrets.</param>
    public DeliveryHistory With(DateTimeOffset at, string result)
    {
        var line = string.Concat(result.Take(LongestEntry).Select(one => char.IsControl(one) ? ' ' : one));
        var entry = $"{at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)}\t{line}";
        return new DeliveryHistory(string.Join('\n', Lines.Append(entry).TakeLast(Most)));
    }

    private static PastAttempt Parse(string line)
    {
        var parts = line.Split('\t', 2);
        return new PastAttempt(DateTimeOffset.Parse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), parts[^1]);
    }
}

/// <summary>An attempt that has ended.</summary>
/// <param name="At">When.</param>
/// <param name="Result">How: "Accepted.", or what it ran into.</param>
public sealed record PastAttempt(DateTimeOffset At, string Result);
