using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.Tests.Given;

/// <summary>A server of feeds on this machine that remembers what it was asked; without a robots.txt unless it is given one.</summary>
internal sealed class GivenFeedServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GivenFeedServer(WebApplication app) => _app = app;

    /// <summary>What answers at a path; everything else is 404.</summary>
    public ConcurrentDictionary<string, RequestDelegate> Answers { get; } = new();

    /// <summary>In the order in which they came.</summary>
    public ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Asked { get; } = new();

    public Uri Root => new(_app.Urls.Single());

    public static async Task<GivenFeedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new GivenFeedServer(builder.Build());
        server._app.Run(context =>
        {
            var path = context.Request.Path.Value!;
            server.Asked.Enqueue((path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
            return server.Answers.GetValueOrDefault(path, Status(404))(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public Uri At(string path) => new(Root, path);

    /// <summary>The requests for a path.</summary>
    public IReadOnlyList<IHeaderDictionary> AskedFor(string path) => [.. Asked.Where(one => one.Path == path).Select(one => one.Headers)];

    public static RequestDelegate Status(int status, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    };

    public static RequestDelegate Redirect(int status, Uri to) => Status(status, ("Location", to.AbsoluteUri));

    /// <summary>A document with a version, which answers 304 to who has that version; all of it with further headers.</summary>
    public static RequestDelegate Document(string text, string etag, params (string Name, string Value)[] headers) => context =>
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.Headers.ETag = etag;
        context.Response.Headers.LastModified = "Mon, 04 May 2026 05:00:00 GMT";
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/rss+xml";
        return context.Response.WriteAsync(text, context.RequestAborted);
    };

    /// <summary>A feed with an entry for each title.</summary>
    public static string Rss(params string[] titles) =>
        $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour News</title>{string.Concat(titles.Select(title =>
            $"<item><title>{title}</title><description>{title}: what there is to say of it, in a sentence.</description></item>"))}</channel></rss>";

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
