using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The table <c>Failures</c>: a partition a stage.</summary>
internal sealed class Failures(StorageClients clients) : IFailures
{
    private readonly TableClient _table = clients.Table(Tables.Failures);

    public async Task AddAsync(Failure failure, CancellationToken cancellationToken)
    {
        var row = new TableEntity(failure.Stage, failure.Key)
        {
            [nameof(Failure.Reason)] = failure.Reason,
            [nameof(Failure.Detail)] = Fitting(failure.Detail),
            [nameof(Failure.Remedy)] = failure.Remedy,
            [nameof(Failure.Subject)] = failure.Subject,
            [nameof(Failure.At)] = failure.At,
            [nameof(Failure.Message)] = Fitting(failure.Message),
        };
        if (!await _table.TryAddAsync(row, cancellationToken))
        {
            row.Remove(nameof(Failure.At));
            await _table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellationToken);
        }
    }

    public IAsyncEnumerable<Failure> ListAsync(CancellationToken cancellationToken) => ListWhereAsync(null, cancellationToken);

    public IAsyncEnumerable<Failure> ListAsync(string reason, CancellationToken cancellationToken) =>
        ListWhereAsync(TableClient.CreateQueryFilter($"Reason eq {reason}"), cancellationToken);

    public IAsyncEnumerable<Failure> ListStageAsync(string stage, CancellationToken cancellationToken) =>
        ListWhereAsync(TableClient.CreateQueryFilter($"PartitionKey eq {stage}"), cancellationToken);

    public async Task RemoveAsync(string stage, string key, CancellationToken cancellationToken) =>
        await _table.DeleteEntityAsync(stage, key, cancellationToken: cancellationToken);

    private async IAsyncEnumerable<Failure> ListWhereAsync(string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return new Failure
            {
                Stage = row.PartitionKey,
                Key = row.RowKey,
                Reason = row.GetString(nameof(Failure.Reason)),
                Detail = row.GetString(nameof(Failure.Detail)),
                Remedy = row.GetString(nameof(Failure.Remedy)),
                Subject = row.GetString(nameof(Failure.Subject)),
                At = row.GetDateTimeOffset(nameof(Failure.At)) ?? DateTimeOffset.MinValue,
                Message = row.GetString(nameof(Failure.Message)),
            };
        }
    }

    /// <summary>A table property holds 32,768 characters, a queue message up to 49,152.</summary>
    private static string? Fitting(string? text) => text is { Length: > 32_000 } ? text[..32_000] : text;
}
