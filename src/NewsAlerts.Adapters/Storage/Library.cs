using Azure.Storage.Blobs;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The container <c>library</c>: <c>{articleId}/article.json</c> and <c>{articleId}/summary.json</c>.</summary>
internal sealed class Library(StorageClients clients) : ILibrary
{
    private readonly BlobContainerClient _container = clients.Container(Containers.Library);

    public Task<bool> TryAddAsync(Article article, CancellationToken cancellationToken) =>
        _container.TryAddDocumentAsync(ArticleName(article.Id), article, DocumentJson.Default.Article, cancellationToken);

    public Task<bool> TryAddAsync(Summary summary, CancellationToken cancellationToken) =>
        _container.TryAddDocumentAsync(SummaryName(summary.ArticleId), summary, DocumentJson.Default.Summary, cancellationToken);

    public Task<Article?> FindArticleAsync(ArticleId id, CancellationToken cancellationToken) =>
        _container.FindDocumentAsync(ArticleName(id), DocumentJson.Default.Article, cancellationToken);

    public Task<Summary?> FindSummaryAsync(ArticleId id, CancellationToken cancellationToken) =>
        _container.FindDocumentAsync(SummaryName(id), DocumentJson.Default.Summary, cancellationToken);

    private static string ArticleName(ArticleId id) => $"{id}/article.json";

    private static string SummaryName(ArticleId id) => $"{id}/summary.json";
}
