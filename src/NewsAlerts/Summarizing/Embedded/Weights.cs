namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// How much each sign counts, in units of log-probability. Fitted to news of four outlets in two languages at once, by the difference in
/// ROUGE-1 plus ROUGE-2 to the first three sentences, among the sentences that <see cref="KeyPointRules"/> let through.
/// </summary>
internal sealed record Weights
{
    public static readonly Weights Fitted = new();

    /// <summary>Of the logarithm of a sentence's centrality.</summary>
    public float Centrality { get; init; } = 2.8f;

    /// <summary>Of the logarithm of its place in the story.</summary>
    public float Position { get; init; } = .75f;

    /// <summary>Of the logarithm of how many times it is longer than <see cref="LongFrom"/> words.</summary>
    public float Length { get; init; } = .8f;

    public float LongFrom { get; init; } = 20f;

    /// <summary>Of the logarithm of how many times it is shorter than <see cref="ShortBelow"/> words.</summary>
    public float Brevity { get; init; } = .45f;

    public float ShortBelow { get; init; } = 27f;

    /// <summary>Of its share of names.</summary>
    public float Names { get; init; } = .5f;

    /// <summary>Of its share of words that somebody says in quotation marks: an editor tells what happened.</summary>
    public float Quoted { get; init; } = .4f;

    /// <summary>For saying "I" or "we" where nobody tells who that is.</summary>
    public float Speaking { get; init; } = .5f;

    /// <summary>For opening the story.</summary>
    public float Lead { get; init; } = 1.6f;

    /// <summary>Of its likeness to what is chosen already.</summary>
    public float Redundancy { get; init; } = 3.7f;

    /// <summary>The likeness to what is chosen from which on a sentence says the same.</summary>
    public float Repetition { get; init; } = .8f;

    /// <summary>Words for each key point that was asked for, from which on two or more say enough: two long ones are as much to read as three.</summary>
    public float Enough { get; init; } = 18.5f;
}
