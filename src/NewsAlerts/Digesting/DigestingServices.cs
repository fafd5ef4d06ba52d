using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Digesting;

/// <summary>Registers this stage.</summary>
public static class DigestingServices
{
    public static IServiceCollection AddDigesting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<DigestOptions, DigestOptionsValidator>(configuration, DigestOptions.Section);
        services.AddSingleton<DigestScheduler>();
        services.AddSingleton<DigestComposer>();
        services.AddSingleton<DigestFreezer>();
        services.AddInstruments<DigestingMetrics>();
        return services;
    }
}
