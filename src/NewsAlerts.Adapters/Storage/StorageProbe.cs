using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Storage.Blobs;

namespace NewsAlerts.Adapters.Storage;

/// <summary>Tries out a storage account: what is needed is there, and can be written, read and deleted. Leaves nothing behind.</summary>
public sealed class StorageProbe(StorageClients clients, TimeProvider time)
{
    /// <summary>These come with the first thing that is put into them.</summary>
    private static readonly string[] MadeWhenNeeded = [Containers.Templates, Tables.FailureLog];

    /// <summary>The account's blob endpoint, for people.</summary>
    public Uri Endpoint => clients.Endpoint;

    /// <summary>Writes, reads and deletes a blob. It lies in <c>originals</c>, from where a lifecycle rule takes what is left by a kill.</summary>
    /// <exception cref="RequestFailedException">One of it was refused, or nobody answered.</exception>
    /// <exception cref="InvalidDataException">Something else was read than was written.</exception>
    public async Task TryBlobAsync(CancellationToken cancellationToken)
    {
        var text = NewText();
        var blob = clients.Container(Containers.Originals).Blob($"doctor/{text}");
        await blob.UploadAsync(BinaryData.FromString(text), overwrite: true, cancellationToken);
        try
        {
            Check(text, (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToString());
        }
        finally
        {
            await blob.DeleteIfExistsAsync(cancellationToken: CancellationToken.None);
        }
    }

    /// <summary>The same with a message in a queue of its own, where no stage takes it.</summary>
    public async Task TryQueueAsync(CancellationToken cancellationToken)
    {
        var text = NewText();
        var queue = clients.RawQueue($"doctor-{text}");
        await queue.CreateAsync(cancellationToken: cancellationToken);
        try
        {
            await queue.SendMessageAsync(text, cancellationToken);
            var message = (await queue.ReceiveMessageAsync(cancellationToken: cancellationToken)).Value;
            Check(text, message?.Body.ToString());
            await queue.DeleteMessageAsync(message!.MessageId, message.PopReceipt, cancellationToken);
        }
        finally
        {
            await queue.DeleteIfExistsAsync(CancellationToken.None);
        }
    }

    /// <summary>The same with a row, in a partition that nobody reads.</summary>
    public async Task TryTableAsync(CancellationToken cancellationToken)
    {
        var text = NewText();
        var table = clients.Table(Tables.Originals);
        await table.AddEntityAsync(new TableEntity("doctor", text), cancellationToken);
        try
        {
            Check(text, (await table.GetEntityAsync<TableEntity>("doctor", text, cancellationToken: cancellationToken)).Value.RowKey);
        }
        finally
        {
            await table.DeleteEntityAsync("doctor", text, cancellationToken: CancellationToken.None);
        }
    }

    /// <summary>The containers, queues and tables that should be there and are not.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(CancellationToken cancellationToken)
    {
        var looks = Containers.All.Select(name => (Name: $"container {name}", Exists: Exists(name, clients.Container(name))))
            .Concat(Queues.All.Select(name => (Name: $"queue {name}", Exists: AsBool(clients.RawQueue(name).ExistsAsync(cancellationToken)))))
            .Concat(Tables.All.Except(MadeWhenNeeded).Select(name => (Name: $"table {name}", Exists: ExistsAsync(clients.Table(name), cancellationToken))))
            .ToList();
        var exist = await Task.WhenAll(looks.Select(look => look.Exists));
        return [.. looks.Zip(exist).Where(look => !look.Second).Select(look => look.First.Name)];

        Task<bool> Exists(string name, BlobContainerClient container) =>
            MadeWhenNeeded.Contains(name) ? Task.FromResult(true) : AsBool(container.ExistsAsync(cancellationToken));
    }

    /// <summary>How far this machine's clock is ahead of the account's, to the second; negative where it is behind.</summary>
    public async Task<TimeSpan> MeasureClockAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow();
        var answer = (await clients.Container(Containers.Articles).GetPropertiesAsync(cancellationToken: cancellationToken)).GetRawResponse();
        var after = time.GetUtcNow();
        var theirs = answer.Headers.Date ?? throw new InvalidDataException("The storage account's answer has no date.");

        // The header has whole seconds: the middle of that one is the best guess.
        return before + ((after - before) / 2) - theirs - TimeSpan.FromSeconds(0.5);
    }

    private static async Task<bool> AsBool(Task<Response<bool>> answer) => (await answer).Value;

    private static async Task<bool> ExistsAsync(TableClient table, CancellationToken cancellationToken)
    {
        try
        {
            await table.QueryAsync<TableEntity>("PartitionKey eq ' '", maxPerPage: 1, cancellationToken: cancellationToken).AnyAsync(cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == TableErrorCode.TableNotFound.ToString())
        {
            return false;
        }
    }

    private static string NewText() => Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture);

    private static void Check(string written, string? read)
    {
        if (written != read)
        {
            throw new InvalidDataException("What was read is not what was written.");
        }
    }
}
