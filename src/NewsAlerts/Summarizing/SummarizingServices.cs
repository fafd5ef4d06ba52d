using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Summarizing;

/// <summary>Registers this stage.</summary>
public static class SummarizingServices
{
    public static IServiceCollection AddSummarizing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<SummarizeOptions, SummarizeOptionsValidator>(configuration, SummarizeOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EmbeddedSummarizer>();
        services.AddSingleton<ISummarizer, FallbackSummarizer>();
        services.AddSingleton<ArticleSummarizer>();
        services.AddSingleton<RecentSummaries>();
        services.AddSingleton<SummaryReplay>();
        services.AddInstruments<StageMetrics>();
        services.AddInstruments<SummarizingMetrics>();
        return services;
    }
}
