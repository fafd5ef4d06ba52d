using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// The table <c>Inboxes</c>: a partition a subscription. <c>a|articleId</c> is what was ever matched and what was decided, <c>p|time|articleId</c>
/// what is pending for the digest, <c>h|time|articleId</c> what is held for a round-up, <c>n</c> the alerts of late, <c>f</c> the freeze in progress.
/// </summary>
internal sealed class Inboxes(StorageClients clients) : IInboxes
{
    private const string PendingPrefix = "p|";
    private const string HeldPrefix = "h|";
    private const string FreezeKey = "f";

    /// <summary>A waiting row deleted and a seen row written for each item, 100 operations a transaction, of which one may end the freeze.</summary>
    private const int ItemsPerTransaction = (TableKeys.MaxOperations - 1) / 2;

    private readonly TableClient _table = clients.Table(Tables.Inboxes);

    public Task<bool> TryAddAsync(SubscriptionId subscription, InboxEntry entry, AlertAllowance? allowance, CancellationToken cancellationToken)
    {
        var partition = subscription.ToString();
        List<TableTransactionAction> actions = [new(TableTransactionActionType.Add, InboxRows.Write(partition, entry))];
        var item = new PendingItem(entry.Matched, entry.ArticleId) { TraceParent = entry.TraceParent };
        if (entry.Decision is InboxDecision.Held)
        {
            actions.Add(new(TableTransactionActionType.Add, Waiting(partition, HeldPrefix, item)));
        }

        if (entry.Decision is InboxDecision.Digest || entry.Repeats)
        {
            actions.Add(new(TableTransactionActionType.Add, Waiting(partition, PendingPrefix, item)));
        }

        if (allowance is not null)
        {
            actions.Add(InboxRows.Replace(partition, allowance));
        }

        return _table.TrySubmitAsync(actions, cancellationToken, 404, 409, 412);
    }

    public async Task<InboxEntry?> FindAsync(SubscriptionId subscription, ArticleId article, CancellationToken cancellationToken) =>
        await FindRowAsync(subscription, InboxRows.SeenPrefix + article, cancellationToken) is { } row ? InboxRows.ReadEntry(row) : null;

    public async Task<AlertAllowance> ReadAllowanceAsync(SubscriptionId subscription, CancellationToken cancellationToken) =>
        await FindRowAsync(subscription, InboxRows.AllowanceKey, cancellationToken) is { } row ? InboxRows.ReadAllowance(row) : new AlertAllowance();

    public Task<IReadOnlyList<PendingItem>> ListPendingAsync(SubscriptionId subscription, DateTimeOffset until, int most, CancellationToken cancellationToken) =>
        ListWaitingAsync(subscription, PendingPrefix, until, most, cancellationToken);

    public Task<IReadOnlyList<PendingItem>> ListHeldAsync(SubscriptionId subscription, int most, CancellationToken cancellationToken) =>
        ListWaitingAsync(subscription, HeldPrefix, DateTimeOffset.MaxValue, most, cancellationToken);

