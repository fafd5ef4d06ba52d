using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// The table <c>Subscriptions</c>: a partition a shard. <c>s|id</c> is the subscription, <c>d|due|id</c> its due row,
/// <c>v</c> the shard's version; a change touches all three in one transaction.
/// </summary>
internal sealed partial class Subscriptions(StorageClients clients, TimeProvider time, ILogger<Subscriptions> logger) : ISubscriptions
{
    private const string SubscriptionPrefix = "s|";
    private const string DuePrefix = "d|";
    private const string VersionKey = "v";
    private const string Version = "Version";

    private readonly TableClient _table = clients.Table(Tables.Subscriptions);

    public async Task AddAsync(Subscription subscription, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> actions = [new(TableTransactionActionType.Add, Row(subscription, due)), NewVersion(subscription.Id)];
        if (due is { } at)
        {
            actions.Add(new(TableTransactionActionType.Add, DueRow(new DueDigest(subscription.Id, at))));
        }

        // Ids are random: where one is taken, it is by our own write, whose answer was lost.
        await _table.TrySubmitAsync(actions, cancellationToken, 409);
    }

    public async Task<Subscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken) =>
        await FindRowAsync(id, cancellationToken) is { } row ? SubscriptionRow.Read(row) : null;

    public async Task<DateTimeOffset?> FindDueAsync(SubscriptionId id, CancellationToken cancellationToken) =>
        await FindRowAsync(id, cancellationToken) is { } row ? SubscriptionRow.DueOf(row) : null;

    public async IAsyncEnumerable<Subscription> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = TableKeys.After(SubscriptionPrefix);
        var rows = _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"RowKey ge {SubscriptionPrefix} and RowKey lt {end}"), cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            if (TryRead(row) is { Removed: null } subscription)
            {
                yield return subscription;
            }
        }
    }

    public async Task<ShardSubscriptions> ReadShardAsync(int shard, CancellationToken cancellationToken)
    {
        var (readable, newer) = (new List<Subscription>(), 0);
        await foreach (var row in _table.QueryPrefixAsync(Partition(shard), SubscriptionPrefix, cancellationToken))
        {
            switch (TryRead(row))
            {
                case { Removed: null } subscription:
                    readable.Add(subscription);
                    break;

                case null when SubscriptionRow.IsNewerAndActive(row):
                    newer++;
                    break;
            }
        }

        return new ShardSubscriptions(readable, newer);
    }

    public async Task<string?> GetShardVersionAsync(int shard, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition(shard), VersionKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value!.GetString(Version) : null;
    }

    public async Task<Subscription?> ChangeAsync(
        SubscriptionId id, Func<Subscription, Subscription> change, Func<Subscription, DateTimeOffset?, DateTimeOffset?> due, CancellationToken cancellationToken)
    {
        ETag? refused = null;
        for (var round = 0; round < Contention.MostRounds; round++)
        {
            if (await FindRowAsync(id, cancellationToken) is not { } row || SubscriptionRow.Read(row) is not { Removed: null } subscription)
            {
                return null;
            }

            var changed = change(subscription);
            var before = SubscriptionRow.DueOf(row);
            var after = due(changed, before);
            if (ReferenceEquals(changed, subscription) && before == after)
            {
                return subscription;
            }

            changed = changed with { Version = Subscription.CurrentVersion };
            List<TableTransactionAction> actions = [new(TableTransactionActionType.UpdateReplace, Row(changed, after), row.ETag), NewVersion(id)];

            // What was refused, though nobody changed it, has no due row: tables that were put back from an export, which is no snapshot.
            if (before is { } old && before != after && row.ETag != refused)
            {
                actions.Add(new(TableTransactionActionType.Delete, DueRow(new DueDigest(id, old)), ETag.All));
            }

            if (after is { } next && before != after)
            {
                actions.Add(new(TableTransactionActionType.UpsertReplace, DueRow(new DueDigest(id, next))));
            }

            if (await _table.TrySubmitAsync(actions, cancellationToken, 404, 412))
            {
                return changed;
            }

            refused = row.ETag;
            await Contention.StepAsideAsync(time, cancellationToken);
        }

        throw new InvalidOperationException($"The subscription {id} could not be changed: {Contention.MostRounds} times somebody else was faster.");
    }

    public async Task<bool> RemoveAsync(SubscriptionId id, DateTimeOffset removed, CancellationToken cancellationToken) =>
        await ChangeAsync(id, subscription => subscription with { Removed = removed }, (_, _) => null, cancellationToken) is not null;

    public async Task ForgetAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(id, cancellationToken) is { } row && SubscriptionRow.Read(row).Removed is not null)
        {
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
        }
    }

    public async IAsyncEnumerable<DueDigest> ListDueAsync(int shard, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = Partition(shard);
        var end = TableKeys.After(DuePrefix + TableKeys.Ascending(now) + "|");
        var rows = _table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {DuePrefix} and RowKey lt {end}"),
            select: ["RowKey"],
            cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            yield return ParseDue(row.RowKey.AsSpan(DuePrefix.Length));
        }
    }

    public Task<bool> MoveDueAsync(DueDigest due, DateTimeOffset? next, CancellationToken cancellationToken)
    {
        if (next == due.Due)
        {
            return Task.FromResult(true);
        }

        // The due row's deletion is what makes the move happen once: where it has gone, somebody else moved it. That the next one is there already
        // is no hindrance: tables that were put back from an export may have both.
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.Delete, DueRow(due), ETag.All),
            new(
                TableTransactionActionType.UpdateMerge,
                new TableEntity(Partition(due.SubscriptionId.Shard), SubscriptionPrefix + due.SubscriptionId) { [SubscriptionRow.DueTicks] = next?.UtcTicks ?? 0L },
                ETag.All),
        ];
        if (next is { } at)
        {
            actions.Add(new(TableTransactionActionType.UpsertReplace, DueRow(due with { Due = at })));
        }

        return _table.TrySubmitAsync(actions, cancellationToken, 404);
    }

    public async Task<bool> DropOrphanAsync(DueDigest due, DateTimeOffset writtenBefore, CancellationToken cancellationToken)
    {
        var key = DueRow(due);
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(key.PartitionKey, key.RowKey, cancellationToken: cancellationToken);
        if (!row.HasValue || row.Value!.Timestamp >= writtenBefore || await FindRowAsync(due.SubscriptionId, cancellationToken) is not null)
        {
            return false;
        }

        await _table.DeleteEntityAsync(key.PartitionKey, key.RowKey, row.Value.ETag, cancellationToken);
        return true;
    }

    private async Task<TableEntity?> FindRowAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition(id.Shard), SubscriptionPrefix + id, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static TableTransactionAction NewVersion(SubscriptionId id) => new(
        TableTransactionActionType.UpsertReplace,
        new TableEntity(Partition(id.Shard), VersionKey) { [Version] = Guid.NewGuid().ToString("N") });

    private static TableEntity Row(Subscription subscription, DateTimeOffset? due) =>
        SubscriptionRow.Write(subscription, due, Partition(subscription.Id.Shard), SubscriptionPrefix + subscription.Id);

    private static TableEntity DueRow(DueDigest due) =>
        new(Partition(due.SubscriptionId.Shard), $"{DuePrefix}{TableKeys.Ascending(due.Due)}|{due.SubscriptionId}");

    /// <summary>One row that this host cannot read, such as one of a newer version, stops nobody else's.</summary>
    private Subscription? TryRead(TableEntity row)
    {
        try
        {
            return SubscriptionRow.Read(row);
        }
        catch (Exception ex) when (ex is JsonException or FormatException or ArgumentException)
        {
            Log.Unreadable(logger, row.RowKey, ex);
            return null;
        }
    }

    private static DueDigest ParseDue(ReadOnlySpan<char> text)
    {
        var bar = text.IndexOf('|');
        return new DueDigest(SubscriptionId.Parse(text[(bar + 1)..].ToString(), CultureInfo.InvariantCulture), TableKeys.Time(text[..bar]));
    }

    private static string Partition(int shard) => shard.ToString("x2", CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(7101, LogLevel.Error, "The subscription {Row} cannot be read by this version.")]
        public static partial void Unreadable(ILogger logger, string row, Exception exception);
    }
}
