using NewsAlerts.Articles;
using NewsAlerts.Ingesting;

namespace NewsAlerts.Local.Demo;

/// <summary>A sample on its way through the pipeline.</summary>
internal sealed record Sample(OriginalHead Original)
{
    /// <summary>The one that is no article: a JSON document that ends in the middle.</summary>
    public const string Malformed = "broken-off.json";

    public SampleStage Stage { get; init; } = SampleStage.Dropped;

    /// <summary>What was read from it; a feed has many.</summary>
    public IReadOnlyList<ArticleId> Articles { get; init; } = [];

    /// <summary>The first article's; null before it is summarised.</summary>
    public string? Headline { get; init; }

    public Rejection? Rejection { get; init; }

    /// <summary>Whether it ended as it should: the malformed one rejected, all others in every digest.</summary>
    public bool EndedWell => Stage == (Original.Name == Malformed ? SampleStage.Rejected : SampleStage.InDigest);

    public static string FolderOfAll => Path.Combine(AppContext.BaseDirectory, "Samples");
}

/// <summary>How far a sample is: as far as the last of its articles.</summary>
internal enum SampleStage
{
    Dropped,
    Read,
    Summarized,
    InInboxes,
    InDigest,
    Rejected,
}
