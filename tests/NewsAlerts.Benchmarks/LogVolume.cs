using System.Globalization;
using System.Text;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;
using NewsAlerts.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// What Application Insights would be paid for: the bytes of the JSON that its own exporter sends for an article, for a digest and for a minute of metrics, with the app's settings, to a stand-in on this machine.
/// What the Functions host adds by itself for each execution is not in it.
/// </summary>
internal static class LogVolume
{
    private const int Readers = 10;

    // As long as the app's in Azure, since it stands in every item.
    private const string AppName = "func-newsalerts-abcdefghijklm";

    public static async Task RunAsync()
    {
        // The exporter's word to its makers, which goes to another address and is not paid for.
        Environment.SetEnvironmentVariable("APPLICATIONINSIGHTS_STATSBEAT_DISABLED", "true");
        await using var insights = await InsightsReceiver.StartAsync();
        await OneShardAsync(insights);
        await TwoShardsAsync(insights);
    }

    private static async Task OneShardAsync(InsightsReceiver insights)
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var installation = await Installation.CreateAsync(pumps: true, channels: true, also: builder => Export(builder, insights.ConnectionString));
        var added = await SubscribeAsync(installation, receiver);
        await installation.Host.StartAsync();
        await ArticlesAsync(installation, 0, 1);
        Flush(installation);
        insights.Take();

        await MeasureAsync("40 articles", 40, "an article", insights, installation, () => ArticlesAsync(installation, 1, 40));
        await DigestsAsync("digests of 41 articles", added, insights, installation, receiver);
        await MeasureAsync("1 article", 1, "an article", insights, installation, () => ArticlesAsync(installation, 41, 1));
        await DigestsAsync("digests of 1 article", added, insights, installation, receiver);
        await MeasureAsync("160 articles", 160, "an article", insights, installation, () => ArticlesAsync(installation, 42, 160));
        await DigestsAsync("digests of 160 articles", added, insights, installation, receiver);
        await MeasureAsync("a look of Sweep and one for due digests", 1, "a minute", insights, installation, async () =>
        {
            await installation.Get<Sweeper>().SweepAsync(CancellationToken.None);
            await installation.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        });
        await installation.Host.StopAsync();
    }

    /// <summary>What a second shard adds, to one article's way: compare with one.</summary>
    private static async Task TwoShardsAsync(InsightsReceiver insights)
    {
        await using var installation = await Installation.CreateAsync(pumps: true, channels: true, shards: 2, also: builder => Export(builder, insights.ConnectionString));
        await installation.Host.StartAsync();
        await ArticlesAsync(installation, 0, 1);
        Flush(installation);
        insights.Take();
        await MeasureAsync("40 articles, two shards", 40, "an article", insights, installation, () => ArticlesAsync(installation, 1, 40));
        await installation.Host.StopAsync();
    }

    private static void Export(HostApplicationBuilder builder, string connectionString)
    {
        // Only what the app would log too: the local host's own words stay out.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddFilter("NewsAlerts.Local", LogLevel.None).AddFilter("Microsoft", LogLevel.None).AddFilter("Azure", LogLevel.Warning);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(AppName, serviceInstanceId: Guid.NewGuid().ToString()))
            .WithTracing(tracing => tracing.AddSource(Tracing.Name))
            .WithMetrics(metrics => metrics.AddMeter(Tracing.Name))
            .WithLogging(null, logs => logs.IncludeFormattedMessage = true)
            .UseAzureMonitorExporter(options =>
            {
                options.ConnectionString = connectionString;
                options.DisableOfflineStorage = true;
                options.EnableLiveMetrics = false;
                (options.TracesPerSecond, options.SamplingRatio) = (null, 1);
            });
    }

    private static async Task<IReadOnlyList<Subscription>> SubscribeAsync(Installation installation, WebhookReceiver receiver)
    {
        var now = TimeProvider.System.GetUtcNow();
        List<Subscription> added = [];
        for (var i = 0; i < Readers; i++)
        {
            var subscription = new Subscription
            {
                Id = SubscriptionId.New(shards: 1),
                Name = $"Reader {i}",
                Channel = new Channel.Webhook(receiver.Url, WebhookSecret.New()),
                Schedule = new Schedule("0 0 1 1 *", "UTC"),
                Created = now,
            };
            await installation.Get<ISubscriptions>().AddAsync(subscription, subscription.NextDueAfter(now), CancellationToken.None);
            added.Add(subscription);
        }

        return added;
    }

    /// <summary>Drops so many articles and waits for the end of all that follows.</summary>
    private static async Task ArticlesAsync(Installation installation, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
                Harbour number {i} opens a new berth

                The harbour opened berth {i} on Monday after two years of work, the harbour master said. The first ferry carried {100 + i} passengers to the terminal.

                The berth cost {14 + i} million crowns, 2 million less than planned. Fishing boats will move to the northern quay in October.
                """)));
            await installation.Get<IOriginals>().AddAsync(string.Create(CultureInfo.InvariantCulture, $"desk/2026/berth-number-{i:d4}.txt"), content, CancellationToken.None);
        }

        await QuietAsync(installation);
    }

    /// <summary>Lets everybody's digest be due, and waits until all are received.</summary>
    private static async Task DigestsAsync(
        string what, IReadOnlyList<Subscription> added, InsightsReceiver insights, Installation installation, WebhookReceiver receiver)
    {
        var received = receiver.Ids;
        // Due times are whole seconds, and what is matched within this one would belong to the next digest.
        var due = TimeProvider.System.GetUtcNow().AddSeconds(1);
        foreach (var subscription in added)
        {
            await installation.Get<ISubscriptions>().ChangeAsync(subscription.Id, same => same, (_, _) => due, CancellationToken.None);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None);
        await MeasureAsync($"{Readers} {what}", Readers, "a digest", insights, installation, async () =>
        {
            await installation.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
            await receiver.HasAsync(received + Readers);
            await QuietAsync(installation);
        });
    }

    private static async Task QuietAsync(Installation installation)
    {
        var backlog = installation.Get<IBacklogReader>();
        while (await backlog.ReadAsync(CancellationToken.None) is { Originals.Count: > 0 } or { InFlight.Count: > 0 })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task MeasureAsync(string what, int count, string unit, InsightsReceiver insights, Installation installation, Func<Task> work)
    {
        await work();
        Flush(installation);
        Console.WriteLine(what);
        foreach (var (kind, (items, bytes)) in insights.Take().OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind,-22} {items,6:n0} items {bytes,10:n0} bytes: {bytes / items,6:n0} each, {(double)bytes / count,8:n0} {unit}"));
        }
    }

    private static void Flush(Installation installation)
    {
        installation.Get<TracerProvider>().ForceFlush();
        installation.Get<LoggerProvider>().ForceFlush();
        installation.Get<MeterProvider>().ForceFlush();
    }
}
