using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsAlerts.Adapters;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Routing;

namespace NewsAlerts.Benchmarks;

/// <summary>An Azurite of its own, the pipeline on it, and a receiver that says OK.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsalerts-bench-");
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false });
    private AzuriteEmulator? _azurite;
    private IHost? _host;

    public IHost Host => _host ?? throw new InvalidOperationException("Not started.");

    public string ConnectionString => _azurite?.ConnectionString ?? throw new InvalidOperationException("Not started.");

    /// <summary>Starts the emulator and makes the host, which the caller may start.</summary>
    /// <param name="pumps">With what moves work along, as <c>newsalerts run</c> does.</param>
    /// <param name="channels">With the real channels, which may reach this machine; without, every digest counts as received.</param>
    /// <param name="shards">Over how many the subscriptions are spread.</param>
    /// <param name="also">What a command adds to the host.</param>
    public static async Task<Installation> CreateAsync(bool pumps, bool channels = false, int shards = 1, Action<HostApplicationBuilder>? also = null)
    {
        var installation = new Installation();
        var options = new EmulatorOptions
        {
            DataFolder = installation._folder.FullName,
            InstallFolder = Path.Combine(Repository.Root, ".newsalerts", "emulators"),
            KnownAzurite = null,
            KnownMailServer = null,
        };
        var starter = new EmulatorStarter(options, installation._http, TimeProvider.System);
        installation._azurite = await starter.StartAzuriteAsync(progress: null, CancellationToken.None);
        installation._host = BuildHost(installation.ConnectionString, pumps, channels, shards, also);
        await installation.Get<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        return installation;
    }

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>A reader, in that shard, whose digest is due once a year: nothing goes out by itself.</summary>
    public async Task<Subscription> SubscribeAsync(int shard = 0)
    {
        var id = SubscriptionId.New(shard + 1);
        while (id.Shard != shard)
        {
            id = SubscriptionId.New(shard + 1);
        }

        var subscription = new Subscription
        {
            Id = id,
            Name = "Benchmark",
            Channel = new Channel.Email("reader@example.com"),
            Schedule = new Schedule("0 0 1 1 *", "UTC"),
            Created = TimeProvider.System.GetUtcNow(),
        };
        await Get<ISubscriptions>().AddAsync(subscription, subscription.NextDueAfter(subscription.Created), CancellationToken.None);
        return subscription;
    }

    public async ValueTask DisposeAsync()
    {
        _host?.Dispose();
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private static IHost BuildHost(string connectionString, bool pumps, bool channels, int shards, Action<HostApplicationBuilder>? also)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            new(StorageClients.ConnectionName, connectionString),
            new("Routing:Shards", shards.ToString(CultureInfo.InvariantCulture)),
            new("Webhooks:AllowInsecure", "true"),
            new("Webhooks:AllowLoopback", "true"),
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole();
        builder.Services.AddNewsAlerts(builder.Configuration).AddNewsAlertsAdapters(builder.Configuration);
        if (!channels)
        {
            builder.Services.RemoveAll<IDeliveryChannel>().AddSingleton<IDeliveryChannel, AcceptingChannel>();
        }

        if (pumps)
        {
            builder.Services.AddLocalHost(builder.Configuration);
        }

        also?.Invoke(builder);
        return builder.Build();
    }

    private sealed class AcceptingChannel : IDeliveryChannel
    {
        public bool Serves(Channel channel) => true;

        public Task<SendOutcome> SendAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken) =>
            Task.FromResult<SendOutcome>(new SendOutcome.Sent());
    }
}
