using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.Tests.Given;

/// <summary>A receiver of webhooks on this machine that remembers what came.</summary>
internal sealed class GivenReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GivenReceiver(WebApplication app) => _app = app;

    public List<(HeaderDictionary Headers, byte[] Body)> Received { get; } = [];

    public Uri Url => new(_app.Urls.Single() + "/hook");

    public static async Task<GivenReceiver> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new GivenReceiver(builder.Build());
        receiver._app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            receiver.Received.Add((new HeaderDictionary(context.Request.Headers.ToDictionary()), body.ToArray()));
            await answer(context);
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
