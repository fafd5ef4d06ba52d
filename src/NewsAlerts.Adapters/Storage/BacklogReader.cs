using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Options;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The backlog of one storage account: one listing, two tables' properties that are needed, and a look at each queue, side by side.</summary>
internal sealed class BacklogReader(
    StorageClients clients, ISubscriptions subscriptions, IOptions<SweepOptions> sweep, IOptions<RoutingOptions> routing, TimeProvider time) : IBacklogReader
{
    public async Task<Backlog> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var originals = ReadOriginalsAsync(cancellationToken);
        var open = ReadOpenAsync(now, cancellationToken);
        var failures = ReadFailuresAsync(cancellationToken);
        var due = ReadDueAsync(now, cancellationToken);
        var queued = ReadQueuesAsync(Queues.All, cancellationToken);
        var poisoned = ReadQueuesAsync(Queues.Poison, cancellationToken);
        await Task.WhenAll(originals, open, failures, due, queued, poisoned);

        var (inFlight, overdue, restarted) = await open;
        var (listed, failing) = await failures;
        return new Backlog
        {
            At = now,
            Originals = await originals,
            Queued = await queued,
            InFlight = inFlight,
            Overdue = overdue,
            Restarted = restarted,
            Poisoned = (await poisoned).ToDictionary(queue => queue.Key, queue => queue.Value.Count),
            Failures = listed,
            Failing = failing,
            OldestDue = await due,
        };
    }

    private async Task<Waiting> ReadOriginalsAsync(CancellationToken cancellationToken)
    {
        var waiting = default(Waiting);
        await foreach (var blob in clients.Container(Containers.Articles).GetBlobsAsync(cancellationToken: cancellationToken).Take(Backlog.MostCounted))
        {
            waiting = waiting.And(blob.Properties.LastModified ?? DateTimeOffset.MaxValue);
        }

        return waiting;
    }

    /// <summary>What is planned for later is left to the server: an installation may have a hundred thousand scheduled retries.</summary>
    private async Task<(Dictionary<string, Waiting> InFlight, int Overdue, int Restarted)> ReadOpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (inFlight, overdue, restarted) = (new Dictionary<string, Waiting>(), 0, 0);
        var filter = TableClient.CreateQueryFilter($"NextCheck le {now + sweep.Value.FirstCheck} or Checks ge 1");
        await foreach (var row in clients.Table(Tables.Open)
            .QueryAsync<TableEntity>(filter, select: ["Stage", nameof(OpenItem.Checks), nameof(OpenItem.NextCheck)], cancellationToken: cancellationToken)
            .Take(Backlog.MostCounted))
        {
            var (stage, checks) = (row.GetString("Stage"), row.GetInt32(nameof(OpenItem.Checks)) ?? 0);
            var next = row.GetDateTimeOffset(nameof(OpenItem.NextCheck)) ?? now;
            var began = sweep.Value.BeganAt(stage, checks, next);
            if (began <= now)
            {
                inFlight[stage] = inFlight.GetValueOrDefault(stage).And(began);
                overdue += next <= now ? 1 : 0;
                restarted += checks > 0 ? 1 : 0;
            }
        }

        return (inFlight, overdue, restarted);
    }

    private async Task<(Dictionary<string, Waiting> Listed, int Failing)> ReadFailuresAsync(CancellationToken cancellationToken)
    {
        var (listed, failing) = (new Dictionary<string, Waiting>(), 0);
        await foreach (var row in clients.Table(Tables.Failures)
            .QueryAsync<TableEntity>(FailureRow.NoMarks, select: ["PartitionKey", nameof(Failure.Reason), nameof(Failure.At)], cancellationToken: cancellationToken)
            .Take(Backlog.MostCounted))
        {
            if (row.GetString(nameof(Failure.Reason)) == Failure.Failing)
            {
                failing++;
            }
            else
            {
                listed[row.PartitionKey] = listed.GetValueOrDefault(row.PartitionKey).And(row.GetDateTimeOffset(nameof(Failure.At)) ?? DateTimeOffset.MaxValue);
            }
        }

        return (listed, failing);
    }

    /// <summary>The first due row of each shard is its earliest.</summary>
    private async Task<DateTimeOffset?> ReadDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? oldest = null;
        for (var shard = 0; shard < routing.Value.Shards; shard++)
        {
            await foreach (var due in subscriptions.ListDueAsync(shard, now, cancellationToken).Take(1))
            {
                oldest = oldest < due.Due ? oldest : due.Due;
            }
        }

        return oldest;
    }

    private async Task<IReadOnlyDictionary<string, Waiting>> ReadQueuesAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        names.Zip(await Task.WhenAll(names.Select(name => ReadQueueAsync(name, cancellationToken)))).ToDictionary(queue => queue.First, queue => queue.Second);

    private async Task<Waiting> ReadQueueAsync(string name, CancellationToken cancellationToken)
    {
        var queue = clients.RawQueue(name);
        try
        {
            var count = (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
            PeekedMessage? next = count == 0 ? null : await queue.PeekMessageAsync(cancellationToken);
            return new Waiting(count, next?.InsertedOn);
        }
        catch (RequestFailedException ex) when (ex.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // The Functions host creates its poison queues when it needs them.
            return default;
        }
    }
}
