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

    /// <summary>What the reader may do here, the likeliest first. None for a page that only tells.</summary>
    public IReadOnlyList<PageButton> Buttons { get; init; } = [];
}

/// <summary>A button of a page; pressing it posts an empty form.</summary>
/// <param name="Text">What it says.</param>
/// <param name="To">Where it posts to, relative to the page; null for the page's own address.</param>
/// <param name="Quiet">Whether it stands back, since what its reader came for is done, or behind another button.</param>
public sealed record PageButton(string Text, string? To = null, bool Quiet = false);
