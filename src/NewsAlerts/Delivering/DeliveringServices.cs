using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Delivering;

/// <summary>Registers this stage.</summary>
public static class DeliveringServices
{
    public static IServiceCollection AddDelivering(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<DeliverOptions, DeliverOptionsValidator>(configuration, DeliverOptions.Section);
        services.AddSingleton<DeliveryPlan>();
        services.AddSingleton<DeliveryWaits>();
        services.AddSingleton<DeliveryEnds>();
        services.AddSingleton<DeliveryResults>();
        services.AddSingleton<SubscriptionStanding>();
        services.AddSingleton<IMessageSource>(provider => provider.GetRequiredService<SubscriptionStanding>());
        services.AddSingleton<FailingDestinations>();
        services.AddSingleton<DeliveryAttempt>();
        services.AddSingleton<DeliveryRetry>();
        services.AddSingleton<MessageDeliverer>();
        services.AddSingleton<DigestDeliverer>();
        services.AddInstruments<DeliveringMetrics>();
        return services;
    }
}
