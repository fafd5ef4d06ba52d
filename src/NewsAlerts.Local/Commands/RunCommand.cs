using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts run</c>: the pipeline on this machine until Ctrl-C.</summary>
internal sealed class RunCommand : NewsAlertsCommand
{
    private readonly Option<TelemetryTarget?> _telemetry = new("--telemetry")
    {
        Description = "Where traces, metrics and logs go: console, or otlp (as the variables OTEL_… say). Default: Local__Telemetry, else off.",
        HelpName = "off|console|otlp",
    };

    public RunCommand(CommandContext context)
        : base(
            context,
            "run",
            "Run the pipeline on this machine until Ctrl-C. Reads what is dropped, condenses, matches and delivers. Starts Azurite and a mail catcher where none is at hand.",
            "run",
            "run --telemetry otlp",
            "run --storage https://account.blob.core.windows.net") => Add(_telemetry);

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var workplace = Context.WorkplaceOf(input);
        var verbose = input.GetValue(Context.Verbose);
        using var http = Workplace.LoopbackHttp();
        await using var surroundings = await Surroundings.OfAsync(workplace, new EmulatorStarter(workplace.Emulators, http, Context.Time), new ProgressLines(Screen), cancellationToken);
        using var host = LocalHost.Build(
            Configure(surroundings.Configuration, input.GetValue(_telemetry)), new ScreenLogger(Screen.Out, Context.Time, verbose), verbose ? LogLevel.Debug : LogLevel.Information, Context.Time);
        await host.StartAsync(cancellationToken);
        Introduce(host.Services, surroundings, workplace);
        var ended = await Task.WhenAny(
            surroundings.EmulatorExited,
            Task.Delay(Timeout.InfiniteTimeSpan, Context.Time, host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping),
            Task.Delay(Timeout.InfiniteTimeSpan, Context.Time, cancellationToken));
        if (!cancellationToken.IsCancellationRequested && ended == surroundings.EmulatorExited)
        {
            throw new CommandException("An emulator that this command had started has ended. Run the command again; --verbose and the emulator's folder may say why.");
        }

        Screen.Error.MarkupLine(Palette.Quiet("Stopping: the work in hand has ten seconds to end."));
        await host.StopAsync(CancellationToken.None);
        return cancellationToken.IsCancellationRequested ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static IConfiguration Configure(IConfiguration configuration, TelemetryTarget? telemetry) => telemetry is null
        ? configuration
        : new ConfigurationBuilder()
            .AddConfiguration(configuration)
            .AddInMemoryCollection([new($"{LocalHostOptions.Section}:{nameof(LocalHostOptions.Telemetry)}", telemetry.ToString())])
            .Build();

    private void Introduce(IServiceProvider services, Surroundings surroundings, Workplace workplace)
    {
        Screen.Out.MarkupLine($"{Palette.Heading($"NewsAlerts {ProgramVersion.Short}")} runs on this machine. Ctrl-C stops it.");
        var facts = Facts.Create();
        facts.Fact(Palette.Quiet("storage"), Palette.Plain(services.GetRequiredService<StorageClients>().Endpoint.AbsoluteUri) + Ours(surroundings.Azurite?.IsOurs));
        if (surroundings.Mail is { } mail)
        {
            facts.Fact(Palette.Quiet("mail"), Palette.Plain(mail.Inbox?.AbsoluteUri ?? $"smtp://{mail.SmtpHost}:{mail.SmtpPort}") + Ours(mail.IsOurs));
        }

        var web = services.GetRequiredService<LocalWebAddress>();
        facts.Fact(Palette.Quiet("pages"), Palette.Plain(web.Listening!.AbsoluteUri)
            + (web.Base == web.Listening ? "" : " " + Palette.Quiet($"mails link to {web.Base!.AbsoluteUri}")));
        facts.Fact(Palette.Quiet("try"), Palette.Plain(Invocation.Of("add FILE --wait" + (workplace.DataFolder is { } folder ? $" --data {folder}" : ""))));
        Screen.Out.Write(facts);
        Screen.Out.WriteLine();
    }

    private static string Ours(bool? ours) => ours == true ? " " + Palette.Quiet("started by this command") : "";
}
