using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// The table <c>Failures</c>: a partition a stage, a row a failure, and beside the row of one that is <see cref="Failure.Failing"/> a mark that comes and
/// goes in the same transaction, so that it is found without reading what is listed for good. The order of all is in the table <c>FailureLog</c>.
/// </summary>
internal sealed class Failures(StorageClients clients, FailureLog log, TimeProvider time) : IFailures
{
    private const int ReadParallelism = 32;

    private readonly TableClient _table = clients.Table(Tables.Failures);
    private volatile bool _hasReadAll;

    public Task AddAsync(Failure failure, CancellationToken cancellationToken) => AddAsync(failure, alsoOverFinal: true, cancellationToken);

    public Task AddFailingAsync(Failure failure, CancellationToken cancellationToken) => AddAsync(failure, alsoOverFinal: false, cancellationToken);

    public IAsyncEnumerable<Failure> ListAsync(CancellationToken cancellationToken) => ListWhereAsync(FailureRow.NoMarks, cancellationToken);

    public IAsyncEnumerable<Failure> ListStageAsync(string stage, CancellationToken cancellationToken) =>
        ListWhereAsync($"{TableClient.CreateQueryFilter($"PartitionKey eq {stage}")} and {FailureRow.NoMarks}", cancellationToken);

    public async IAsyncEnumerable<Failure> ListFailingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What a host of an earlier version listed has no mark: a process reads all of the table, until it has done so once.
        await foreach (var failure in _hasReadAll ? ListMarkedAsync(cancellationToken) : ListWhereAsync(TableClient.CreateQueryFilter($"Reason eq {Failure.Failing}"), cancellationToken))
        {
            yield return failure;
        }

        _hasReadAll = true;
    }

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

    public async Task<Failure?> FindAsync(string stage, string key, CancellationToken cancellationToken) =>
        await FindRowAsync(stage, key, cancellationToken) is { } row ? FailureRow.Read(row, stage, key) : null;

    public Task RemoveAsync(string stage, string key, CancellationToken cancellationToken) => Contention.SettleAsync(
        async () => await FindRowAsync(stage, key, cancellationToken) is not { } row || await TryRemoveAsync(row, cancellationToken), $"failure {stage}/{key}", time, cancellationToken);

    public async Task RemoveFailingAsync(string stage, string key, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(stage, key, cancellationToken) is { } row && IsFailing(row))
        {
            await TryRemoveAsync(row, cancellationToken);
        }
    }

    public async Task DiscardAsync(DiscardedFailure discarded, CancellationToken cancellationToken)
    {
        await log.KeepAsync(discarded, cancellationToken);
        await RemoveAsync(discarded.Failure.Stage, discarded.Failure.Key, cancellationToken);
    }

    public IAsyncEnumerable<DiscardedFailure> ListDiscardedAsync(CancellationToken cancellationToken) => log.DiscardedAsync(cancellationToken);

    private Task AddAsync(Failure failure, bool alsoOverFinal, CancellationToken cancellationToken) => Contention.SettleAsync(
        () => TryAddAsync(failure, alsoOverFinal, cancellationToken), $"failure {failure.Stage}/{failure.Key}", time, cancellationToken);

    /// <summary>False where somebody has written or removed it since it was read.</summary>
    private async Task<bool> TryAddAsync(Failure failure, bool alsoOverFinal, CancellationToken cancellationToken)
    {
        var known = await FindRowAsync(failure.Stage, failure.Key, cancellationToken);
        if (known is not null && !alsoOverFinal && !IsFailing(known))
        {
            return true;
        }

        // Its place in the order first: a place without a failure is passed over, but no failure is without a place.
        var at = known?.GetDateTimeOffset(nameof(Failure.At)) ?? failure.At;
        await log.ListAsync(failure.Stage, failure.Key, at, cancellationToken);
        var row = FailureRow.Write(failure with { At = at }, failure.Stage, failure.Key);
        TableTransactionAction write = known is null
            ? new(TableTransactionActionType.Add, row)
            : new(TableTransactionActionType.UpdateReplace, row, known.ETag);
        TableTransactionAction[] mark = IsFailing(row)
            ? [new(TableTransactionActionType.UpsertReplace, MarkOf(row))]
            : await UnmarkAsync(known, cancellationToken);
        return await _table.TrySubmitAsync([write, .. mark], cancellationToken, 404, 409, 412);
    }

    /// <summary>False where somebody has written or removed it since it was read.</summary>
    private async Task<bool> TryRemoveAsync(TableEntity row, CancellationToken cancellationToken)
    {
        var (stage, key) = (row.PartitionKey, row.RowKey);
        var removal = new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag);
        if (!await _table.TrySubmitAsync([removal, .. await UnmarkAsync(row, cancellationToken)], cancellationToken, 404, 412))
        {
            return false;
        }

        await log.ForgetAsync(stage, key, FailureRow.Read(row, stage, key).At, cancellationToken);
        return true;
    }

    /// <summary>What takes the mark of a failure away. One that an earlier version listed as failing has none.</summary>
    private async Task<TableTransactionAction[]> UnmarkAsync(TableEntity? failure, CancellationToken cancellationToken) =>
        failure is not null && IsFailing(failure) && await FindRowAsync(failure.PartitionKey, FailureRow.Mark + failure.RowKey, cancellationToken) is { } mark
            ? [new TableTransactionAction(TableTransactionActionType.Delete, mark, mark.ETag)]
            : [];

    private async Task<TableEntity?> FindRowAsync(string stage, string key, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(stage, key, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private async IAsyncEnumerable<Failure> ListWhereAsync(string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return FailureRow.Read(row, row.PartitionKey, row.RowKey);
        }
    }

    private async IAsyncEnumerable<Failure> ListMarkedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var stage in Stages.All)
        {
            var marks = _table.QueryPrefixAsync(stage, FailureRow.Mark, cancellationToken);
            await foreach (var batch in marks.Chunk(ReadParallelism).WithCancellation(cancellationToken))
            {
                var rows = await Task.WhenAll(batch.Select(mark => FindAsync(stage, mark.RowKey[FailureRow.Mark.Length..], cancellationToken)));
                foreach (var failure in rows.OfType<Failure>())
                {
                    yield return failure;
                }
            }
        }
    }

    private static TableEntity MarkOf(TableEntity failure) => new(failure.PartitionKey, FailureRow.Mark + failure.RowKey);

    private static bool IsFailing(TableEntity row) => row.GetString(nameof(Failure.Reason)) == Failure.Failing;
}
