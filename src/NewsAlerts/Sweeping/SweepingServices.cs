using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Sweeping;

/// <summary>Registers this stage.</summary>
public static class SweepingServices
{
    public static IServiceCollection AddSweeping(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<SweepOptions, SweepOptionsValidator>(configuration, SweepOptions.Section);
        services.AddSingleton<PoisonSweep>();
        services.AddSingleton<MissedOriginalsSweep>();
        services.AddSingleton<OpenWorkSweep>();
        services.AddSingleton<Sweeper>();
        services.AddSingleton<FailureRetry>();
        services.AddInstruments<SweepingMetrics>();
        services.AddInstruments<BacklogMetrics>();
        return services;
    }
}
