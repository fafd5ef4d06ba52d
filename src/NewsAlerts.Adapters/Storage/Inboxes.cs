using System.Globalization;
using Azure;
using Azure.Data.Tables;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// The table <c>Inboxes</c>: a partition a subscription. <c>a|articleId</c> is what was ever matched and what was decided,
/// <c>p|time|articleId</c> what is pending, <c>f</c> the freeze in progress.
/// </summary>
internal sealed class Inboxes(StorageClients clients) : IInboxes
{
    private const string SeenPrefix = "a|";
    private const string PendingPrefix = "p|";
    private const string FreezeKey = "f";
    private const string Decision = "Decision";
    private const string Digest = "DigestId";
    private const string Items = "Items";

    /// <summary>A pending row deleted and a seen row written for each item, 100 operations a transaction.</summary>
    private const int ItemsPerTransaction = TableKeys.MaxOperations / 2;

    private readonly TableClient _table = clients.Table(Tables.Inboxes);

    public Task<bool> TryAddAsync(SubscriptionId subscription, ArticleId article, DateTimeOffset matched, CancellationToken cancellationToken)
    {
        var partition = subscription.ToString();
        var seen = new TableEntity(partition, SeenPrefix + article) { [Decision] = "digest", ["Matched"] = matched };
        var pending = new TableEntity(partition, PendingKey(new PendingItem(matched, article)));
        return _table.TrySubmitAsync(
            [new(TableTransactionActionType.Add, seen), new(TableTransactionActionType.Add, pending)], cancellationToken, 409);
    }

    public async Task<IReadOnlyList<PendingItem>> ListPendingAsync(SubscriptionId subscription, DateTimeOffset until, int most, CancellationToken cancellationToken)
    {
        var partition = subscription.ToString();
        var end = TableKeys.After(PendingPrefix + TableKeys.Ascending(until) + "|");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {PendingPrefix} and RowKey lt {end}");
        return await _table.QueryAsync<TableEntity>(filter, Math.Min(most, 1_000), ["RowKey"], cancellationToken)
            .Take(most)
            .Select(row => ParseItem(row.RowKey.AsSpan(PendingPrefix.Length)))
            .ToListAsync(cancellationToken);
    }

    public async Task<InboxFreeze?> FindFreezeAsync(SubscriptionId subscription, CancellationToken cancellationToken) =>
        await FindFreezeRowAsync(subscription, cancellationToken) is { } row
            ? new InboxFreeze(
                DigestIdOf(row),
                row.GetDateTimeOffset(nameof(InboxFreeze.Due))!.Value,
                [.. row.GetString(Items).Split(' ').Select(item => ParseItem(item))])
            : null;

    public Task<bool> TryBeginFreezeAsync(SubscriptionId subscription, InboxFreeze freeze, CancellationToken cancellationToken) =>
        _table.TryAddAsync(
            new TableEntity(subscription.ToString(), FreezeKey)
            {
                [Digest] = freeze.DigestId.ToString(),
                [nameof(InboxFreeze.Due)] = freeze.Due,
                [Items] = string.Join(' ', freeze.Items.Select(FormatItem)),
            },
            cancellationToken);

    public async Task SettleAsync(SubscriptionId subscription, DigestId digest, IReadOnlyList<PendingItem> items, CancellationToken cancellationToken)
    {
        foreach (var batch in items.Chunk(ItemsPerTransaction))
        {
            IReadOnlyList<PendingItem> rest = batch;
            while (rest.Count > 0 && !await TrySettleAsync(subscription, digest, rest, cancellationToken))
            {
                // Some were settled by an interrupted attempt, or by another host at this moment.
                rest = await StillPendingAsync(subscription, rest, cancellationToken);
            }
        }
    }

    public async Task EndFreezeAsync(SubscriptionId subscription, DigestId digest, CancellationToken cancellationToken)
    {
        if (await FindFreezeRowAsync(subscription, cancellationToken) is { } row && DigestIdOf(row) == digest)
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

    private Task<bool> TrySettleAsync(SubscriptionId subscription, DigestId digest, IReadOnlyList<PendingItem> items, CancellationToken cancellationToken)
    {
        var partition = subscription.ToString();
        var actions = items.SelectMany(item => new TableTransactionAction[]
        {
            new(TableTransactionActionType.Delete, new TableEntity(partition, PendingKey(item)), ETag.All),
            new(TableTransactionActionType.UpsertMerge, new TableEntity(partition, SeenPrefix + item.ArticleId) { [Decision] = "digest", [Digest] = digest.ToString() }),
        });
        return _table.TrySubmitAsync(actions, cancellationToken, 404);
    }

    private async Task<IReadOnlyList<PendingItem>> StillPendingAsync(SubscriptionId subscription, IReadOnlyList<PendingItem> items, CancellationToken cancellationToken)
    {
        var pending = await ListPendingAsync(subscription, items.Max(item => item.Matched), int.MaxValue, cancellationToken);
        return [.. items.Intersect(pending)];
    }

    private async Task<TableEntity?> FindFreezeRowAsync(SubscriptionId subscription, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(subscription.ToString(), FreezeKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static DigestId DigestIdOf(TableEntity row) => DigestId.Parse(row.GetString(Digest), CultureInfo.InvariantCulture);

    private static string PendingKey(PendingItem item) => PendingPrefix + FormatItem(item);

    private static string FormatItem(PendingItem item) => $"{TableKeys.Ascending(item.Matched)}|{item.ArticleId}";

    private static PendingItem ParseItem(ReadOnlySpan<char> text)
    {
        var bar = text.IndexOf('|');
        return new PendingItem(TableKeys.Time(text[..bar]), ArticleId.Parse(text[(bar + 1)..].ToString(), CultureInfo.InvariantCulture));
    }
}
