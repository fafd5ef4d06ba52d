using Azure.Storage.Blobs;
using NewsAlerts.Digesting;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The container <c>digests</c>: <c>{subscriptionId}/{digestId}.json</c>.</summary>
internal sealed class Digests(StorageClients clients) : IDigests
{
    private readonly BlobContainerClient _container = clients.Container(Containers.Digests);

    public Task<bool> TryAddAsync(Digest digest, CancellationToken cancellationToken) =>
        _container.TryAddDocumentAsync(Name(digest.Id), digest, DocumentJson.Default.Digest, cancellationToken);

    public Task<Digest?> FindAsync(DigestId id, CancellationToken cancellationToken) =>
        _container.FindDocumentAsync(Name(id), DocumentJson.Default.Digest, cancellationToken);

    private static string Name(DigestId id) => $"{id.SubscriptionId}/{id}.json";
}
