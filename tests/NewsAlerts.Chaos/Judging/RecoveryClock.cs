using Azure.Data.Tables;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Chaos.Hosts;

namespace NewsAlerts.Chaos.Judging;

/// <summary>
/// How long it takes until what was in flight when a host was killed has come to its end, whoever brings it there: from the kill until the last row that the
/// table Open had then is gone. Looks at the table itself, past the proxies.
/// </summary>
internal sealed class RecoveryClock(StorageClients storage, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Each row's stays in the table.</summary>
    private readonly Dictionary<string, List<(DateTimeOffset First, DateTimeOffset Last)>> _stays = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        while (!cancellationToken.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            var rows = await storage.Table(Tables.Open).QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"], cancellationToken: CancellationToken.None)
                .Select(row => row.RowKey)
                .Where(key => !key.StartsWith("purge|", StringComparison.Ordinal))
                .ToHashSetAsync(StringComparer.Ordinal, CancellationToken.None);
            foreach (var row in rows)
            {
                var stays = _stays.TryGetValue(row, out var known) ? known : _stays[row] = [];
                if (before.Contains(row))
                {
                    stays[^1] = (stays[^1].First, now);
                }
                else
                {
                    stays.Add((now, now));
                }
            }

            before = rows;
            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The time of each kill that hit a system with something in flight.</summary>
    public IReadOnlyList<TimeSpan> TimesOf(IEnumerable<Incident> incidents) =>
    [
        .. from kill in incidents
           where kill.Kind is BlowKind.Kill
           let ends = _stays.Values.SelectMany(stays => stays).Where(stay => stay.First <= kill.At && stay.Last >= kill.At).Select(stay => stay.Last).ToList()
           where ends.Count > 0
           let took = ends.Max() - kill.At
           orderby took
           select took,
    ];
}
