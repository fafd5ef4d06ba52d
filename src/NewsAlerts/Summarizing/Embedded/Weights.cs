namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// How much each sign counts, in units of log-probability. Fitted to news of four outlets in two languages at once, by the difference in
/// ROUGE-1 plus ROUGE-2 to the first three sentences, among the sentences that <see cref="KeyPointRules"/> let through.
/// </summary>
internal sealed record Weights
{
    public static readonly Weights Fitted = new();

    /// <summary>Of the logarithm of a sentence's centrality.</summary>
    public float Centrality { get; init; } = 2f;

    /// <summary>Of the logarithm of its place in the story.</summary>
    public float Position { get; init; } = .57f;

    /// <summary>Of the logarithm of how many times it is longer than <see cref="LongFrom"/> words.</summary>
    public float Length { get; init; } = .6f;

    public float LongFrom { get; init; } = 18f;

    /// <summary>Of the logarithm of how many times it is shorter than <see cref="ShortBelow"/> words.</summary>
    public float Brevity { get; init; } = .35f;

    public float ShortBelow { get; init; } = 28f;

    /// <summary>Of its share of names.</summary>
    public float Names { get; init; } = .5f;

    /// <summary>Of what keeps it from being read alone.</summary>
    public float Leaning { get; init; } = .05f;

    /// <summary>For opening the story.</summary>
    public float Lead { get; init; } = 1f;

    /// <summary>Of its likeness to what is chosen already.</summary>
    public float Redundancy { get; init; } = 3f;

    /// <summary>The likeness to what is chosen from which on a sentence says the same.</summary>
    public float Repetition { get; init; } = .8f;
}
