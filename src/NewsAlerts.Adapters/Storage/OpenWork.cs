using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The table <c>Open</c>: a partition for one thirty-second of all subjects, a row for each piece of work in flight.</summary>
internal sealed partial class OpenWork(StorageClients clients, ILogger<OpenWork> logger) : IOpenWork
{
    private const string Message = "Message";
    private const string Stage = "Stage";

    private readonly TableClient _table = clients.Table(Tables.Open);

    public Task OpenAsync(StageRequest request, DateTimeOffset nextCheck, CancellationToken cancellationToken) =>
        SaveAsync(new OpenItem(request, 0, nextCheck), cancellationToken);

    public async Task PassOnAsync(StageRequest done, IReadOnlyList<OpenItem> next, CancellationToken cancellationToken)
    {
        // A transaction holds 100 operations; with more shards than that the work is closed after the last batch is open.
        var rows = next.Select(item => Upsert(Row(item))).Chunk(TableKeys.MaxOperations - 1).ToList();
        foreach (var batch in rows[..^1])
        {
            await _table.SubmitTransactionAsync(batch, cancellationToken);
        }

        var close = new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(Partition(done), RowKey(done)), ETag.All);
        if (!await _table.TrySubmitAsync([close, .. rows[^1]], cancellationToken, 404))
        {
            // Closed before: this is a repetition.
            await _table.SubmitTransactionAsync(rows[^1], cancellationToken);
        }
    }

    public async Task CloseAsync(StageRequest request, CancellationToken cancellationToken) =>
        await _table.DeleteEntityAsync(Partition(request), RowKey(request), cancellationToken: cancellationToken);

    public Task SaveAsync(OpenItem item, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(Row(item), TableUpdateMode.Replace, cancellationToken);

    public async Task<OpenItem?> FindAsync(StageRequest request, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition(request), RowKey(request), cancellationToken: cancellationToken);
        return row.HasValue ? Item(row.Value!) : null;
    }

    public async IAsyncEnumerable<OpenItem> ListDueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var due = TableClient.CreateQueryFilter($"NextCheck le {now}");
        await foreach (var row in _table.QueryAsync<TableEntity>(due, cancellationToken: cancellationToken))
        {
            if (TryItem(row) is { } item)
            {
                yield return item;
            }
        }
    }

    /// <summary>A row of a newer version is left to the hosts that wrote it.</summary>
    private OpenItem? TryItem(TableEntity row)
    {
        try
        {
            return Item(row);
        }
        catch (Exception ex) when (ex is JsonException or FormatException)
        {
            Log.Unreadable(logger, row.RowKey, ex);
            return null;
        }
    }

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private static TableEntity Row(OpenItem item) => new(Partition(item.Request), RowKey(item.Request))
    {
        [Stage] = item.Request.Stage,
        [Message] = MessageJson.Write(item.Request),
        [nameof(OpenItem.Checks)] = item.Checks,
        [nameof(OpenItem.NextCheck)] = item.NextCheck,
        [nameof(OpenItem.Queued)] = item.Queued,
    };

    private static OpenItem Item(TableEntity row) => new(
        MessageJson.Read(row.GetString(Stage), row.GetString(Message)),
        row.GetInt32(nameof(OpenItem.Checks)) ?? 0,
        row.GetDateTimeOffset(nameof(OpenItem.NextCheck)) ?? DateTimeOffset.MinValue)
    {
        Queued = row.GetDateTimeOffset(nameof(OpenItem.Queued)),
    };

    // The last character of a 26-character id carries 3 bits only; the one before it is evenly spread.
    private static string Partition(StageRequest request) => request.Subject[^2].ToString();

    private static string RowKey(StageRequest request) => $"{request.Stage}|{request.Key}";

    private static partial class Log
    {
        [LoggerMessage(7201, LogLevel.Error, "The work {Row} cannot be read and is left open.")]
        public static partial void Unreadable(ILogger logger, string row, Exception exception);
    }
}
