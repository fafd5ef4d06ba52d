using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Ingesting.Text;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Ingesting;

public static class IngestingServices
{
    /// <summary>Registers the stage Ingest. <paramref name="configuration"/> is the root: options lie in its section <c>Ingest</c>.</summary>
    public static IServiceCollection AddIngesting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<IngestOptions, IngestOptionsValidator>(configuration, IngestOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LanguageDetector>();
        services.AddSingleton<IOriginalReader, OriginalReader>();
        services.AddSingleton<ArticleComposer>();
        services.AddSingleton<ArticleIngester>();
        services.AddInstruments<IngestingMetrics>();
        return services;
    }
}
