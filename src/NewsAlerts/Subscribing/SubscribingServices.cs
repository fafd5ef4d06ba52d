using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Delivering;

namespace NewsAlerts.Subscribing;

/// <summary>Registers how subscriptions begin and end.</summary>
public static class SubscribingServices
{
    public static IServiceCollection AddSubscribing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<ConfirmOptions, ConfirmOptionsValidator>(configuration, ConfirmOptions.Section);
        services.AddSingleton<Confirmations>();
        services.AddSingleton<IMessageSource>(provider => provider.GetRequiredService<Confirmations>());
        services.AddSingleton<SubscriptionRemoval>();
        services.AddSingleton<SubscriptionPause>();
        return services;
    }
}
