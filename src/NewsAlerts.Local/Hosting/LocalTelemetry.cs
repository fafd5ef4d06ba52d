using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsAlerts.Local.Hosting;

/// <summary>
/// Where the local host sends what the pipeline tells about itself: nowhere, unless it is asked to. The standard's variables count (<c>OTEL_SERVICE_NAME</c>,
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, <c>OTEL_TRACES_SAMPLER</c> …), from the environment or from appsettings.json.
/// </summary>
internal static class LocalTelemetry
{
    private const string ServiceName = "newsalerts";

    public static IServiceCollection AddLocalTelemetry(this IServiceCollection services, TelemetryTarget target)
    {
        if (target is TelemetryTarget.Off)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: ProgramVersion.Short).AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddSource(Tracing.Name))
            .WithMetrics(metrics => metrics.AddMeter(Tracing.Name, "System.Runtime"));
        if (target is TelemetryTarget.Otlp)
        {
            telemetry.WithLogging(null, logs => logs.IncludeFormattedMessage = true).UseOtlpExporter();
        }
        else
        {
            // Logs are on the console as it is.
            telemetry.WithTracing(tracing => tracing.AddConsoleExporter()).WithMetrics(metrics => metrics.AddConsoleExporter());
        }

        return services;
    }
}

/// <summary>Where telemetry goes.</summary>
public enum TelemetryTarget
{
    /// <summary>Nowhere: nothing is collected.</summary>
    Off,

    /// <summary>Traces and metrics to standard output.</summary>
    Console,

    /// <summary>Traces, metrics and logs to an OTLP receiver, on this machine unless <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says otherwise.</summary>
    Otlp,
}
