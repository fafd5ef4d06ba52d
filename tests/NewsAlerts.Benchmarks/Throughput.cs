using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// Articles a second through the local host, from a full container to the inbox, beside a bare loop that sends the same storage
/// account as many writes of each service, as many at a time: what the pipeline could reach if it did nothing else.
/// </summary>
internal static class Throughput
{
    private const int Parallelism = 16;

    /// <param name="file">JSON lines with a property <c>text</c>.</param>
    /// <param name="most">How many of them to drop.</param>
    public static async Task RunAsync(string file, int most)
    {
        await using var installation = await Installation.CreateAsync(pumps: true);
        var subscription = await installation.SubscribeAsync();
        var articles = await DropAsync(installation, file, most);
        using var meter = new StorageMeter(installation.ConnectionString);

        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await installation.Host.StartAsync();
        await InboxHoldsAsync(installation, subscription, articles);
        var pipeline = clock.Elapsed;
        processor = Environment.CpuUsage.TotalTime - processor;
        var counts = meter.Take();
        await installation.Host.StopAsync();
        meter.Take();

        var writes = Writes(counts);
        clock.Restart();
        await BareLoopAsync(installation, writes);
        var bare = clock.Elapsed;

        Print(articles, pipeline, processor, bare, counts, writes);
    }

    private static async Task<int> DropAsync(Installation installation, string file, int most)
    {
        var lines = await File.ReadAllLinesAsync(file);
        var texts = lines.Take(most).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!).ToList();
        await Parallel.ForEachAsync(texts.Index(), async (item, stop) =>
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(item.Item));
            await installation.Get<IOriginals>().AddAsync($"{item.Index:d5}.txt", content, stop);
        });
        return texts.Count;
    }

    /// <summary>Looks every 100 ms, which the count of operations does not include.</summary>
    private static async Task InboxHoldsAsync(Installation installation, Subscription subscription, int articles)
    {
        var until = TimeProvider.System.GetUtcNow().AddDays(1);
        while ((await installation.Get<IInboxes>().ListPendingAsync(subscription.Id, until, articles, CancellationToken.None)).Count < articles)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }

    private static Dictionary<string, int> Writes(SortedDictionary<string, int> counts) =>
        counts.Where(count => count.Key is not ("blob read" or "blob list" or "queue receive" or "table read" or "table query"))
            .GroupBy(count => count.Key.Split(' ')[0])
            .ToDictionary(service => service.Key, service => service.Sum(count => count.Value));

    private static async Task BareLoopAsync(Installation installation, Dictionary<string, int> writes)
    {
        var clients = installation.Get<StorageClients>();
        var (blobs, queue, table) = (clients.Container("bare"), clients.Queue("bare"), clients.Table("Bare"));
        await blobs.CreateIfNotExistsAsync();
        await queue.CreateIfNotExistsAsync();
        await table.CreateIfNotExistsAsync();
        var body = BinaryData.FromBytes(new byte[4_096]);
        var work = writes.SelectMany(service => Enumerable.Range(0, service.Value).Select(i => (service.Key, Number: i)));
        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (item, stop) =>
        {
            await (item.Key switch
            {
                "blob" => blobs.GetBlobClient($"{item.Number}").UploadAsync(body, stop),
                "queue" => queue.SendMessageAsync("{}", stop),
                _ => (Task)table.AddEntityAsync(new TableEntity($"{item.Number % 32}", $"{item.Number}") { ["Message"] = "{}" }, stop),
            });
        });
    }

    private static void Print(int articles, TimeSpan pipeline, TimeSpan processor, TimeSpan bare, SortedDictionary<string, int> counts, Dictionary<string, int> writes)
    {
        Line($"{articles} articles through the local host: {pipeline.TotalSeconds:f1} s, {articles / pipeline.TotalSeconds:f1} articles a second");
        Line($"{writes.Values.Sum()} bare writes ({string.Join(", ", writes.Select(write => $"{write.Value} {write.Key}"))}), {Parallelism} at a time: {bare.TotalSeconds:f1} s");
        Line($"processor time of the host: {processor.TotalSeconds:f1} s, {processor.TotalMilliseconds / articles:f0} ms an article (the emulator's comes on top)");
        Line($"pipeline to bare loop: {pipeline / bare:f2}");
        Line($"operations an article, polls included: {(double)counts.Values.Sum() / articles:f1}");
        foreach (var (kind, count) in counts)
        {
            Line($"  {(double)count / articles,6:f2}  {kind}");
        }
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
