using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Adapters.Http;

/// <summary>Registers what posts to the outside, once for all channels that do.</summary>
internal static class GuardedPostServices
{
    public static IServiceCollection AddGuardedPost(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(GuardedPost)))
        {
            return services;
        }

        services.AddValidatedOptions<WebhookOptions, WebhookOptionsValidator>(configuration, WebhookOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<INameLookup, SystemNameLookup>();
        services.AddSingleton(provider =>
            new HostGate(provider.GetRequiredService<IOptions<WebhookOptions>>().Value.HostParallelism, HostGate.Patience, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<GuardedPost>();

        // The class has its own deadline. The client's own logs would print URLs, which may hold a receiver's token.
        services.AddHttpClient(GuardedPost.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var options = provider.GetRequiredService<IOptions<WebhookOptions>>().Value;
                return new GuardedConnection(provider.GetRequiredService<INameLookup>(), options.AllowLoopback).Handler(options.Timeout);
            })
            .RemoveAllLoggers();
        return services;
    }
}
