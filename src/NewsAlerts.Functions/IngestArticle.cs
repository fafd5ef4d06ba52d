using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Ingesting;

namespace NewsAlerts.Functions;

/// <summary>
/// Reads what is dropped into <c>articles</c>, found by polling. Bound as a client, so that the host passes on a name and never the content.
/// Off where <see cref="IngestArticleFromEvent"/> is on: docs/decisions/0004-twin-triggers.md.
/// </summary>
public sealed class IngestArticle(ArticleIngester ingester)
{
    [Function(nameof(IngestArticle))]
    public Task RunAsync(
        [BlobTrigger(Containers.Articles + "/{name}", Connection = FunctionsApp.Connection)] BlobClient original,
        CancellationToken cancellationToken) =>
        ingester.IngestAsync(original.BlobContainerName, original.Name, cancellationToken);
}
