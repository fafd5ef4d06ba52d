using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>An OTLP receiver (http/protobuf) on this machine: what hosts export arrives as it would at a collector.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedSpan> _spans = new();
    private readonly ConcurrentDictionary<string, byte> _metrics = new();
    private int _logs;

    private OtlpReceiver(WebApplication app) => _app = app;

    /// <summary>Every span that came, in order.</summary>
    public IReadOnlyList<ReceivedSpan> Spans => [.. _spans];

    /// <summary>The names of the metrics that came.</summary>
    public IReadOnlyCollection<string> Metrics => [.. _metrics.Keys];

    /// <summary>How many requests with logs came.</summary>
    public int Logs => _logs;

    /// <summary>What a host's environment needs to export here, soon.</summary>
    public IEnumerable<(string Key, string Value)> Settings =>
    [
        ("Local__Telemetry", "Otlp"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", _app.Urls.Single()),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
    ];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            switch (context.Request.Path.Value)
            {
                case "/v1/traces":
                    OtlpMessage.Spans(body.ToArray()).ToList().ForEach(receiver._spans.Enqueue);
                    break;

                case "/v1/metrics":
                    OtlpMessage.MetricNames(body.ToArray()).ToList().ForEach(name => receiver._metrics[name] = 0);
                    break;

                case "/v1/logs":
                    Interlocked.Increment(ref receiver._logs);
                    break;
            }
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A span as it was exported.</summary>
internal sealed record ReceivedSpan(string TraceId, string SpanId, string ParentId, string Name)
{
    public IReadOnlyList<string> LinkedTraces { get; init; } = [];

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Who exported it: one process, one instance.</summary>
    public string Instance { get; init; } = "";
}

/// <summary>Reads OTLP's messages (opentelemetry-proto 1.x) as far as tests look at them: field numbers from its .proto files.</summary>
internal static class OtlpMessage
{
    public static IEnumerable<ReceivedSpan> Spans(byte[] request) =>
        from resource in Fields(request, 1)
        let instance = Fields(resource, 1).SelectMany(one => Attributes(one, 1)).FirstOrDefault(pair => pair.Key == "service.instance.id").Value ?? ""
        from scope in Fields(resource, 2)
        from span in Fields(scope, 2)
        select new ReceivedSpan(Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5))
        {
            Attributes = Attributes(span, 9).ToDictionary(),
            LinkedTraces = [.. Fields(span, 13).Select(link => Hex(link, 1))],
            Instance = instance,
        };

    public static IEnumerable<string> MetricNames(byte[] request) =>
        from resource in Fields(request, 1)
        from scope in Fields(resource, 2)
        from metric in Fields(scope, 2)
        select Text(metric, 1);

    private static IEnumerable<KeyValuePair<string, string>> Attributes(byte[] message, int field) =>
        from pair in Fields(message, field)
        let value = Fields(pair, 2).Single()
        select KeyValuePair.Create(Text(pair, 1), Fields(value, 1).Select(System.Text.Encoding.UTF8.GetString).FirstOrDefault() ?? Number(value));

    private static string Hex(byte[] message, int field) => Convert.ToHexStringLower(Fields(message, field).FirstOrDefault() ?? []);

    private static string Text(byte[] message, int field) => System.Text.Encoding.UTF8.GetString(Fields(message, field).FirstOrDefault() ?? []);

    private static string Number(byte[] value)
    {
        using var input = new CodedInputStream(value);
        return input.ReadTag() is var tag && WireFormat.GetTagWireType(tag) == WireFormat.WireType.Varint ? $"{input.ReadInt64()}" : "";
    }

    /// <summary>The values of a field that has a length: messages, texts, bytes.</summary>
    private static List<byte[]> Fields(byte[] message, int field)
    {
        using var input = new CodedInputStream(message);
        List<byte[]> found = [];
        while (input.ReadTag() is var tag && tag != 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == field && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
            {
                found.Add(input.ReadBytes().ToByteArray());
            }
            else
            {
                input.SkipLastField();
            }
        }

        return found;
    }
}
