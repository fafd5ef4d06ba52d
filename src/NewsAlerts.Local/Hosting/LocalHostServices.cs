using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Local.Hosting;

/// <summary>The local host: the same triggers as the Functions app's, a pump each.</summary>
public static class LocalHostServices
{
    public static IServiceCollection AddLocalHost(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<LocalHostOptions, LocalHostOptionsValidator>(configuration, LocalHostOptions.Section);
        services.AddLocalTelemetry(TargetOf(configuration));
        services.AddHostedService<StorageCreation>();
        services.AddReaderSite();
        services.AddBlobPump();
        services.AddQueuePump<SummarizeRequest, ArticleSummarizer>(Queues.Summarize, (stage, request, stop) => stage.SummarizeAsync(request, stop));
        services.AddQueuePump<RouteRequest, ArticleRouter>(Queues.Route, (stage, request, stop) => stage.RouteAsync(request, stop));
        services.AddQueuePump<DeliverRequest, DigestDeliverer>(Queues.Deliver, (stage, request, stop) => stage.DeliverAsync(request, stop));
        services.AddTimerPump<DigestScheduler>("SendDigests", options => options.DigestInterval, (stage, stop) => stage.ScheduleDueAsync(stop));
        services.AddTimerPump<Sweeper>("Sweep", options => options.SweepInterval, (stage, stop) => stage.SweepAsync(stop));

        // The pumps drain side by side, and whoever stops the host waits for them.
        services.AddOptions<HostOptions>().Configure<IOptions<LocalHostOptions>>((host, local) =>
        {
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = local.Value.DrainTimeout + TimeSpan.FromSeconds(10);
        });
        return services;
    }

    /// <summary>Read before there are options; one that makes no sense is refused with the others when they are checked.</summary>
    private static TelemetryTarget TargetOf(IConfiguration configuration) =>
        Enum.TryParse<TelemetryTarget>(configuration[$"{LocalHostOptions.Section}:{nameof(LocalHostOptions.Telemetry)}"], ignoreCase: true, out var target) ? target : TelemetryTarget.Off;

    /// <summary>Before the pumps: mails that they send hold its address.</summary>
    private static void AddReaderSite(this IServiceCollection services)
    {
        services.AddReaderPages();
        services.AddSingleton<LocalHealth>();
        services.AddSingleton<LocalWebAddress>();
        services.Replace(ServiceDescriptor.Singleton<IWebAddress>(provider => provider.GetRequiredService<LocalWebAddress>()));
        services.AddHostedService<ReaderSite>();
    }

    private static void AddBlobPump(this IServiceCollection services) =>
        services.AddSingleton<IHostedService>(provider =>
        {
            var ingester = provider.GetRequiredService<ArticleIngester>();
            return new BlobPump(
                provider.GetRequiredService<IOriginals>(),
                (name, stop) => ingester.IngestAsync(name, stop),
                provider.GetRequiredService<IOptions<LocalHostOptions>>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<BlobPump>>());
        });

    private static void AddQueuePump<TRequest, TStage>(
        this IServiceCollection services, string queue, Func<TStage, TRequest, CancellationToken, Task> run)
        where TRequest : StageRequest
        where TStage : notnull =>
        services.AddSingleton<IHostedService>(provider =>
        {
            var clients = provider.GetRequiredService<StorageClients>();
            var stage = provider.GetRequiredService<TStage>();
            return new QueuePump<TRequest>(
                queue,
                clients.Queue(queue),
                clients.Queue(queue + Queues.PoisonSuffix),
                (request, stop) => run(stage, request, stop),
                provider.GetRequiredService<IOptions<LocalHostOptions>>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<QueuePump<TRequest>>>());
        });

    private static void AddTimerPump<TStage>(
        this IServiceCollection services, string name, Func<LocalHostOptions, TimeSpan> interval, Func<TStage, CancellationToken, Task> run)
        where TStage : notnull =>
        services.AddSingleton<IHostedService>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<LocalHostOptions>>().Value;
            var stage = provider.GetRequiredService<TStage>();
            return new TimerPump(
                name,
                interval(options),
                options.DrainTimeout,
                stop => run(stage, stop),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<TimerPump>>());
        });
}
