using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>Somebody else's server on this machine, which takes webhooks and answers as it is told.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedPost> _received = new();

    private WebhookReceiver(WebApplication app) => _app = app;

    /// <summary>Everything that came, in order.</summary>
    public IReadOnlyList<ReceivedPost> Received => [.. _received];

    /// <summary>How it answers; 204 unless told otherwise.</summary>
    public RequestDelegate Answer { get; set; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver._app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            receiver._received.Enqueue(new ReceivedPost(
                context.Request.Path,
                context.Request.Headers[WebhookSignature.IdHeader]!,
                context.Request.Headers[WebhookSignature.TimestampHeader]!,
                context.Request.Headers[WebhookSignature.SignatureHeader]!,
                body.ToArray()));
            await receiver.Answer(context);
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>A webhook at one of its paths.</summary>
    public Channel.Webhook At(string path, WebhookSecret? secret = null) => new(new Uri(new Uri(_app.Urls.Single()), path), secret ?? WebhookSecret.New());

    /// <summary>Answers everything with a status, and one header where it is given.</summary>
    public void AnswerWith(int status, string? header = null, string? value = null) => Answer = context =>
    {
        context.Response.StatusCode = status;
        if (header is not null)
        {
            context.Response.Headers[header] = value;
        }

        return Task.CompletedTask;
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A request that came.</summary>
internal sealed record ReceivedPost(string Path, string Id, string Timestamp, string Signature, byte[] Body)
{
    public string Type => JsonDocument.Parse(Body).RootElement.GetProperty("type").GetString()!;

    /// <summary>Whether a receiver that knows this secret finds it genuine.</summary>
    public bool IsSignedWith(WebhookSecret secret, DateTimeOffset now) =>
        WebhookSignature.Verify(secret, Id, Timestamp, Signature, Body, now) == WebhookVerdict.Genuine;
}
