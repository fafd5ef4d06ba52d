using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace NewsAlerts.Telemetry;

/// <summary>Registers instruments.</summary>
public static class TelemetryServices
{
    /// <summary>
    /// Registers a feature's instruments, once. They come from the <see cref="System.Diagnostics.Metrics.IMeterFactory"/> of the container, as Microsoft's
    /// guidance for what is built by one has it: two hosts in one process, as in tests, do not hear each other.
    /// </summary>
    public static IServiceCollection AddInstruments<T>(this IServiceCollection services) where T : class
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<T>();
        return services;
    }
}
