namespace NewsAlerts.Articles;

/// <summary>The table <c>Archive</c>: what was summarised when, newest first.</summary>
public interface IArchive
{
    /// <summary>Adds an entry; adding the same one again changes nothing.</summary>
    Task AddAsync(ArchiveEntry entry, CancellationToken cancellationToken);

    /// <summary>The newest entries first, going back day by day until <paramref name="since"/>.</summary>
    IAsyncEnumerable<ArchiveEntry> LatestAsync(DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>A line of the archive.</summary>
/// <param name="At">When the article was ingested, so that a repeated entry has the same key.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Headline">Its summary's headline.</param>
/// <param name="Source">Who published it, where known.</param>
/// <param name="Language">Its language.</param>
public sealed record ArchiveEntry(DateTimeOffset At, ArticleId ArticleId, string Headline, string? Source, string Language);
