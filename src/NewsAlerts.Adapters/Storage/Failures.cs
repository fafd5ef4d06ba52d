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
            [nameof(Failure.Detail)] = failure.Detail,
            [nameof(Failure.Remedy)] = failure.Remedy,
            [nameof(Failure.Subject)] = failure.Subject,
            [nameof(Failure.At)] = failure.At,
            [nameof(Failure.Message)] = failure.Message,
        };
        if (!await _table.TryAddAsync(row, cancellationToken))
        {
            row.Remove(nameof(Failure.At));
            await _table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellationToken);
        }
    }

    public async IAsyncEnumerable<Failure> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
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
}
