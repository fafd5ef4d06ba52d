namespace NewsAlerts.Chaos.Judging;

/// <summary>A promise that was not kept.</summary>
/// <param name="Kind">Which.</param>
/// <param name="What">What was found.</param>
/// <param name="Subjects">Whose timeline tells how it came.</param>
internal sealed record Finding(FindingKind Kind, string What, params string[] Subjects)
{
    /// <summary>Whether a digest sent by hand is all that is missing: its schedule may never come.</summary>
    public bool WaitsForDigest { get; init; }
}

internal enum FindingKind
{
    /// <summary>An article that its reader never got, and that is neither rejected nor listed as a failure.</summary>
    Lost,

    /// <summary>An article in two digests of one reader, a digest that was sent again though the ledger knew, a second summary.</summary>
    Duplicated,

    /// <summary>Work that did not come to its end.</summary>
    Stuck,

    /// <summary>What a reader should not have got, or got wrong.</summary>
    Wrong,

    /// <summary>Something that is left in storage.</summary>
    Left,
}
