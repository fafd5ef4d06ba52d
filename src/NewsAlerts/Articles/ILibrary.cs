using NewsAlerts.Summarizing;

namespace NewsAlerts.Articles;

/// <summary>The container <c>library</c>: articles and their summaries, written once.</summary>
public interface ILibrary
{
    /// <summary>Stores an article; false where it is there already, which is left as it is.</summary>
    Task<bool> TryAddAsync(Article article, CancellationToken cancellationToken);

    /// <summary>Stores a summary; false where its article has one already, which is left as it is.</summary>
    Task<bool> TryAddAsync(Summary summary, CancellationToken cancellationToken);

    Task<Article?> FindArticleAsync(ArticleId id, CancellationToken cancellationToken);

    Task<Summary?> FindSummaryAsync(ArticleId id, CancellationToken cancellationToken);
}
