using NewsAlerts.Summarizing;

namespace NewsAlerts.Articles;

/// <summary>The table <c>Archive</c>: what was summarised when, newest first.</summary>
public interface IArchive
{
    /// <summary>Adds an entry, or writes it over the one of the same article and time.</summary>
    Task AddAsync(ArchiveEntry entry, CancellationToken cancellationToken);

    /// <summary>The newest entries first, going back day by day until <paramref name="since"/>.</summary>
    IAsyncEnumerable<ArchiveEntry> LatestAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The entries from <paramref name="from"/> on and before <paramref name="until"/>, newest first, going back day by day.</summary>
    IAsyncEnumerable<ArchiveEntry> BetweenAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <summary>A line of the archive.</summary>
/// <param name="At">When the article was ingested, so that a repeated entry has the same key.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Headline">Its summary's headline.</param>
/// <param name="Source">Who published it, where known.</param>
/// <param name="Language">Its language.</param>
public sealed record ArchiveEntry(DateTimeOffset At, ArticleId ArticleId, string Headline, string? Source, string Language)
{
    public static ArchiveEntry Of(Article article, Summary summary) =>
        new(article.Ingested, article.Id, summary.Headline, summary.Citation.Source, summary.Citation.Language);
}
