using NewsAlerts.Web.Mail;

namespace NewsAlerts.Web.Readers;

/// <summary>What a reader sees of one page of an issue.</summary>
public sealed record IssueView
{
    /// <summary>"Alert" or "Round-up"; null for an ordinary digest.</summary>
    public required string? Kicker { get; init; }

    public required string Title { get; init; }

    /// <summary>When it came and what it brings, such as "Monday, 23 November 2026 · 237 stories".</summary>
    public required string Occasion { get; init; }

    /// <summary>The rule of its subscription; null for none.</summary>
    public required string? Rule { get; init; }

    /// <summary>The articles of this page, each with its key points.</summary>
    public required IReadOnlyList<ItemView> Items { get; init; }

    /// <summary>What of this page's articles is not kept any longer, in words; null where all are here.</summary>
    public string? Missing { get; init; }

    /// <summary>Which page this is, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many there are.</summary>
    public required int Pages { get; init; }

    /// <summary>What to name when one asks about it.</summary>
    public required string Reference { get; init; }
}
