namespace NewsAlerts.Ingesting;

/// <summary>What the bytes of an original hold.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome()
    {
    }

    /// <summary>At least one entry; each is a draft or a rejection of its own.</summary>
    public sealed record Entries(IReadOnlyList<ReadEntry> All) : ReadOutcome;

    /// <summary>Nothing that could be an article.</summary>
    public sealed record Rejected(Rejection Rejection) : ReadOutcome;
}

/// <summary>One entry of an original: a feed has many, anything else has one.</summary>
public abstract record ReadEntry
{
    private ReadEntry()
    {
    }

    public sealed record Drafted(ArticleDraft Draft) : ReadEntry;

    public sealed record Rejected(Rejection Rejection) : ReadEntry;
}

/// <summary>An article as a format's reader found it: decoded, without mark-up, not yet normalised.</summary>
public sealed record ArticleDraft
{
    public string? Title { get; init; }

    /// <summary>The body, paragraphs separated by blank lines.</summary>
    public required string Text { get; init; }

    public string? Source { get; init; }

    /// <summary>As found; kept only where it is an absolute http or https address.</summary>
    public string? Url { get; init; }

    public string? Byline { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>What the original files it under, as found; several in one string may be separated by commas.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The language that the original declares, BCP 47; detection decides where there is none.</summary>
    public string? Language { get; init; }
}
