using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Summarizing;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Adapters.OpenAI;

public static class OpenAIServices
{
    /// <summary>
    /// Registers the model, with section <c>OpenAI</c> of <paramref name="configuration"/>; it is off where that section is empty. What it
    /// costs is counted in storage if that is registered too, otherwise in this process.
    /// </summary>
    public static IServiceCollection AddOpenAI(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<OpenAIOptions, OpenAIOptionsValidator>(configuration, OpenAIOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IModelSpend, ProcessSpend>();
        services.AddSingleton<ModelChat>();
        services.AddInstruments<SummarizingMetrics>();
        services.AddInstruments<ModelMetrics>();
        services.AddSingleton<ModelRequests>();
        services.AddSingleton<ModelProbe>();
        services.AddSingleton<IModelSummarizer, ModelSummarizer>();

        // One client for the life of the process, whose connections are renewed so that a changed address is noticed. Requests have their own
        // deadline. A redirect would take the key elsewhere. The client's own logs would print addresses.
        services.AddHttpClient(ModelChat.Http, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .AddHttpMessageHandler(() => new BoundedAnswers())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }
}
