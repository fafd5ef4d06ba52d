using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NewsAlerts.Ingesting;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The containers <c>articles</c>, <c>originals</c> and <c>rejected</c>, and the table <c>Originals</c>.</summary>
internal sealed class Originals(StorageClients clients) : IOriginals
{
    /// <summary>The longest name of a blob, in characters.</summary>
    private const int MaxName = 1_024;

    /// <summary>How long handled and rejected originals are kept, in days, by the account's lifecycle rule.</summary>
    private const int KeptDays = 30;

    /// <summary>The metadata that says of an original which one it was before.</summary>
    private const string RestoredFrom = "restoredfrom";

    private static readonly HashSet<string> Gone =
    [
        BlobErrorCode.BlobNotFound.ToString(), BlobErrorCode.ConditionNotMet.ToString(), BlobErrorCode.SourceConditionNotMet.ToString(),
        BlobErrorCode.TargetConditionNotMet.ToString(), BlobErrorCode.CannotVerifyCopySource.ToString(),
    ];

    private readonly BlobContainerClient _articles = clients.Container(Containers.Articles);
    private readonly BlobContainerClient _originals = clients.Container(Containers.Originals);
    private readonly BlobContainerClient _rejected = clients.Container(Containers.Rejected);
    private readonly TableClient _records = clients.Table(Tables.Originals);

