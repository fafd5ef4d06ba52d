using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.Chaos.Faults;

/// <summary>
/// Stands in front of an HTTP service on this machine, and disturbs what passes. Requests are read whole before they are passed on, so that a host that is
/// killed meanwhile has either sent its request or not.
/// </summary>
internal sealed class HttpFaultProxy : IAsyncDisposable
{
    /// <summary>When a request came here, in ticks: the receiver behind may get it much later.</summary>
    public const string ArrivedHeader = "x-chaos-arrived";

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan HangTime = TimeSpan.FromSeconds(4);
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Host", "Keep-Alive", "Transfer-Encoding", "Expect", "Upgrade" };

    private readonly WebApplication _app;
    private readonly Uri _upstream;
    private readonly FaultPlan _faults;
    private readonly IWatch? _watch;
    private readonly Action<DateTimeOffset>? _answered;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });

    private HttpFaultProxy(WebApplication app, Uri upstream, FaultPlan faults, IWatch? watch, Action<DateTimeOffset>? answered, TimeProvider time) =>
        (_app, _upstream, _faults, _watch, _answered, _time) = (app, upstream, faults, watch, answered, time);

    /// <summary>Where hosts reach it: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <param name="upstream">What it stands in front of.</param>
    /// <param name="faults">What is done to requests.</param>
    /// <param name="watch">Sees what passes.</param>
    /// <param name="answered">Is told of each request, by the time at which it arrived, whose answer went back whole.</param>
    /// <param name="time">The clock.</param>
    public static async Task<HttpFaultProxy> StartAsync(Uri upstream, FaultPlan faults, IWatch? watch, Action<DateTimeOffset>? answered, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.AddServerHeader = false;
        });
        var proxy = new HttpFaultProxy(builder.Build(), upstream, faults, watch, answered, time);
        proxy._app.Run(proxy.PassAsync);
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(2), _time);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var arrived = _time.GetUtcNow();
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (Exception ex) when (ex is IOException or OperationCanceledException or Microsoft.AspNetCore.Http.BadHttpRequestException)
        {
            // Its sender died in the middle of it.
            context.Abort();
            return;
        }

        var fault = _faults.Next();
        if (await RefuseAsync(context, fault))
        {
            return;
        }

        await (_watch?.ArrivedAsync() ?? Task.CompletedTask);
        using var request = Copy(context, body, arrived);
        using var answer = await _client.SendAsync(request, CancellationToken.None);
        var content = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        await (_watch?.DoneAsync(new Exchange(context.Request.Method, Target(context), body.GetBuffer().AsMemory(0, (int)body.Length), (int)answer.StatusCode)) ?? Task.CompletedTask);
        if (fault == Fault.LoseAnswer)
        {
            context.Abort();
            return;
        }

        if (await AnswerAsync(context, answer, content, fault == Fault.CutHalfway))
        {
            _answered?.Invoke(arrived);
        }
    }

    /// <summary>Faults that keep a request from being passed on, or only now.</summary>
    private async Task<bool> RefuseAsync(HttpContext context, Fault fault)
    {
        switch (fault)
        {
            case Fault.Delay:
                await Task.Delay(_faults.UpTo(LongestDelay), _time, CancellationToken.None);
                return false;

            case Fault.Answer500 or Fault.Answer503 or Fault.Answer429 or Fault.Answer507:
                context.Response.StatusCode = int.Parse(fault.ToString()["Answer".Length..], CultureInfo.InvariantCulture);
                if (fault is Fault.Answer503 or Fault.Answer429)
                {
                    context.Response.Headers.RetryAfter = "1";
                }

                return true;

            case Fault.Hang:
                await Task.Delay(HangTime, _time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                context.Abort();
                return true;

            case Fault.Drop:
                context.Abort();
                return true;

            default:
                return false;
        }
    }

    private HttpRequestMessage Copy(HttpContext context, MemoryStream body, DateTimeOffset arrived)
    {
        // As it came: what is signed is signed in this very form.
        var target = new Uri(_upstream.GetLeftPart(UriPartial.Authority) + Target(context), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(HttpMethod.Parse(context.Request.Method), target);
        if (body.Length > 0 || context.Request.ContentLength is not null)
        {
            request.Content = new ReadOnlyMemoryContent(body.GetBuffer().AsMemory(0, (int)body.Length));
        }

        foreach (var (name, values) in context.Request.Headers.Where(header => !OfTheConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        request.Headers.TryAddWithoutValidation(ArrivedHeader, arrived.UtcTicks.ToString(CultureInfo.InvariantCulture));
        return request;
    }

    /// <summary>Whether the answer went back whole.</summary>
    private static async Task<bool> AnswerAsync(HttpContext context, HttpResponseMessage answer, byte[] content, bool cut)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        try
        {
            if (cut)
            {
                await context.Response.Body.WriteAsync(content.AsMemory(0, content.Length / 2));
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
            else if (content.Length > 0)
            {
                await context.Response.Body.WriteAsync(content);
            }

            await context.Response.CompleteAsync();
            return !cut && !context.RequestAborted.IsCancellationRequested;
        }
        catch (Exception ex) when (ex is IOException or OperationCanceledException)
        {
            // Who asked is dead by now.
            return false;
        }
    }

    private static string Target(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
}
