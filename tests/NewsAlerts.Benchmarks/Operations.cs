using System.Globalization;
using System.Text;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// The storage operations that one article costs, from its drop to an inbox and on to a sent digest: each stage once, with the
/// receive and the delete of its message, without the polls of an idle host.
/// </summary>
internal static class Operations
{
    private const string Article = """
        Harbour of Port Ellery opens a new berth

        The harbour of Port Ellery opened its new berth on Monday after two years of work. Harbour master Ines Calloway said the first
        ferry, the Sandpiper, carried 214 passengers.

        The berth cost 14 million crowns, 2 million less than planned. Fishing boats will move to the northern quay in October.
        """;

    public static async Task RunAsync()
    {
        await using var installation = await Installation.CreateAsync(pumps: false);
        var subscription = await installation.SubscribeAsync();

        // Connections, caches and the subscription list are warm, as in a running host.
        await ToInboxAsync(installation, "warm-up.txt", "Warm-up. " + Article);
        using var meter = new StorageMeter(installation.ConnectionString);
        await ToInboxAsync(installation, "berth.txt", Article, meter);
        Print("drop to inbox, one article, one subscription", meter.Take());

        var digest = DigestId.Of(subscription.Id, TimeProvider.System.GetUtcNow().AddSeconds(1));
        await installation.Get<Handover>().StartAsync(new DeliverRequest(digest), CancellationToken.None);
        await HandleAsync<DeliverRequest>(installation, Queues.Deliver, installation.Get<DigestDeliverer>().DeliverAsync);
        Print("inbox to sent digest, two articles", meter.Take());
        await TwoShardsAsync();
    }

    /// <summary>What a second shard adds, to one article's way: compare with one.</summary>
    private static async Task TwoShardsAsync()
    {
        await using var installation = await Installation.CreateAsync(pumps: false, shards: 2);
        await installation.SubscribeAsync(shard: 0);
        await installation.SubscribeAsync(shard: 1);
        await ToInboxAsync(installation, "warm-up.txt", "Warm-up. " + Article, shards: 2);
        using var meter = new StorageMeter(installation.ConnectionString);
        await ToInboxAsync(installation, "berth.txt", Article, meter, shards: 2);
        Print("drop to inboxes, one article, two shards with a subscription each", meter.Take());
    }

    private static async Task ToInboxAsync(Installation installation, string name, string text, StorageMeter? meter = null, int shards = 1)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var original = await installation.Get<IOriginals>().AddAsync(name, content, CancellationToken.None);
        meter?.Take();
        await installation.Get<ArticleIngester>().IngestAsync(original.Name, CancellationToken.None);
        await HandleAsync<SummarizeRequest>(installation, Queues.Summarize, installation.Get<ArticleSummarizer>().SummarizeAsync);
        for (var shard = 0; shard < shards; shard++)
        {
            await HandleAsync<RouteRequest>(installation, Queues.Route, installation.Get<ArticleRouter>().RouteAsync);
        }
    }

    private static async Task HandleAsync<T>(Installation installation, string queue, Func<T, CancellationToken, Task> handle) where T : StageRequest
    {
        var client = installation.Get<StorageClients>().Queue(queue);
        var message = (await client.ReceiveMessageAsync()).Value;
        await handle((T)MessageJson.Read(queue, message.Body.ToString()), CancellationToken.None);
        await client.DeleteMessageAsync(message.MessageId, message.PopReceipt);
    }

    private static void Print(string what, SortedDictionary<string, int> counts)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {counts.Values.Sum()} operations"));
        foreach (var (kind, count) in counts)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,3}  {kind}"));
        }
    }
}
