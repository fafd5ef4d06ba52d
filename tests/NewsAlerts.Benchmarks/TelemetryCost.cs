using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Benchmarks.Speed;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Benchmarks;

/// <summary>What one article's instrumentation costs, from its original to one alert, beside condensing the article in the same process: heard by nobody, then by listeners that throw it away.</summary>
internal static class TelemetryCost
{
    private const int Rounds = 200_000;
    private const int Condensed = 300;

    public static async Task RunAsync()
    {
        await using var services = new ServiceCollection()
            .AddInstruments<StageMetrics>().AddInstruments<IngestingMetrics>().AddInstruments<SummarizingMetrics>().AddInstruments<RoutingMetrics>()
            .AddInstruments<DigestingMetrics>().AddInstruments<DeliveringMetrics>()
            .BuildServiceProvider();
        var article = new EnglishComposer().Compose(await File.ReadAllTextAsync(Repository.PathOf("src/NewsAlerts.Local/Samples/aldermouth-surge-wire.txt")));
        var summarizer = new EmbeddedSummarizer(Options.Create(new SummarizeOptions()), TimeProvider.System);
        var condense = await MeasureAsync(Condensed, async () => await summarizer.SummarizeAsync(article, CancellationToken.None));

        var way = Way(services, article);
        var unheard = await MeasureAsync(Rounds, way);
        using var spans = new ActivityListener { ShouldListenTo = source => source.Name == Tracing.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(spans);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<double>((_, _, _, _) => { });
        meters.SetMeasurementEventCallback<long>((_, _, _, _) => { });
        meters.SetMeasurementEventCallback<int>((_, _, _, _) => { });
        meters.Start();
        var heard = await MeasureAsync(Rounds, way);

        Print("condensing one article", condense, condense);
        Print("its instrumentation, nobody listening", unheard, condense);
        Print("the same, everything heard and thrown away", heard, condense);
    }

    /// <summary>All that is said of an article that one subscription is alerted of, in the same order, without the work in between.</summary>
    private static Func<Task> Way(IServiceProvider services, Article article)
    {
        T Get<T>() where T : notnull => services.GetRequiredService<T>();
        var (stages, ingesting, summarizing, routing, digesting, delivering) =
            (Get<StageMetrics>(), Get<IngestingMetrics>(), Get<SummarizingMetrics>(), Get<RoutingMetrics>(), Get<DigestingMetrics>(), Get<DeliveringMetrics>());
        var (summarize, route, deliver) = (new SummarizeRequest(article.Id), new RouteRequest(article.Id, 0), new DeliverRequest(DigestId.OfAlert(SubscriptionId.New(shards: 1), article.Id)));
        var delivery = new Delivery { DigestId = deliver.DigestId, State = DeliveryState.Sent, Channel = "email", Items = 1, Created = article.Ingested, Updated = article.Ingested };
        return async () =>
        {
            using (Tracing.Source.StartActivity("ingest articles", ActivityKind.Consumer))
            {
                Tracing.StartSend(Queues.Summarize)?.Dispose();
                ingesting.Ingested(isNew: true);
                ingesting.Took(0, null);
            }

            await stages.ProcessAsync(
                summarize,
                (_, _) =>
                {
                    summarizing.Made("embedded", null);
                    Tracing.StartSend(Queues.Route)?.Dispose();
                    stages.Reached(Stages.Summarize, article.Ingested);
                    return Task.CompletedTask;
                },
                CancellationToken.None);
            await stages.ProcessAsync(
                route,
                (_, _) =>
                {
                    routing.Placed(InboxDecision.Alert);
                    Tracing.StartSend(Queues.Deliver)?.Dispose();
                    stages.Reached(Stages.Route, article.Ingested);
                    return Task.CompletedTask;
                },
                CancellationToken.None);
            await stages.ProcessAsync(
                deliver,
                (_, _) =>
                {
                    digesting.Frozen(DigestKind.Alert, 1);
                    delivering.Attempted("email", 0, "sent");
                    delivering.Ended(delivery);
                    stages.Reached(Stages.Deliver, article.Ingested, "alert");
                    return Task.CompletedTask;
                },
                CancellationToken.None);
        };
    }

    private static async Task<(double Microseconds, double Bytes)> MeasureAsync(int rounds, Func<Task> work)
    {
        for (var i = 0; i < rounds / 10; i++)
        {
            await work();
        }

        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < rounds; i++)
        {
            await work();
        }

        var took = clock.Elapsed;
        return (took.TotalMicroseconds / rounds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)rounds);
    }

    private static void Print(string what, (double Microseconds, double Bytes) measured, (double Microseconds, double Bytes) condense) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{what,-45} {measured.Microseconds,10:f2} µs  {measured.Bytes,12:f0} bytes  {measured.Microseconds / condense.Microseconds,9:p3} of condensing it"));
}
