using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Chats;
using NewsAlerts.Adapters.Email;
using NewsAlerts.Adapters.KeyRing;
using NewsAlerts.Adapters.OpenAI;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Adapters.Webhooks;

namespace NewsAlerts.Adapters;

/// <summary>The core's ports on real technology.</summary>
public static class AdapterServices
{
    public static IServiceCollection AddNewsAlertsAdapters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStorage(configuration);
        services.AddKeyRing(configuration);
        services.AddEmail(configuration);
        services.AddWebhooks(configuration);
        services.AddChats(configuration);
        services.AddOpenAI(configuration);
        return services;
    }
}
