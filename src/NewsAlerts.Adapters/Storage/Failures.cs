using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The table <c>Failures</c>: a partition a stage. Their order is in the table <c>FailureLog</c>.</summary>
internal sealed class Failures(StorageClients clients, FailureLog log) : IFailures
{
    private const int ReadParallelism = 32;

    private readonly TableClient _table = clients.Table(Tables.Failures);

    public async Task AddAsync(Failure failure, CancellationToken cancellationToken)
    {
        var known = await FindAsync(failure.Stage, failure.Key, cancellationToken);
        var at = known?.At ?? failure.At;

        // Its place in the order first: a place without a failure is passed over, but no failure is without a place.
        await log.ListAsync(failure.Stage, failure.Key, at, cancellationToken);
        var row = FailureRow.Write(failure with { At = at }, failure.Stage, failure.Key);
        if (known is not null || !await _table.TryAddAsync(row, cancellationToken))
        {
            await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        }
    }

    public IAsyncEnumerable<Failure> ListAsync(CancellationToken cancellationToken) => ListWhereAsync(null, cancellationToken);

    public IAsyncEnumerable<Failure> ListAsync(string reason, CancellationToken cancellationToken) =>
        ListWhereAsync(TableClient.CreateQueryFilter($"Reason eq {reason}"), cancellationToken);

    public IAsyncEnumerable<Failure> ListStageAsync(string stage, CancellationToken cancellationToken) =>
        ListWhereAsync(TableClient.CreateQueryFilter($"PartitionKey eq {stage}"), cancellationToken);

    public async IAsyncEnumerable<Failure> ListLatestAsync(string? stage, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<(string Stage, string Key)>();
        await foreach (var batch in log.LatestAsync(stage, cancellationToken).Chunk(ReadParallelism).WithCancellation(cancellationToken))
        {
            var rows = await Task.WhenAll(batch.Select(entry => FindAsync(entry.Stage, entry.Key, cancellationToken)));
            foreach (var (entry, failure) in batch.Zip(rows))
            {
                // Two hosts that list the same one at once leave it two places; its own time says which counts.
                if (failure is not null && failure.At == entry.At && seen.Add((failure.Stage, failure.Key)))
                {
                    yield return failure;
                }
            }
        }

        // Whoever gets here wants more than the order knows of.
        var unordered = stage is null ? ListAsync(cancellationToken) : ListStageAsync(stage, cancellationToken);
        await foreach (var failure in unordered.Where(failure => !seen.Contains((failure.Stage, failure.Key))).OrderByDescending(failure => failure.At))
        {
            yield return failure;
        }
    }

    public IAsyncEnumerable<Failure> ListBeginningAsync(string stage, string prefix, CancellationToken cancellationToken) =>
        _table.QueryPrefixAsync(stage, prefix, cancellationToken).Select(row => FailureRow.Read(row, row.PartitionKey, row.RowKey));

    public async Task<Failure?> FindAsync(string stage, string key, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(stage, key, cancellationToken: cancellationToken);
        return row.HasValue ? FailureRow.Read(row.Value!, stage, key) : null;
    }

    public async Task RemoveAsync(string stage, string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(stage, key, cancellationToken) is { } failure)
        {
            await _table.DeleteEntityAsync(stage, key, cancellationToken: cancellationToken);
            await log.ForgetAsync(stage, key, failure.At, cancellationToken);
        }
    }

    public async Task RemoveFailingAsync(string stage, string key, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(stage, key, cancellationToken: cancellationToken);
        if (row.HasValue && FailureRow.Read(row.Value!, stage, key) is { Reason: Failure.Failing } failure)
        {
            try
            {
                await _table.DeleteEntityAsync(stage, key, row.Value!.ETag, cancellationToken);
            }
            catch (RequestFailedException ex) when (ex.Status == 412)
            {
                return;
            }

            await log.ForgetAsync(stage, key, failure.At, cancellationToken);
        }
    }

    public async Task DiscardAsync(DiscardedFailure discarded, CancellationToken cancellationToken)
    {
        await log.KeepAsync(discarded, cancellationToken);
        await RemoveAsync(discarded.Failure.Stage, discarded.Failure.Key, cancellationToken);
    }

    public IAsyncEnumerable<DiscardedFailure> ListDiscardedAsync(CancellationToken cancellationToken) => log.DiscardedAsync(cancellationToken);

    private async IAsyncEnumerable<Failure> ListWhereAsync(string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return FailureRow.Read(row, row.PartitionKey, row.RowKey);
        }
    }
}
