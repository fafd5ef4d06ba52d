namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Whether an article says what a claim says, and where.</summary>
public sealed record ClaimVerdict
{
    /// <summary>Whether the claim may be published as what the article says.</summary>
    public required bool Supported { get; init; }

    /// <summary>How well the article supports it, 0 to 1: comparable between claims, not a probability.</summary>
    public required double Score { get; init; }

    /// <summary>What of the claim the article does not say; empty where nothing is missing.</summary>
    public required IReadOnlyList<UnsupportedPart> Reasons { get; init; }

    /// <summary>The sentence that comes closest to the claim; null for an article without a sentence.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>A sentence that says some of what the first does not; null where none does.</summary>
    public Evidence? FurtherEvidence { get; init; }
}

/// <summary>A part of a claim that its source does not support.</summary>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="What">The thing itself, as the claim has it.</param>
public readonly record struct UnsupportedPart(UnsupportedKind Kind, string What);

/// <summary>Kinds of what a claim can say without its source saying so.</summary>
public enum UnsupportedKind
{
    /// <summary>The words that are given as evidence don't stand there.</summary>
    Evidence,

    /// <summary>A number that is not said, or is said to be less.</summary>
    Number,

    /// <summary>A number that is said of something else: 5 km for 5 miles, 5 for 5%.</summary>
    Unit,

    /// <summary>A weekday or a month.</summary>
    Date,

    /// <summary>The name of somebody or something.</summary>
    Name,

    /// <summary>The words between quotation marks.</summary>
    Quotation,

    /// <summary>Who is said to have said it.</summary>
    Speaker,

    /// <summary>A negation that the source does not have, or one of the source's that the claim leaves out.</summary>
    Negation,

    /// <summary>Content words: one that stands where the source has another, or too many that the source does not have.</summary>
    Words,
}
