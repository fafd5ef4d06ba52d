using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace NewsAlerts.Adapters.Storage;

/// <summary>JSON documents that are written once.</summary>
internal static class BlobDocuments
{
    /// <summary>Writes a document; false where there is one of that name.</summary>
    public static async Task<bool> TryAddDocumentAsync<T>(
        this BlobContainerClient container, string name, T document, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            await container.Blob(name).UploadAsync(
                BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(document, type)),
                new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
                },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.BlobAlreadyExists || ex.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            return false;
        }
    }

    /// <summary>Reads a document; null where there is none.</summary>
    public static async Task<T?> FindDocumentAsync<T>(
        this BlobContainerClient container, string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var blob = await container.Blob(name).DownloadContentAsync(cancellationToken);
            return JsonSerializer.Deserialize(blob.Value.Content.ToMemory().Span, type);
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
