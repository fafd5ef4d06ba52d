using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Telemetry;
using OpenTelemetry;

namespace NewsAlerts.Functions;

/// <summary>
/// Sends what the pipeline tells about itself to Application Insights, to any OTLP receiver, or to both: whatever is configured, and nothing otherwise.
/// The Functions host does the same for its own part, since <c>host.json</c> says <c>telemetryMode: OpenTelemetry</c>; one that a worker exports beside
/// passes on none of its logs a second time.
/// </summary>
internal static class AppTelemetry
{
    /// <summary>Set by Azure, and by infra/.</summary>
    public const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>How to sign in where Application Insights takes no keys: <c>Authorization=AAD;ClientId=…</c>, as the Functions host reads it.</summary>
    public const string InsightsSignIn = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>The standard's own variable; its sisters (<c>OTEL_EXPORTER_OTLP_HEADERS</c>, <c>OTEL_TRACES_SAMPLER</c> …) count too.</summary>
    public const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Which traces are kept: the standard's, of which Azure Monitor's exporter knows <c>microsoft.fixed_percentage</c> and <c>microsoft.rate_limited</c>.</summary>
    public const string Sampler = "OTEL_TRACES_SAMPLER";

    public static IServiceCollection AddAppTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var (insights, otlp) = (configuration[Insights] is { Length: > 0 }, configuration[Otlp] is { Length: > 0 });
        if (!insights && !otlp)
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry();
        telemetry.UseFunctionsWorkerDefaults();
        telemetry
            .WithTracing(tracing => tracing.AddSource(Tracing.Name))
            .WithMetrics(metrics => metrics.AddMeter(Tracing.Name))
            .WithLogging(null, logs => logs.IncludeFormattedMessage = true);
        if (insights)
        {
            services.PostConfigure<AzureMonitorExporterOptions>(options =>
            {
                options.Credential = SignIn(configuration[InsightsSignIn]);
                if (string.IsNullOrEmpty(configuration[Sampler]))
                {
                    // Its default keeps five traces a second, and decides for each span anew: an article's trace, which lasts, would have holes.
                    (options.TracesPerSecond, options.SamplingRatio) = (null, 1);
                }
            });
            telemetry.UseAzureMonitorExporter();
        }

        if (otlp)
        {
            telemetry.UseOtlpExporter();
        }

        return services;
    }

    /// <summary>The identity that such a text names; null where it names none, and the connection string alone is to do.</summary>
    internal static TokenCredential? SignIn(string? text)
    {
        var parts = (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToDictionary(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        if (!string.Equals(parts.GetValueOrDefault("Authorization"), "AAD", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return parts.GetValueOrDefault("ClientId") is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();
    }
}
