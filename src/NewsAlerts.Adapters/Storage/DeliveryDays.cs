using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using NewsAlerts.Digesting;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// The table <c>DeliveryDays</c>: a partition a day, and in it what was entered in the ledger that day, the latest first. The ledger's own keys have
/// an order within a subscription only.
/// </summary>
internal sealed class DeliveryDays(StorageClients clients, TimeProvider time)
{
    private readonly TableClient _table = clients.Table(Tables.DeliveryDays);

    public Task AddAsync(DigestId id, DateTimeOffset at, CancellationToken cancellationToken) => _table.UpsertEntityAsync(
        new TableEntity(Day(at), $"{TableKeys.Inverted(at)}|{id}"), TableUpdateMode.Replace, cancellationToken);

    /// <summary>What was entered at or after that time, the latest first; reads no further than it is asked to.</summary>
    public async IAsyncEnumerable<(DigestId DigestId, DateTimeOffset At)> LatestAsync(
        DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = $"{TableKeys.Inverted(since)}~";

        // One day more than the clock says: hosts' clocks differ.
        for (var day = time.GetUtcNow().AddDays(1).UtcDateTime.Date; day >= since.UtcDateTime.Date; day = day.AddDays(-1))
        {
            var partition = Day(new DateTimeOffset(day, TimeSpan.Zero));
            await foreach (var row in _table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {end}"), select: ["RowKey"], cancellationToken: cancellationToken))
            {
                var bar = row.RowKey.IndexOf('|', StringComparison.Ordinal);
                yield return (DigestId.Parse(row.RowKey[(bar + 1)..], CultureInfo.InvariantCulture), TableKeys.InvertedTime(row.RowKey.AsSpan(0, bar)));
            }
        }
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
