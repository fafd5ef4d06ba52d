using NewsAlerts.Summarizing;

namespace NewsAlerts.Articles;

/// <summary>The container <c>library</c>: articles and their summaries, each document written once.</summary>
public interface ILibrary
{
    /// <summary>Stores an article; false where it is there already, which is left as it is.</summary>
    Task<bool> TryAddAsync(Article article, CancellationToken cancellationToken);

    /// <summary>Stores a summary; false where its article has one already, which is left as it is.</summary>
    Task<bool> TryAddAsync(Summary summary, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a summary beside the one that it replaces (<see cref="Summary.Replaces"/>), and makes it the one that is found; false where that one was
    /// replaced already, by what is found then.
    /// </summary>
    Task<bool> TryReplaceAsync(Summary summary, CancellationToken cancellationToken);

    Task<Article?> FindArticleAsync(ArticleId id, CancellationToken cancellationToken);

    /// <summary>The latest summary of an article; null where it has none.</summary>
    Task<Summary?> FindSummaryAsync(ArticleId id, CancellationToken cancellationToken);
}
