using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// The container <c>library</c>: <c>{articleId}/article.json</c>, <c>{articleId}/summary.json</c>, and <c>summary.v2.json</c> and so on where a summary
/// was replaced. The first one's metadata names the latest, so that reading a summary that was not, as nearly all were not, is one request.
/// </summary>
internal sealed class Library(StorageClients clients) : ILibrary
{
    /// <summary>The metadata of the first summary that has the latest one's revision; not there where it was never replaced.</summary>
    private const string Latest = "latest";

    private readonly BlobContainerClient _container = clients.Container(Containers.Library);

    public Task<bool> TryAddAsync(Article article, CancellationToken cancellationToken) =>
        _container.TryAddDocumentAsync(ArticleName(article.Id), article, DocumentJson.Default.Article, cancellationToken);

    public Task<bool> TryAddAsync(Summary summary, CancellationToken cancellationToken) =>
        _container.TryAddDocumentAsync(SummaryName(summary.ArticleId, revision: 1), summary, DocumentJson.Default.Summary, cancellationToken);

    public async Task<bool> TryReplaceAsync(Summary summary, CancellationToken cancellationToken)
    {
        var added = await _container.TryAddDocumentAsync(
            SummaryName(summary.ArticleId, summary.Revision), summary, DocumentJson.Default.Summary, cancellationToken);

        // Also where it was there: whoever wrote it may have been killed before this.
        await NameLatestAsync(summary.ArticleId, summary.Revision, cancellationToken);
        return added;
    }

    public Task<Article?> FindArticleAsync(ArticleId id, CancellationToken cancellationToken) =>
        _container.FindDocumentAsync(ArticleName(id), DocumentJson.Default.Article, cancellationToken);

    public async Task<Summary?> FindSummaryAsync(ArticleId id, CancellationToken cancellationToken)
    {
        try
        {
            var first = (await _container.Blob(SummaryName(id, revision: 1)).DownloadContentAsync(cancellationToken)).Value;
            return RevisionOf(first.Details.Metadata) is > 1 and var revision
                && await _container.FindDocumentAsync(SummaryName(id, revision), DocumentJson.Default.Summary, cancellationToken) is { } latest
                    ? latest
                    : JsonSerializer.Deserialize(first.Content.ToMemory().Span, DocumentJson.Default.Summary);
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private async Task NameLatestAsync(ArticleId id, int revision, CancellationToken cancellationToken)
    {
        var first = _container.Blob(SummaryName(id, revision: 1));
        while (true)
        {
            var known = (await first.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
            if (RevisionOf(known.Metadata) >= revision)
            {
                return;
            }

            try
            {
                known.Metadata[Latest] = revision.ToString(CultureInfo.InvariantCulture);
                await first.SetMetadataAsync(known.Metadata, new BlobRequestConditions { IfMatch = known.ETag }, cancellationToken);
                return;
            }
            catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.ConditionNotMet)
            {
                // Somebody named another meanwhile: the higher one counts.
            }
        }
    }

    private static int RevisionOf(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Latest, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 1;

    private static string ArticleName(ArticleId id) => $"{id}/article.json";

    private static string SummaryName(ArticleId id, int revision) =>
        revision == 1 ? $"{id}/summary.json" : string.Create(CultureInfo.InvariantCulture, $"{id}/summary.v{revision}.json");
}
