using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Http;

namespace NewsAlerts.Adapters.Feeds;

public static class FeedServices
{
    private const string Client = "feeds";

    /// <summary>Registers <see cref="FeedFetcher"/>, with section <c>Feeds</c> of <paramref name="configuration"/>.</summary>
    public static IServiceCollection AddFeeds(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<FeedOptions, FeedOptionsValidator>(configuration, FeedOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<INameLookup, SystemNameLookup>();
        services.AddSingleton(provider =>
        {
            var (options, time) = (provider.GetRequiredService<IOptions<FeedOptions>>().Value, provider.GetRequiredService<TimeProvider>());
            return new FeedFetcher(
                new GuardedGet(provider.GetRequiredService<IHttpClientFactory>(), Client, options.Rules, options.Timeout, time), options.Rules, time);
        });

        // GuardedGet has its own deadline. The client's own logs would print URLs, which may hold a reader's token.
        services.AddHttpClient(Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var options = provider.GetRequiredService<IOptions<FeedOptions>>().Value;
                var handler = new GuardedConnection(provider.GetRequiredService<INameLookup>(), options.AllowLoopback).Handler(options.Timeout);
                handler.AutomaticDecompression = DecompressionMethods.All;
                return handler;
            })
            .RemoveAllLoggers();
        return services;
    }
}
