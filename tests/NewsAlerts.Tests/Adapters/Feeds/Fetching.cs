using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Feeds;

/// <summary>A server of feeds on this machine, and what fetches from it.</summary>
public abstract class Fetching : IAsyncLifetime
{
    protected const int Most = 10_000;
    private protected GivenFeedServer _server = null!;

    public async Task InitializeAsync() => _server = await GivenFeedServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private protected static Fetcher Fetch(params (string Key, string Value)[] settings) =>
        new(new SystemNameLookup(), [("Feeds:AllowInsecure", "true"), ("Feeds:AllowLoopback", "true"), .. settings]);

    private protected sealed class Fetcher(INameLookup names, params (string Key, string Value)[] settings) : IAsyncDisposable
    {
        private readonly ServiceProvider _services = new ServiceCollection()
            .AddSingleton(names)
            .AddLogging()
            .AddFeeds(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.GroupBy(one => one.Key).ToDictionary(one => one.Key, one => (string?)one.Last().Value))
                .Build())
            .BuildServiceProvider();

        public RobotsMemory Memory { get; } = new();

        public string? Objection(Uri url) => _services.GetRequiredService<FeedFetcher>().Objection(url);

        public Task<FeedAnswer> AskAsync(Uri url, FeedVersion? known = null) =>
            _services.GetRequiredService<FeedFetcher>().FetchAsync(new FeedRequest(url, Most, known), Memory, CancellationToken.None);

        public ValueTask DisposeAsync() => _services.DisposeAsync();
    }

    private protected sealed class RobotsMemory : IRobotsMemory
    {
        private readonly Dictionary<string, RobotsRecord> _records = [];

        public RobotsRecord? Find(string origin) => _records.GetValueOrDefault(origin);

        public void Save(string origin, RobotsRecord record) => _records[origin] = record;
    }

    private protected sealed class Named(IPAddress address) : INameLookup
    {
        public Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IPAddress[]>([address]);
    }
}
