using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The container <c>templates</c>. An installation older than the container has none, which is the same as an empty one.</summary>
internal sealed class Templates(StorageClients clients) : ITemplates
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly BlobContainerClient _container = clients.Container(Containers.Templates);

    public async IAsyncEnumerable<StoredTemplate> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var blobs = _container.GetBlobsAsync(cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(blobs))
        {
            var blob = blobs.Current;
            yield return new StoredTemplate(
                blob.Name, blob.Properties.ETag?.ToString() ?? "", blob.Properties.ContentLength ?? 0, blob.Properties.LastModified ?? DateTimeOffset.MinValue);
        }
    }

    public async Task<string?> ReadAsync(StoredTemplate template, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag(template.Version) } };
            var blob = await _container.Blob(template.Name).DownloadContentAsync(options, cancellationToken);
            return Strict.GetString(blob.Value.Content.ToMemory().Span).TrimStart('\uFEFF');
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.BlobNotFound || ex.ErrorCode == BlobErrorCode.ContainerNotFound || ex.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            return null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public async Task WriteAsync(string name, string text, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await _container.Blob(name).UploadAsync(
            BinaryData.FromString(text), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "text/x-handlebars-template; charset=utf-8" } }, cancellationToken);
    }

    public async Task<bool> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await _container.Blob(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<BlobItem> blobs)
    {
        try
        {
            return await blobs.MoveNextAsync();
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return false;
        }
    }
}
