using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting;

/// <summary>What became of an original.</summary>
public abstract record IngestOutcome
{
    private IngestOutcome()
    {
    }

    /// <summary>It held at least one article.</summary>
    /// <param name="Added">Articles that the library did not have.</param>
    /// <param name="Known">Articles that it had.</param>
    /// <param name="Rejected">Entries that are no articles, each a failure row.</param>
    public sealed record Ingested(IReadOnlyList<ArticleId> Added, IReadOnlyList<ArticleId> Known, IReadOnlyList<Rejection> Rejected) : IngestOutcome;

    /// <summary>It held none.</summary>
    public sealed record Refused(Rejection Rejection) : IngestOutcome;

    /// <summary>It was not there: handled before, or removed by its owner.</summary>
    public sealed record Gone : IngestOutcome;
}
