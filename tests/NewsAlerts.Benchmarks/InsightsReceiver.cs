using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Benchmarks;

/// <summary>Stands in for Application Insights on this machine: takes what its exporter sends, and counts the lines of JSON by what they are.</summary>
internal sealed class InsightsReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Kind, int Bytes)> _items = [];
    private LoopbackServer? _server;

    private InsightsReceiver()
    {
    }

    public string ConnectionString =>
        $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={_server!.Url}";

    public static async Task<InsightsReceiver> StartAsync()
    {
        var receiver = new InsightsReceiver();
        receiver._server = await LoopbackServer.StartAsync(receiver.TakeAsync);
        return receiver;
    }

    /// <summary>What came since this was last asked: for each kind of item how many, and their bytes before compression, which are what is paid for.</summary>
    public IReadOnlyDictionary<string, (int Count, int Bytes)> Take()
    {
        List<(string Kind, int Bytes)> taken = [];
        while (_items.TryDequeue(out var item))
        {
            taken.Add(item);
        }

        return taken.GroupBy(item => item.Kind).ToDictionary(group => group.Key, group => (group.Count(), group.Sum(item => item.Bytes)));
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var request = context.Request;
        await using var body = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        using var reader = new StreamReader(body, Encoding.UTF8);
        var count = 0;
        while (await reader.ReadLineAsync(context.RequestAborted) is { } line)
        {
            if (line.Length > 0)
            {
                using var item = JsonDocument.Parse(line);
                _items.Enqueue((item.RootElement.GetProperty("data").GetProperty("baseType").GetString()!, Encoding.UTF8.GetByteCount(line)));
                count++;
            }
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"itemsReceived":{{count}},"itemsAccepted":{{count}},"errors":[]}"""), context.RequestAborted);
    }
}
