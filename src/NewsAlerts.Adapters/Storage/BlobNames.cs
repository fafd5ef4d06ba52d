using Azure.Storage.Blobs;
using NewsAlerts.Ingesting;

namespace NewsAlerts.Adapters.Storage;

/// <summary>Blobs by names that others chose.</summary>
internal static class BlobNames
{
    /// <summary>The blob of exactly that name in exactly that container: what every access goes through.</summary>
    /// <exception cref="ArgumentException">No address leads to a blob of that name; it would lead to another.</exception>
    public static BlobClient Blob(this BlobContainerClient container, string name)
    {
        var blob = container.GetBlobClient(name);
        return OriginalName.CanBeAddressed(name) && blob.BlobContainerName == container.Name && blob.Name == name
            ? blob
            : throw new ArgumentException($"The container {container.Name} can have no blob that is reached by that name.", nameof(name));
    }
}