    public async IAsyncEnumerable<InboxEntry> ListAsync(
        SubscriptionId subscription, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (partition, end) = (subscription.ToString(), TableKeys.After(InboxRows.SeenPrefix));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {InboxRows.SeenPrefix} and RowKey lt {end} and Matched ge {since}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return InboxRows.ReadEntry(row);
        }
    }

    public async Task<InboxFreeze?> FindFreezeAsync(SubscriptionId subscription, CancellationToken cancellationToken) =>
        await FindRowAsync(subscription, FreezeKey, cancellationToken) is { } row
            ? new InboxFreeze(DigestIdOf(row), row.GetDateTimeOffset(nameof(InboxFreeze.Due))!.Value)
            : null;

    public Task<bool> TryBeginFreezeAsync(
        SubscriptionId subscription, InboxFreeze freeze, PendingItem? oldest, AlertAllowance? allowance, CancellationToken cancellationToken)
    {
        var partition = subscription.ToString();
        var row = new TableEntity(partition, FreezeKey)
        {
            [InboxRows.Digest] = freeze.DigestId.ToString(),
            [nameof(InboxFreeze.Due)] = freeze.Due,
        };
        List<TableTransactionAction> actions = [new(TableTransactionActionType.Add, row)];
        if (oldest is { } first)
        {
            // Merges nothing into it: it only has to be there.
            actions.Add(new(TableTransactionActionType.UpdateMerge, new TableEntity(partition, WaitingKey(PrefixOf(freeze.DigestId), first)), ETag.All));
        }

        if (allowance is not null)
        {
            actions.Add(InboxRows.Replace(partition, allowance));
        }

        return _table.TrySubmitAsync(actions, cancellationToken, 404, 409, 412);
    }

    public async Task SettleAsync(
        SubscriptionId subscription, DigestId digest, IReadOnlyList<PendingItem> items, IReadOnlySet<ArticleId> leftOut, CancellationToken cancellationToken)
    {
        var left = items.Count;
        foreach (var batch in items.Chunk(ItemsPerTransaction))
        {
            left -= batch.Length;
            if (await TrySettleAsync(subscription, digest, batch, leftOut, ends: left == 0, cancellationToken))
            {
                if (left == 0)
                {
                    return;
                }

                continue;
            }

            // Some were settled by an interrupted attempt, or by another host at this moment.
            IReadOnlyList<PendingItem> rest = batch;
            do
            {
                rest = await StillWaitingAsync(subscription, PrefixOf(digest), rest, cancellationToken);
            }
            while (rest.Count > 0 && !await TrySettleAsync(subscription, digest, rest, leftOut, ends: false, cancellationToken));
        }

        await EndFreezeAsync(subscription, digest, cancellationToken);
    }

    private async Task EndFreezeAsync(SubscriptionId subscription, DigestId digest, CancellationToken cancellationToken)
    {
        if (await FindRowAsync(subscription, FreezeKey, cancellationToken) is { } row && DigestIdOf(row) == digest)
        {
            try
            {
                await _table.DeleteEntityAsync(row, row.ETag, cancellationToken);
            }
            catch (RequestFailedException ex) when (ex.Status is 404 or 412)
            {
                // Ended by another host, perhaps with the next one begun.
            }
        }
    }

    public async Task PurgeAsync(SubscriptionId subscription, CancellationToken cancellationToken)
    {
        var partition = subscription.ToString();
        var all = _table.QueryAsync<TableEntity>(row => row.PartitionKey == partition, TableKeys.MaxOperations, ["PartitionKey", "RowKey"], cancellationToken);
        await foreach (var page in all.AsPages())
        {
            var deletes = page.Values.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)).ToList();
            if (deletes.Count > 0 && !await _table.TrySubmitAsync(deletes, cancellationToken, 404))
            {
                // Another host purges too: what it left of this page goes singly.
                foreach (var row in page.Values)
                {
                    await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
                }
            }
        }
    }

    private Task<bool> TrySettleAsync(
        SubscriptionId subscription, DigestId digest, IReadOnlyList<PendingItem> items, IReadOnlySet<ArticleId> leftOut, bool ends, CancellationToken cancellationToken)
    {
        var (partition, prefix) = (subscription.ToString(), PrefixOf(digest));
        var actions = items.SelectMany(item => new TableTransactionAction[]
        {
            new(TableTransactionActionType.Delete, new TableEntity(partition, WaitingKey(prefix, item)), ETag.All),
            new(TableTransactionActionType.UpsertMerge, InboxRows.Settled(partition, item.ArticleId, digest, leftOut.Contains(item.ArticleId))),
        });
        if (ends)
        {
            // No other digest's: a freeze ends after the last of its items, so where one still waits, the freeze is the one that took it.
            actions = actions.Append(new(TableTransactionActionType.Delete, new TableEntity(partition, FreezeKey), ETag.All));
        }

        return _table.TrySubmitAsync(actions, cancellationToken, 404);
    }

    private async Task<IReadOnlyList<PendingItem>> StillWaitingAsync(
        SubscriptionId subscription, string prefix, IReadOnlyList<PendingItem> items, CancellationToken cancellationToken)
    {
        var waiting = await ListWaitingAsync(subscription, prefix, items.Max(item => item.Matched), int.MaxValue, cancellationToken);
        return [.. items.Intersect(waiting)];
    }

    private async Task<IReadOnlyList<PendingItem>> ListWaitingAsync(
        SubscriptionId subscription, string prefix, DateTimeOffset until, int most, CancellationToken cancellationToken)
    {
        var partition = subscription.ToString();
        var end = TableKeys.After(prefix + TableKeys.Ascending(until) + "|");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}");
        return await _table.QueryAsync<TableEntity>(filter, Math.Min(most, 1_000), ["RowKey", nameof(PendingItem.TraceParent)], cancellationToken)
            .Take(most)
            .Select(row => ParseItem(row.RowKey.AsSpan(prefix.Length)) with { TraceParent = row.GetString(nameof(PendingItem.TraceParent)) })
            .ToListAsync(cancellationToken);
    }

    private async Task<TableEntity?> FindRowAsync(SubscriptionId subscription, string key, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(subscription.ToString(), key, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static DigestId DigestIdOf(TableEntity row) => DigestId.Parse(row.GetString(InboxRows.Digest), CultureInfo.InvariantCulture);

    private static string PrefixOf(DigestId digest) => digest.Kind is DigestKind.RoundUp ? HeldPrefix : PendingPrefix;

    private static TableEntity Waiting(string partition, string prefix, PendingItem item) =>
        new(partition, WaitingKey(prefix, item)) { [nameof(PendingItem.TraceParent)] = item.TraceParent };

    private static string WaitingKey(string prefix, PendingItem item) => $"{prefix}{TableKeys.Ascending(item.Matched)}|{item.ArticleId}";

    private static PendingItem ParseItem(ReadOnlySpan<char> text)
    {
        var bar = text.IndexOf('|');
        return new PendingItem(TableKeys.Time(text[..bar]), ArticleId.Parse(text[(bar + 1)..].ToString(), CultureInfo.InvariantCulture));
    }
}
