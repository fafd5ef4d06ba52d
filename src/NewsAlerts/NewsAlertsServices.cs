using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts;

/// <summary>The pipeline's stages, in the order in which an article passes them.</summary>
public static class NewsAlertsServices
{
    public static IServiceCollection AddNewsAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Handover>();
        services.AddIngesting(configuration);
        services.AddSummarizing(configuration);
        services.AddRouting(configuration);
        services.AddDigesting(configuration);
        services.AddDelivering(configuration);
        services.AddSubscribing(configuration);
        services.AddSweeping(configuration);
        return services;
    }
}
