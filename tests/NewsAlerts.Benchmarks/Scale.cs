using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// Many subscriptions, each of which matches one article in a hundred, through the local host: from the drop to the inboxes, and, all of them due in the
/// same minute, from the inboxes to a real receiver of webhooks. What Azurite needs runs on the same machine.
/// </summary>
internal static class Scale
{
    private const int Topics = 100;
    private const int Parallelism = 16;

    public static async Task RunAsync(int subscriptions, int articles)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var installation = await Installation.CreateAsync(pumps: true, channels: true);
        var added = await SubscribeAsync(installation, receiver, subscriptions);
        await DropAsync(installation, articles);
        Line($"{subscriptions:n0} subscriptions, {articles} articles, each article matches {subscriptions / Topics:n0}, each subscription {articles / Topics}");

        using var meter = new StorageMeter(installation.ConnectionString);
        meter.Take();
        var routing = Phase.Begin();
        await installation.Host.StartAsync();
        await NothingIsOpenAsync(installation);
        routing.End("drop to inboxes", articles, "article", meter.Take());

        await MakeDueAsync(installation, added);
        meter.Take();
        var delivering = Phase.Begin();
        await installation.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        await receiver.HasAsync(subscriptions);
        await NothingIsOpenAsync(installation);
        delivering.End("due to received", subscriptions, "digest", meter.Take());
        Line($"received {receiver.Requests:n0} requests with {receiver.Ids:n0} ids and {receiver.Articles:n0} articles; most memory of the host, receiver included: {PeakMegabytes()} MB");
        await installation.Host.StopAsync();
    }

    private static async Task<IReadOnlyList<Subscription>> SubscribeAsync(Installation installation, WebhookReceiver receiver, int count)
    {
        var secret = WebhookSecret.New();
        var now = TimeProvider.System.GetUtcNow();
        List<Subscription> all =
        [
            .. Enumerable.Range(0, count).Select(i => new Subscription
            {
                Id = SubscriptionId.New(shards: 1),
                Name = $"Reader {i}",
                Channel = new Channel.Webhook(receiver.Url, secret),
                Schedule = new Schedule("0 0 1 1 *", "UTC"),
                Rule = Rule.Parse(Topic(i)),
                Created = now,
            }),
        ];
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (one, stop) =>
            await installation.Get<ISubscriptions>().AddAsync(one, now.AddDays(300), stop));
        return all;
    }

    private static Task DropAsync(Installation installation, int articles) =>
        Parallel.ForEachAsync(Enumerable.Range(0, articles), async (i, stop) =>
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(Article(i)));
            await installation.Get<IOriginals>().AddAsync($"{i:d5}.txt", content, stop);
        });

    /// <summary>A word that no article of another topic has.</summary>
    private static string Topic(int i) => $"quay{Letters(i % Topics)}";

    private static string Letters(int i) => $"{(char)('a' + (i / 10))}{(char)('k' + (i % 10))}";

    private static string Article(int i) => string.Create(CultureInfo.InvariantCulture, $"""
        Harbour number {i} opens a new berth

        The harbour opened berth {i} on Monday after two years of work, the harbour master said. The first ferry carried {100 + i} passengers to the {Topic(i)} terminal.

        The berth cost {10 + i} million crowns, 2 million less than planned. Fishing boats will move to the northern side in October.
        """);

    /// <summary>Every piece of work has a row in the table Open until it is done; looks every half second, which the counts include.</summary>
    private static async Task NothingIsOpenAsync(Installation installation)
    {
        var clients = installation.Get<StorageClients>();
        while (await clients.Container(Containers.Articles).GetBlobsAsync().AnyAsync()
            || await clients.Table(Tables.Open).QueryAsync<TableEntity>(maxPerPage: 1, select: ["RowKey"]).AnyAsync())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Due in the next second: a digest holds what was matched at or before its due time, to the second.</summary>
    private static async Task MakeDueAsync(Installation installation, IReadOnlyList<Subscription> all)
    {
        var due = TimeProvider.System.GetUtcNow().AddSeconds(1);
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (one, stop) =>
            await installation.Get<ISubscriptions>().ChangeAsync(one.Id, same => same, (_, _) => due, stop));
        var left = due - TimeProvider.System.GetUtcNow();
        await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, TimeProvider.System, CancellationToken.None);
    }

    private static long PeakMegabytes() =>
        long.Parse(
            File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) / 1024;

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Time and processor time from one point to another.</summary>
    private sealed record Phase(Stopwatch Clock, TimeSpan Processor)
    {
        public static Phase Begin() => new(Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);

        public void End(string what, int units, string unit, SortedDictionary<string, int> counts)
        {
            var processor = Environment.CpuUsage.TotalTime - Processor;
            Line($"{what}: {Clock.Elapsed.TotalSeconds:f1} s, {processor.TotalMilliseconds / units:f1} ms of processor time and {(double)counts.Values.Sum() / units:f1} operations {(unit[0] == 'a' ? "an" : "a")} {unit}");
            foreach (var (kind, count) in counts.OrderByDescending(count => count.Value))
            {
                Line($"  {(double)count / units,8:f2}  {kind}");
            }
        }
    }
}
