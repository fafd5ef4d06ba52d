using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Operating;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Telemetry;
using Spectre.Console;

namespace NewsAlerts.Benchmarks;

/// <summary>The pictures of docs/observability.md, of an installation that runs: the trace of one article, and what <c>newsalerts status</c> shows.</summary>
internal static class Pictures
{
    /// <param name="folder">Gets <c>trace.svg</c> and <c>status.html</c>.</param>
    public static async Task DrawAsync(string folder)
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Tracing.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var installation = await Installation.CreateAsync(pumps: true, channels: true);
        await SubscribeAsync(installation, receiver.Url);
        await installation.Host.StartAsync();
        var samples = Directory.GetFiles(Repository.PathOf("src/NewsAlerts.Local/Samples")).Order(StringComparer.Ordinal).ToList();

        // The first article warms everything up; the last one's way is drawn when nothing else runs.
        await DropAsync(installation, [.. samples[..^1], "nothing.pdf"]);
        await QuietAsync(installation);
        spans.Clear();
        await DropAsync(installation, samples[^1..]);
        await QuietAsync(installation);

        var sent = spans.First(span => span.OperationName == "send webhook");
        await File.WriteAllTextAsync(Path.Combine(folder, "trace.svg"), Waterfall.Draw([.. spans.Where(span => span.TraceId == sent.TraceId)]));
        await File.WriteAllTextAsync(Path.Combine(folder, "status.html"), await StatusAsync(installation));
        await installation.Host.StopAsync();
    }

    private static async Task SubscribeAsync(Installation installation, Uri receiver)
    {
        var alerting = new Subscription
        {
            Id = SubscriptionId.New(shards: 1),
            Name = "Alerts",
            Channel = new Channel.Webhook(receiver, WebhookSecret.New()),
            Alerts = new AlertPolicy { TimeZone = "UTC" },
            Created = TimeProvider.System.GetUtcNow(),
        };
        await installation.Get<ISubscriptions>().AddAsync(alerting, due: null, CancellationToken.None);
        await installation.SubscribeAsync();
    }

    private static async Task DropAsync(Installation installation, IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            using var content = File.Exists(file) ? new MemoryStream(await File.ReadAllBytesAsync(file)) : new MemoryStream("%PDF-1.7"u8.ToArray());
            await installation.Get<IOriginals>().AddAsync(Path.GetFileName(file), content, CancellationToken.None);
        }
    }

    /// <summary>Until nothing is in the inbox and nothing in flight.</summary>
    private static async Task QuietAsync(Installation installation)
    {
        var backlog = installation.Get<IBacklogReader>();
        while (await backlog.ReadAsync(CancellationToken.None) is { Originals.Count: > 0 } or { InFlight.Count: > 0 })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }
    }

    private static async Task<string> StatusAsync(Installation installation)
    {
        var reader = new StatusReader(
            installation.Get<IBacklogReader>(), installation.Get<IArchive>(), installation.Get<IDeliveries>(), installation.Get<IModelSpend>(), TimeProvider.System);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Out = new AnsiConsoleOutput(TextWriter.Null),
        });
        console.Profile.Width = 100;
        console.Profile.Capabilities.Unicode = true;
        using var recorder = new Recorder(console);
        recorder.Write(StatusView.Of(await reader.ReadAsync(CancellationToken.None), installation.Get<StorageClients>().Endpoint.AbsoluteUri, TimeProvider.System));
        return $"<!doctype html><meta charset=\"utf-8\"><body style=\"margin:24px;background:#fff;font-size:15px\">{recorder.ExportHtml()}</body>";
    }
}
