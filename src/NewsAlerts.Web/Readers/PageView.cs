namespace NewsAlerts.Web.Readers;

/// <summary>What a reader's page says.</summary>
public sealed record PageView
{
    public required string Title { get; init; }

    /// <summary>The status that it is answered with.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The subscription that it is about, as its owner calls it; null to name none.</summary>
    public string? Name { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>What the page's only button says; pressing it posts to the page's own address. Null for a page without one.</summary>
    public string? Button { get; init; }
}
