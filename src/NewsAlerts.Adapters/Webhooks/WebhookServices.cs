using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Delivering;

namespace NewsAlerts.Adapters.Webhooks;

public static class WebhookServices
{
    /// <summary>Registers the channels that post digests and notices, with section <c>Webhooks</c> of <paramref name="configuration"/>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGuardedPost(configuration);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeliveryChannel, WebhookChannel>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMessageChannel, WebhookMessageChannel>());
        services.AddSingleton(provider => new WebhookPing(provider.GetRequiredService<GuardedPost>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
