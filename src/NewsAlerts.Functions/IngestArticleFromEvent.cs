using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Ingesting;

namespace NewsAlerts.Functions;

/// <summary>The same as <see cref="IngestArticle"/>, told by Event Grid: the only blob trigger that a Flex Consumption plan runs.</summary>
public sealed class IngestArticleFromEvent(ArticleIngester ingester)
{
    [Function(nameof(IngestArticleFromEvent))]
    public Task RunAsync(
        [BlobTrigger(Containers.Articles + "/{name}", Source = BlobTriggerSource.EventGrid, Connection = FunctionsApp.Connection)] BlobClient original,
        CancellationToken cancellationToken) =>
        ingester.IngestAsync(original.BlobContainerName, original.Name, cancellationToken);
}
