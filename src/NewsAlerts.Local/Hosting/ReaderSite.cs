using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsAlerts.Local.Commands;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Local.Hosting;

/// <summary>Serves readers' pages, and answers probes, on this machine, as the Functions app does elsewhere.</summary>
internal sealed class ReaderSite(
    ReaderPages pages,
    UnsubscribePage unsubscribe,
    ConfirmPage confirm,
    PausePage pause,
    ResumePage resume,
    DigestPage digests,
    LocalHealth health,
    LocalWebAddress address,
    IOptions<LocalHostOptions> options) : IHostedService, IAsyncDisposable
{
    /// <summary>No page takes more than its own button's form.</summary>
    private const int MostBytes = 64 * 1_024;

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    private WebApplication? _app;

    /// <exception cref="CommandException">The configured port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _app = Build(IPAddress.Parse(options.Value.WebAddress), options.Value.WebPort);
        _app.MapMethods(ReaderLinks.UnsubscribePath + "/{token?}", Methods, (HttpRequest request, string? token, CancellationToken stop) => unsubscribe.AnswerAsync(request, token, stop));
        _app.MapMethods(ReaderLinks.ConfirmPath + "/{token?}", Methods, (HttpRequest request, string? token, CancellationToken stop) => confirm.AnswerAsync(request, token, stop));
        _app.MapMethods(ReaderLinks.PausePath + "/{token?}", Methods, (HttpRequest request, string? token, CancellationToken stop) => pause.AnswerAsync(request, token, stop));
        _app.MapMethods(ReaderLinks.ResumePath + "/{token?}", Methods, (HttpRequest request, string? token, CancellationToken stop) => resume.AnswerAsync(request, token, stop));
        _app.MapMethods(ReaderLinks.DigestsPath + "/{token?}", Methods[..2], (HttpRequest request, string? token, CancellationToken stop) => digests.AnswerAsync(request, token, stop));
        health.Map(_app);
        _app.MapFallback(pages.NothingHere);
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (Exception ex) when (ex is IOException or SocketException)
        {
            throw new CommandException(
                $"Readers' pages cannot be served at {options.Value.WebAddress}, port {options.Value.WebPort}: the port is taken, or the address is not ours. "
                + $"Set {LocalHostOptions.Section}:{nameof(LocalHostOptions.WebPort)} to another, or to 0 for any.");
        }

        address.Listening = LocalWebAddress.Reachable(new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()));
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static WebApplication Build(IPAddress here, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(here, port, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.AddServerHeader = false;
        });
        return builder.Build();
    }
}
