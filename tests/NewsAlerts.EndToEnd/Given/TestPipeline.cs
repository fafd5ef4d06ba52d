using System.Text;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Adapters;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>
/// The whole pipeline on a real storage account of its own, moved by hand: a test decides when triggers fire, which the
/// hosts leave to chance. Two pipelines on one account are two hosts.
/// </summary>
internal sealed class TestPipeline : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestPipeline(ServiceProvider services, string account, TimeMachine time) => (_services, Account, Time) = (services, account, time);

    public string Account { get; }

    public TimeMachine Time { get; }

    /// <summary>A pipeline on an account of its own, with everything created.</summary>
    public static async Task<TestPipeline> StartAsync(EmulatorFixture emulators, params (string Key, string Value)[] settings)
    {
        var pipeline = Build(emulators, emulators.NewAccount(), new TimeMachine(), settings, _ => { });
        await pipeline.Get<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        return pipeline;
    }

    /// <summary>Another host on the same account and clock, which may have parts of its own.</summary>
    public TestPipeline AnotherHost(EmulatorFixture emulators, Action<IServiceCollection>? with = null, params (string Key, string Value)[] settings) =>
        Build(emulators, Account, Time, settings, with ?? (_ => { }));

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<OriginalHead> DropAsync(string name, string text) => await DropAsync(name, Encoding.UTF8.GetBytes(text));

    public async Task<OriginalHead> DropAsync(string name, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await Get<IOriginals>().AddAsync(name, content, CancellationToken.None);
    }

    /// <summary>A subscription whose digest is due every day at noon, UTC, unless <paramref name="with"/> makes something else of it.</summary>
    public async Task<Subscription> SubscribeAsync(Channel channel, string name = "Morning briefing", Func<Subscription, Subscription>? with = null, string? rule = null)
    {
        var subscription = new Subscription
        {
            Id = SubscriptionId.New(shards: 1),
            Name = name,
            Channel = channel,
            Schedule = new Schedule("0 12 * * *", "UTC"),
            Rule = rule is null ? null : Rule.Parse(rule),
            Created = Time.GetUtcNow(),
        };
        subscription = with?.Invoke(subscription) ?? subscription;
        await Get<ISubscriptions>().AddAsync(subscription, subscription.NextDueAfter(Time.GetUtcNow()), CancellationToken.None);
        return subscription;
    }

    /// <summary>Makes the next digest of each due in a second, for a host that looks by itself.</summary>
    public async Task MakeDueAsync(params Subscription[] all)
    {
        var subscriptions = Get<ISubscriptions>();
        foreach (var subscription in all)
        {
            var due = await subscriptions.FindDueAsync(subscription.Id, CancellationToken.None);
            await subscriptions.MoveDueAsync(new DueDigest(subscription.Id, due!.Value), Time.GetUtcNow().AddSeconds(1), CancellationToken.None);
        }
    }

    /// <summary>How many articles wait for the next digest, at most 1,000.</summary>
    public async Task<int> CountPendingAsync(Subscription subscription) =>
        (await Get<IInboxes>().ListPendingAsync(subscription.Id, DateTimeOffset.MaxValue.AddYears(-1), 1_000, CancellationToken.None)).Count;

    /// <summary>Ingests, summarises and routes whatever there is, until nothing is left to do.</summary>
    public async Task DrainAsync()
    {
        bool moved;
        do
        {
            moved = await IngestAllAsync();
            moved |= await HandleAllAsync<SummarizeRequest>(Queues.Summarize, Get<ArticleSummarizer>().SummarizeAsync);
            moved |= await HandleAllAsync<RouteRequest>(Queues.Route, Get<ArticleRouter>().RouteAsync);
            moved |= await HandleAllAsync<DeliverRequest>(Queues.Deliver, Get<DigestDeliverer>().DeliverAsync);
        }
        while (moved);
    }

    /// <summary>Ingests and summarises what there is, and leaves the routing to somebody else.</summary>
    public async Task PrepareAsync()
    {
        await IngestAllAsync();
        await HandleAllAsync<SummarizeRequest>(Queues.Summarize, Get<ArticleSummarizer>().SummarizeAsync);
    }

    /// <summary>Puts the clock forward until the next digests are due, and sends them.</summary>
    public async Task SendDigestsAsync()
    {
        Time.Advance(TimeSpan.FromHours(25));
        await Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        await DrainAsync();
    }

    public async Task<IngestOutcome> IngestAsync(OriginalHead original) =>
        await Get<ArticleIngester>().IngestAsync(original.Name, CancellationToken.None);

    /// <summary>Takes the messages of a queue that are visible now, without handling them.</summary>
    public async Task<IReadOnlyList<StageRequest>> TakeAsync(string queue)
    {
        var messages = await ReceiveAsync(queue);
        foreach (var message in messages)
        {
            await DeleteAsync(queue, message);
        }

        return [.. messages.Select(message => MessageJson.Read(queue, message.Body.ToString()))];
    }

    public async Task<IReadOnlyList<string>> ListBlobsAsync(string container) =>
        await Get<StorageClients>().Container(container).GetBlobsAsync().Select(blob => blob.Name).ToListAsync();

    public async Task<int> CountRowsAsync(string table) =>
        await Get<StorageClients>().Table(table).QueryAsync<Azure.Data.Tables.TableEntity>().CountAsync();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static TestPipeline Build(
        EmulatorFixture emulators, string account, TimeMachine time, (string Key, string Value)[] settings, Action<IServiceCollection> with)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                [StorageClients.ConnectionName] = account,
                ["Email:Host"] = emulators.Mail.SmtpHost,
                ["Email:Port"] = emulators.Mail.SmtpPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Email:Tls"] = "None",
                ["Webhooks:AllowInsecure"] = "true",
                ["Webhooks:AllowLoopback"] = "true",
                ["Routing:RefreshAfter"] = "00:00:00",
            })
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddLogging();
        services.AddNewsAlerts(configuration);
        services.AddNewsAlertsAdapters(configuration);
        with(services);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        return new TestPipeline(provider, account, time);
    }

    private async Task<bool> IngestAllAsync()
    {
        var any = false;
        foreach (var head in await Get<IOriginals>().ListAsync(CancellationToken.None).ToListAsync())
        {
            await IngestAsync(head);
            any = true;
        }

        return any;
    }

    private async Task<bool> HandleAllAsync<T>(string queue, Func<T, CancellationToken, Task> handle) where T : StageRequest
    {
        var messages = await ReceiveAsync(queue);
        foreach (var message in messages)
        {
            try
            {
                await handle((T)MessageJson.Read(queue, message.Body.ToString()), CancellationToken.None);
            }
            catch
            {
                // Visible again, as after a host's death and the end of its time.
                await Get<StorageClients>().Queue(queue).UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, TimeSpan.Zero);
                throw;
            }

            await DeleteAsync(queue, message);
        }

        return messages.Length > 0;
    }

    private async Task<QueueMessage[]> ReceiveAsync(string queue) =>
        await Get<StorageClients>().Queue(queue).ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5));

    private async Task DeleteAsync(string queue, QueueMessage message) =>
        await Get<StorageClients>().Queue(queue).DeleteMessageAsync(message.MessageId, message.PopReceipt);
}
