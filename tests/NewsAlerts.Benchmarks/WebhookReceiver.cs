using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NewsAlerts.Benchmarks;

/// <summary>A web server on this machine that takes webhooks and counts them.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> _articles = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private int _requests;

    private WebhookReceiver(WebApplication app) => _app = app;

    public Uri Url => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public int Requests => _requests;

    /// <summary>Different values of <c>webhook-id</c>.</summary>
    public int Ids => _articles.Count;

    public int Articles => _articles.Values.Sum();

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
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

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        Interlocked.Increment(ref _requests);
        _articles[context.Request.Headers["webhook-id"].ToString()] = body.RootElement.GetProperty("data").GetProperty("items").GetArrayLength();
    }
}