    public async Task<OriginalHead> AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        for (var copy = 1; ; copy++)
        {
            var free = copy == 1 ? name : Numbered(name, copy);
            var blob = _articles.Blob(free);
            try
            {
                content.Position = 0;
                var info = await blob.UploadAsync(
                    content,
                    new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                    cancellationToken);
                return new OriginalHead(free, info.Value.ETag.ToString("G"), content.Length, null, info.Value.LastModified);
            }
            catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.BlobAlreadyExists && copy < 1_000)
            {
                // Taken by an original that is still to be handled: the next number.
            }
        }
    }

    public async IAsyncEnumerable<OriginalHead> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _articles.GetBlobsAsync(new GetBlobsOptions(), cancellationToken))
        {
            yield return new OriginalHead(
                blob.Name,
                blob.Properties.ETag!.Value.ToString("G"),
                blob.Properties.ContentLength ?? 0,
                blob.Properties.ContentType,
                blob.Properties.LastModified ?? DateTimeOffset.MinValue);
        }
    }

    public async Task<Original?> ReadAsync(string name, long maxBytes, CancellationToken cancellationToken)
    {
        if (!OriginalName.CanBeAddressed(name))
        {
            return null;
        }

        try
        {
            using var blob = (await _articles.Blob(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
            var details = blob.Details;
            var head = new OriginalHead(name, details.ETag.ToString("G"), details.ContentLength, details.ContentType, details.LastModified);
            if (details.ContentLength > maxBytes)
            {
                return new Original(head, null);
            }

            var bytes = new byte[details.ContentLength];
            await blob.Content.ReadExactlyAsync(bytes, cancellationToken);
            return new Original(head, bytes);
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public Task MoveToOriginalsAsync(OriginalHead original, CancellationToken cancellationToken) =>
        MoveAsync(original, _originals, cancellationToken);

    public async Task MoveToRejectedAsync(OriginalHead original, Rejection rejection, CancellationToken cancellationToken)
    {
        await _rejected.TryAddDocumentAsync(
            Destination(original, ".json"),
            new RejectionDocument(1, original.Name, original.Length, original.Modified, rejection),
            DocumentJson.Default.RejectionDocument,
            cancellationToken);
        await MoveAsync(original, _rejected, cancellationToken);
    }

    public async Task<OriginalRecord?> FindRecordAsync(string key, CancellationToken cancellationToken)
    {
        var row = await _records.GetEntityIfExistsAsync<TableEntity>(key[..2], key, cancellationToken: cancellationToken);
        if (!row.HasValue)
        {
            return null;
        }

        var entity = row.Value!;
        return new OriginalRecord
        {
            Key = key,
            Name = entity.GetString(nameof(OriginalRecord.Name)),
            Done = entity.GetBoolean(nameof(OriginalRecord.Done)) ?? false,
            EntriesHandled = entity.GetInt32(nameof(OriginalRecord.EntriesHandled)) ?? 0,
            Added = Split(entity.GetString(nameof(OriginalRecord.Added))),
            Known = Split(entity.GetString(nameof(OriginalRecord.Known))),
            Rejection = entity.GetString(nameof(OriginalRecord.Rejection)) is { Length: > 0 } json
                ? JsonSerializer.Deserialize(json, DocumentJson.Default.Rejection)
                : null,
        };
    }

    public Task SaveRecordAsync(OriginalRecord record, CancellationToken cancellationToken) =>
        _records.UpsertEntityAsync(
            new TableEntity(record.Key[..2], record.Key)
            {
                [nameof(OriginalRecord.Name)] = record.Name,
                [nameof(OriginalRecord.Done)] = record.Done,
                [nameof(OriginalRecord.EntriesHandled)] = record.EntriesHandled,
                [nameof(OriginalRecord.Added)] = string.Join(' ', record.Added.Take(OriginalRecord.MaxListed)),
                [nameof(OriginalRecord.Known)] = string.Join(' ', record.Known.Take(OriginalRecord.MaxListed)),
                [nameof(OriginalRecord.Rejection)] = record.Rejection is null
                    ? string.Empty
                    : JsonSerializer.Serialize(record.Rejection, DocumentJson.Default.Rejection),
            },
            TableUpdateMode.Replace,
            cancellationToken);

    private static string[] Split(string? ids) => ids?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public async Task<string?> RestoreAsync(string key, string name, DateTimeOffset handled, CancellationToken cancellationToken)
    {
        foreach (var container in new[] { _rejected, _originals })
        {
            if (await FindKeptAsync(container, key, name, handled, cancellationToken) is { } kept
                && await CopyBackAsync(kept, key, name, cancellationToken) is { } restored)
            {
                // Killed before this, it may come back a second time, as the same article.
                await kept.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
                await container.Blob(kept.Name + ".json").DeleteIfExistsAsync(cancellationToken: cancellationToken);
                return restored;
            }
        }

        return null;
    }

    /// <summary>The day in its path is when it was dropped, which is not known any more: at most as long before it was handled as it is kept.</summary>
    private static async Task<BlobClient?> FindKeptAsync(
        BlobContainerClient container, string key, string name, DateTimeOffset handled, CancellationToken cancellationToken)
    {
        for (var day = 0; day <= KeptDays; day++)
        {
            var blob = container.Blob(Destination(name, key, handled.AddDays(-day), string.Empty));
            if (await blob.ExistsAsync(cancellationToken))
            {
                return blob;
            }
        }

        return null;
    }

    /// <summary>Null where somebody else has put it back meanwhile.</summary>
    private async Task<string?> CopyBackAsync(BlobClient kept, string key, string name, CancellationToken cancellationToken)
    {
        for (var copy = 1; ; copy++)
        {
            var free = copy == 1 ? name : Numbered(name, copy);
            var blob = _articles.Blob(free);
            try
            {
                var copying = await blob.StartCopyFromUriAsync(
                    kept.Uri,
                    new BlobCopyFromUriOptions
                    {
                        DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                        Metadata = new Dictionary<string, string> { [RestoredFrom] = key },
                    },
                    cancellationToken);
                if (!IsDone(copying.GetRawResponse()))
                {
                    await copying.WaitForCompletionAsync(cancellationToken);
                }

                return free;
            }
            catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.BlobAlreadyExists && copy < 1_000)
            {
                if (await IsRestoredAsync(blob, key, cancellationToken))
                {
                    return free;
                }
            }
            catch (RequestFailedException ex) when (ex.ErrorCode == BlobErrorCode.BlobNotFound || ex.ErrorCode == BlobErrorCode.CannotVerifyCopySource)
            {
                return null;
            }
        }
    }

    /// <summary>Whether somebody who restored the same original, and was killed before its end, put it there.</summary>
    private static async Task<bool> IsRestoredAsync(BlobClient blob, string key, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return properties.Value.Metadata.TryGetValue(RestoredFrom, out var from) && from == key;
        }
        catch (RequestFailedException ex) when (ex.Status == 404)
        {
            // Handled meanwhile.
            return false;
        }
    }

    private async Task MoveAsync(OriginalHead original, BlobContainerClient to, CancellationToken cancellationToken)
    {
        var source = _articles.Blob(original.Name);
        var etag = new ETag(original.ETag);
        try
        {
            // A copy within one account runs on the server, whatever the original's size.
            var copy = await to.Blob(Destination(original, string.Empty)).StartCopyFromUriAsync(
                source.Uri,
                new BlobCopyFromUriOptions { SourceConditions = new BlobRequestConditions { IfMatch = etag } },
                cancellationToken);
            if (!IsDone(copy.GetRawResponse()))
            {
                await copy.WaitForCompletionAsync(cancellationToken);
            }

            await source.DeleteAsync(DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = etag }, cancellationToken);
        }
        catch (RequestFailedException ex) when (ex.ErrorCode is not null && Gone.Contains(ex.ErrorCode))
        {
            // Gone, or replaced by its owner: the new one is an original of its own. A lease or a missing container is neither.
        }
    }

    // Within one account the answer usually says so at once, which saves asking.
    private static bool IsDone(Response answer) => answer.Headers.TryGetValue("x-ms-copy-status", out var status) && status == "success";

    /// <summary>The day it was dropped, its key, its name: the same at every attempt, and another for another original of that name.</summary>
    private static string Destination(OriginalHead original, string suffix) => Destination(original.Name, original.Key, original.Modified, suffix);

    private static string Destination(string name, string key, DateTimeOffset dropped, string suffix)
    {
        var folder = $"{dropped.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{key}/";
        var room = MaxName - folder.Length - ".json".Length;
        return folder + (name.Length <= room ? name : End(name, room)) + suffix;
    }

    /// <summary>The end of a long name. What is cut in two may be half a character, or a name's part of nothing but dots.</summary>
    private static string End(string name, int room) => (char.IsLowSurrogate(name[^room]) ? name[^(room - 1)..] : name[^room..]).TrimStart('.');

    private static string Numbered(string name, int copy)
    {
        var extension = Path.GetExtension(name);
        return $"{name[..^extension.Length]} ({copy}){extension}";
    }
}
