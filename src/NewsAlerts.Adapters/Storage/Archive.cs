using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using NewsAlerts.Articles;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The table <c>Archive</c>: a partition a day, newest first.</summary>
internal sealed class Archive(StorageClients clients, TimeProvider time) : IArchive
{
    private readonly TableClient _table = clients.Table(Tables.Archive);

    public Task AddAsync(ArchiveEntry entry, CancellationToken cancellationToken) =>
        _table.UpsertEntityAsync(
            new TableEntity(Day(entry.At), $"{TableKeys.Inverted(entry.At)}|{entry.ArticleId}")
            {
                [nameof(ArchiveEntry.At)] = entry.At,
                [nameof(ArchiveEntry.Headline)] = entry.Headline,
                [nameof(ArchiveEntry.Source)] = entry.Source,
                [nameof(ArchiveEntry.Language)] = entry.Language,
            },
            TableUpdateMode.Replace,
            cancellationToken);

    // One day more than the clock says: hosts' clocks differ.
    public IAsyncEnumerable<ArchiveEntry> LatestAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        BetweenAsync(since, time.GetUtcNow().AddDays(1), cancellationToken);

    public async IAsyncEnumerable<ArchiveEntry> BetweenAsync(DateTimeOffset from, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Newest first: the later a time, the smaller its key.
        var (first, last) = (TableKeys.Inverted(until) + "~", TableKeys.Inverted(from) + "~");
        for (var day = until.UtcDateTime.Date; day >= from.UtcDateTime.Date; day = day.AddDays(-1))
        {
            var partition = Day(new DateTimeOffset(day, TimeSpan.Zero));
            var rows = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {first} and RowKey lt {last}");
            await foreach (var row in _table.QueryAsync<TableEntity>(rows, cancellationToken: cancellationToken))
            {
                yield return new ArchiveEntry(
                    row.GetDateTimeOffset(nameof(ArchiveEntry.At))!.Value,
                    ArticleId.Parse(row.RowKey[(row.RowKey.IndexOf('|', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture),
                    row.GetString(nameof(ArchiveEntry.Headline)),
                    row.GetString(nameof(ArchiveEntry.Source)),
                    row.GetString(nameof(ArchiveEntry.Language)));
            }
        }
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
