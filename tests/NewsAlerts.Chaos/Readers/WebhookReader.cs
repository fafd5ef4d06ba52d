using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Chaos.Faults;
using NewsAlerts.Chaos.Load;

namespace NewsAlerts.Chaos.Readers;

/// <summary>The webhooks of all readers that have one: a path each. It says OK to whatever reaches it, and remembers it.</summary>
internal sealed class WebhookReader : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookReader(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<WebhookReader> StartAsync(ReceivedDigests received, ReaderList readers, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.Add(Read(context.Request, body.ToArray(), readers, time.GetUtcNow()));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        await app.StartAsync();
        return new WebhookReader(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Received Read(HttpRequest request, byte[] body, ReaderList readers, DateTimeOffset now)
    {
        var reader = request.Path.Value!.TrimStart('/');
        var began = new DateTimeOffset(long.Parse(request.Headers[HttpFaultProxy.ArrivedHeader].ToString(), CultureInfo.InvariantCulture), TimeSpan.Zero);
        var id = request.Headers[WebhookSignature.IdHeader].ToString();
        var genuine = readers.SecretsOf(reader).Any(secret => WebhookSignature.Verify(
            secret,
            id,
            request.Headers[WebhookSignature.TimestampHeader].ToString(),
            request.Headers[WebhookSignature.SignatureHeader].ToString(),
            body,
            now) == WebhookVerdict.Genuine);
        return new Received(reader, id, began, now, ReceivedDigests.MarkersIn(Encoding.UTF8.GetString(body)), genuine ? null : "no secret that its reader knows signed it");
    }
}
