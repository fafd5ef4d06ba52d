using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// The table <c>FailureLog</c>: in which order failures were listed, since the keys of the table <c>Failures</c> have none, and what was discarded. An
/// account that an earlier version set up has it from the first failure on.
/// </summary>
internal sealed class FailureLog(StorageClients clients)
{
    private const string Listed = "listed";
    private const string Discarded = "discarded";

    private readonly TableClient _table = clients.Table(Tables.FailureLog);

    /// <summary>Notes when a failure was listed, before it is.</summary>
    public Task ListAsync(string stage, string key, DateTimeOffset at, CancellationToken cancellationToken) =>
        WriteAsync(new TableEntity(Listed, RowKey(stage, key, at)) { [nameof(Failure.Stage)] = stage, [nameof(Failure.Key)] = key, [nameof(Failure.At)] = at }, cancellationToken);

    /// <summary>Forgets it, after the failure is gone: what is noted and not listed is passed over.</summary>
    public async Task ForgetAsync(string stage, string key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            await _table.DeleteEntityAsync(Listed, RowKey(stage, key, at), cancellationToken: cancellationToken);
        }
        catch (RequestFailedException ex) when (IsMissing(ex))
        {
        }
    }

    /// <summary>What was noted, the latest first; reads no further than it is asked to.</summary>
    public async IAsyncEnumerable<(string Stage, string Key, DateTimeOffset At)> LatestAsync(
        string? stage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = stage is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {Listed}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {Listed} and Stage eq {stage}");
        await foreach (var row in QueryAsync(filter, cancellationToken))
        {
            yield return (row.GetString(nameof(Failure.Stage)), row.GetString(nameof(Failure.Key)), row.GetDateTimeOffset(nameof(Failure.At)) ?? DateTimeOffset.MinValue);
        }
    }

    /// <summary>Keeps what was discarded. The same failure discarded again is another row.</summary>
    public Task KeepAsync(DiscardedFailure discarded, CancellationToken cancellationToken)
    {
        var row = FailureRow.Write(discarded.Failure, Discarded, RowKey(discarded.Failure.Stage, discarded.Failure.Key, discarded.At));
        row[nameof(Failure.Stage)] = discarded.Failure.Stage;
        row[nameof(Failure.Key)] = discarded.Failure.Key;
        row["DiscardedBy"] = discarded.By;
        row["DiscardedBecause"] = discarded.Because;
        row["DiscardedAt"] = discarded.At;
        return WriteAsync(row, cancellationToken);
    }

    public async IAsyncEnumerable<DiscardedFailure> DiscardedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Discarded}"), cancellationToken))
        {
            yield return new DiscardedFailure(
                FailureRow.Read(row, row.GetString(nameof(Failure.Stage)), row.GetString(nameof(Failure.Key))),
                row.GetString("DiscardedBy"),
                row.GetString("DiscardedBecause"),
                row.GetDateTimeOffset("DiscardedAt") ?? DateTimeOffset.MinValue);
        }
    }

    private async Task WriteAsync(TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException ex) when (IsMissing(ex))
        {
            await _table.CreateIfNotExistsAsync(cancellationToken);
            await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        }
    }

    private async IAsyncEnumerable<TableEntity> QueryAsync(string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var rows = _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(rows))
        {
            yield return rows.Current;
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<TableEntity> rows)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (RequestFailedException ex) when (IsMissing(ex))
        {
            return false;
        }
    }

    private static bool IsMissing(RequestFailedException exception) => exception.ErrorCode == TableErrorCode.TableNotFound.ToString();

    private static string RowKey(string stage, string key, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{TableKeys.Inverted(at)}|{stage}|{key}");
}
