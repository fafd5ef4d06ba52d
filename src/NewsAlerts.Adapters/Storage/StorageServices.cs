using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The core's stores on one storage account.</summary>
public static class StorageServices
{
    /// <exception cref="StorageConfigurationException">No usable storage account is configured.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(StorageClients.Create(configuration));
        services.AddSingleton<StorageProvisioner>();
        services.AddSingleton<StorageProbe>();
        services.AddSingleton<IArchive, Archive>();
        services.AddSingleton<IBacklogReader, BacklogReader>();
        services.AddSingleton<DeliveryDays>();
        services.AddSingleton<IDeliveries, Deliveries>();
        services.AddSingleton<IDigests, Digests>();
        services.AddSingleton<FailureLog>();
        services.AddSingleton<IFailures, Failures>();
        services.AddSingleton<IInboxes, Inboxes>();
        services.AddSingleton<ILibrary, Library>();
        services.AddSingleton<IModelSpend, Spend>();
        services.AddSingleton<IOpenWork, OpenWork>();
        services.AddSingleton<IOriginals, Originals>();
        services.AddSingleton<ISubscriptions, Subscriptions>();
        services.AddSingleton<ITemplates, Templates>();
        services.AddInstruments<QueueMetrics>();
        services.AddSingleton<IWorkQueues, WorkQueues>();
        return services;
    }
}
