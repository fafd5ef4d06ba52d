using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Demo;

/// <summary>A webhook's receiver as somebody else would write it: takes digests, checks their signatures, refuses forged ones.</summary>
internal sealed class DemoReceiver : IAsyncDisposable
{
    private const string Path = "/hooks/news";
    private const int MostBytes = 16 * 1_024 * 1_024;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedWebhook> _received = new();

    private DemoReceiver(WebApplication app) => _app = app;

    /// <summary>The secret that its sender was given.</summary>
    public WebhookSecret Secret { get; } = WebhookSecret.New();

    /// <summary>Where it listens: a free port of 127.0.0.1.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    /// <summary>What has come so far, in order.</summary>
    public IReadOnlyCollection<ReceivedWebhook> Received => _received;

    public static async Task<DemoReceiver> StartAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port: 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.AddServerHeader = false;
        });
        var app = builder.Build();
        var receiver = new DemoReceiver(app);
        app.Run(context => receiver.ReceiveAsync(context, time));
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        receiver.Url = new Uri(new Uri(address), Path);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context, TimeProvider time)
    {
        if (context.Request.Path != Path || !HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        var id = headers[WebhookSignature.IdHeader].ToString();
        var verdict = WebhookSignature.Verify(
            Secret,
            id,
            headers[WebhookSignature.TimestampHeader],
            headers[WebhookSignature.SignatureHeader],
            body.ToArray(),
            time.GetUtcNow());
        var isValid = verdict == WebhookVerdict.Genuine;
        _received.Enqueue(new ReceivedWebhook(id, isValid, body.Length));
        context.Response.StatusCode = isValid ? StatusCodes.Status204NoContent : StatusCodes.Status401Unauthorized;
    }
}

/// <param name="Id">The webhook-id: the same for a digest that comes again.</param>
/// <param name="IsValid">Whether its signature is.</param>
/// <param name="Bytes">The body's length.</param>
internal sealed record ReceivedWebhook(string Id, bool IsValid, long Bytes);
