using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Routing;

/// <summary>Registers this stage.</summary>
public static class RoutingServices
{
    public static IServiceCollection AddRouting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<RoutingOptions, RoutingOptionsValidator>(configuration, RoutingOptions.Section);
        services.AddSingleton<SubscriptionCache>();
        services.AddSingleton<InboxPlacement>();
        services.AddSingleton<ArticleRouter>();
        services.AddInstruments<RoutingMetrics>();
        return services;
    }
}
