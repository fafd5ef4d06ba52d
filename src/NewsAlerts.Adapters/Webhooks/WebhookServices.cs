using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Webhooks;

public static class WebhookServices
{
    /// <summary>Registers the channel that posts digests, with section <c>Webhooks</c> of <paramref name="configuration"/>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<WebhookOptions, WebhookOptionsValidator>(configuration, WebhookOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeliveryChannel, WebhookChannel>());
        services.TryAddSingleton(TimeProvider.System);

        // The channel has its own deadline. The client's own logs would print URLs, which may hold a receiver's token.
        services.AddHttpClient(WebhookChannel.Client, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => PublicAddresses.Handler(provider.GetRequiredService<IOptions<WebhookOptions>>().Value))
            .RemoveAllLoggers();
        return services;
    }
}
