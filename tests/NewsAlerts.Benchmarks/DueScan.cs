using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Routing;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// What the minute's look for due digests costs beside few and beside many subscriptions, as many of which are due in both cases: requests, and time as
/// a ratio, round by round in turn.
/// </summary>
internal static class DueScan
{
    private const int Due = 100;
    private const int Rounds = 41;
    private const int TransactionLimit = 100;
    private const int Few = 1_000;

    public static async Task RunAsync(int subscriptions, int shards)
    {
        await using var few = await Installation.CreateAsync(pumps: false);
        await using var many = await Installation.CreateAsync(pumps: false);
        await FillAsync(few, Few, shards);
        await FillAsync(many, subscriptions, shards);

        List<double> ratios = [];
        await ScanAsync(few, shards);
        await ScanAsync(many, shards);
        for (var round = 0; round < Rounds; round++)
        {
            var (first, second) = round % 2 == 0 ? (few, many) : (many, few);
            var (one, other) = (await ScanAsync(first, shards), await ScanAsync(second, shards));
            ratios.Add(round % 2 == 0 ? other / one : one / other);
        }

        ratios.Sort();
        Line($"{shards} shards. {Due} due of {Few:n0}: {await CountAsync(few, shards)}; {Due} due of {subscriptions:n0}: {await CountAsync(many, shards)}");
        Line($"time of the second as a multiple of the first, median of {Rounds}: {ratios[Rounds / 2]:f2} (quartiles {ratios[Rounds / 4]:f2} to {ratios[Rounds * 3 / 4]:f2})");
    }

    /// <summary>Seconds to list what is due.</summary>
    private static async Task<double> ScanAsync(Installation installation, int shards)
    {
        var clock = Stopwatch.StartNew();
        var due = 0;
        for (var shard = 0; shard < shards; shard++)
        {
            due += await installation.Get<ISubscriptions>().ListDueAsync(shard, TimeProvider.System.GetUtcNow(), CancellationToken.None).CountAsync();
        }

        return due == Due ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"{due} were due, not {Due}.");
    }

    private static async Task<string> CountAsync(Installation installation, int shards)
    {
        using var meter = new StorageMeter(installation.ConnectionString);
        await ScanAsync(installation, shards);
        return string.Join(", ", meter.Take().Select(count => $"{count.Value} × {count.Key}"));
    }

    /// <summary>
    /// One subscription as the store itself writes it, then its rows under other ids, a hundred a transaction: 100,000 single adds would take long. Azurite
    /// looks through the partition for each row that it adds, which is what shards shorten.
    /// </summary>
    private static async Task FillAsync(Installation installation, int subscriptions, int shards)
    {
        var table = installation.Get<StorageClients>().Table(Tables.Subscriptions);
        var model = await installation.SubscribeAsync();
        var rows = await table.QueryAsync<TableEntity>().Where(row => row.RowKey.Contains(model.Id.ToString(), StringComparison.Ordinal)).ToListAsync();
        var document = rows.Single(row => row.RowKey[0] == 's');
        await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row)));

        var now = TimeProvider.System.GetUtcNow();
        var copies = Enumerable.Range(0, subscriptions).SelectMany(i => Copy(document, SubscriptionId.New(shards), now.AddMinutes(i < Due ? -1 : 60 + i)));
        var transactions = copies.GroupBy(row => row.PartitionKey).SelectMany(shard => shard.Chunk(TransactionLimit));
        await Parallel.ForEachAsync(transactions, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (chunk, stop) =>
            await table.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), stop));
    }

    private static IEnumerable<TableEntity> Copy(TableEntity model, SubscriptionId id, DateTimeOffset due)
    {
        var json = model.GetString("Document");
        var old = model.RowKey[2..];
        var partition = id.Shard.ToString("x2", CultureInfo.InvariantCulture);
        yield return new TableEntity(partition, $"s|{id}") { ["Document"] = json.Replace(old, id.ToString(), StringComparison.Ordinal), ["DueTicks"] = due.UtcTicks };
        yield return new TableEntity(partition, $"d|{due.UtcTicks:D19}|{id}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
