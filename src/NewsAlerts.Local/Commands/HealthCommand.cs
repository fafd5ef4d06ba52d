using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Web;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts health</c>: asks the local host of this machine; a container's health check, which has no other program to ask with.</summary>
internal sealed class HealthCommand(CommandContext context) : NewsAlertsCommand(
    context, "health", "Ask the host that runs on this machine whether it can work. Exits with 0 where it can.", "health")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var address = AddressOf(Context.WorkplaceOf(input).Configure());
        using var timeout = new CancellationTokenSource(Patience, Context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var http = Workplace.LoopbackHttp();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, LocalHealth.ReadyPath));
            using var response = await http.SendAsync(request, either.Token);
            var report = await HealthReport.ReadAsync(await response.Content.ReadAsStreamAsync(either.Token), either.Token);
            return response.StatusCode == HttpStatusCode.OK
                ? Say(Screen.Out, $"{Palette.Done} {Palette.Plain(report?.Status)} {Palette.Quiet(report?.Version ?? "")}", ExitCodes.Ok)
                : Say(Screen.Error, $"{Palette.Failed} {Palette.Plain(report?.Status)}: {Palette.Plain(report?.Why)}", ExitCodes.Failed);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && ex is HttpRequestException or SocketException or OperationCanceledException or JsonException)
        {
            throw new CommandException($"No NewsAlerts host answers at {address}. Is `newsalerts run` running, with this {LocalHostOptions.Section}:{nameof(LocalHostOptions.WebPort)}?");
        }
    }

    /// <exception cref="CommandException">No port is configured.</exception>
    private static Uri AddressOf(IConfiguration configuration)
    {
        var options = configuration.GetSection(LocalHostOptions.Section).Get<LocalHostOptions>() ?? new LocalHostOptions();
        return options.WebPort > 0
            ? LocalWebAddress.Reachable(new Uri($"http://{options.WebAddress}:{options.WebPort}"))
            : throw new CommandException(
                $"{LocalHostOptions.Section}:{nameof(LocalHostOptions.WebPort)} is not set, so `newsalerts run` takes another port each time. Set it to a port for both.");
    }

    private static int Say(IAnsiConsole console, string markup, int exitCode)
    {
        console.MarkupLine(markup);
        return exitCode;
    }
}
