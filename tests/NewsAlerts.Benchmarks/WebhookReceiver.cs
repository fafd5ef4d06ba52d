using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NewsAlerts.Benchmarks;

/// <summary>A web server on this machine that takes webhooks and counts them.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> _articles = new(StringComparer.Ordinal);
    private LoopbackServer? _server;
    private int _requests;

    private WebhookReceiver()
    {
    }

    public Uri Url => _server!.Url;

    public int Requests => _requests;

    /// <summary>Different values of <c>webhook-id</c>.</summary>
    public int Ids => _articles.Count;

    public int Articles => _articles.Values.Sum();

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        receiver._server = await LoopbackServer.StartAsync(receiver.TakeAsync);
        return receiver;
    }

    /// <summary>Waits until it has seen so many different ids, and says every minute how many that are.</summary>
    public async Task HasAsync(int ids)
    {
        var clock = Stopwatch.StartNew();
        for (var told = TimeSpan.Zero; Ids < ids;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
            if (clock.Elapsed - told >= TimeSpan.FromMinutes(1))
            {
                told = clock.Elapsed;
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{told.TotalMinutes:f0} min: {Ids:n0} of {ids:n0} digests, {Requests:n0} requests"));
            }
        }
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        Interlocked.Increment(ref _requests);
        _articles[context.Request.Headers["webhook-id"].ToString()] = body.RootElement.GetProperty("data").GetProperty("items").GetArrayLength();
    }
}
