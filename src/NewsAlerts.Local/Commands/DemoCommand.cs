using System.CommandLine;
using NewsAlerts.Local.Demo;
using NewsAlerts.Local.Terminal;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts demo</c>: the whole pipeline on samples, in an installation of its own.</summary>
internal sealed class DemoCommand : NewsAlertsCommand
{
    private readonly Option<bool> _exit = new("--exit") { Description = "End when everything has arrived; fail if it has not." };
    private readonly Option<int> _timeout = new("--timeout")
    {
        Description = "How long it may take, in seconds, once the emulators are up.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 120,
    };

    public DemoCommand(CommandContext context)
        : base(
            context,
            "demo",
            "See it work: emulators, samples, a mail and a webhook, in an installation of its own.",
            "demo",
            "demo --exit --timeout 60")
    {
        Add(_exit);
        Add(_timeout.Between(1, 3_600));
        Validators.Add(result =>
        {
            if (result.GetValue(context.Storage) is not null || result.GetValue(context.Data) is not null)
            {
                result.AddError("The demo has a storage and a folder of its own, so that it touches nobody's data: leave out --storage and --data.");
            }
        });
    }

    public override bool UsesStorage => false;

    protected override async Task<int> RunAsync(ParseResult input, CancellationToken cancellationToken)
    {
        var exit = input.GetValue(_exit);
        var show = new DemoShow(Screen);
        await using var demo = new DemoInstallation(Context.Time);
        var story = new DemoStory(demo, show, TimeSpan.FromSeconds(input.GetValue(_timeout)), Context.Time);
        try
        {
            var (mail, webhook) = await story.TellAsync(cancellationToken);
            if (exit)
            {
                return ExitCodes.Ok;
            }

            Suggest(show, demo);
            await story.GoOnAsync(mail, webhook, cancellationToken);
            return ExitCodes.Ok;
        }
        catch (OperationCanceledException) when (!exit && cancellationToken.IsCancellationRequested)
        {
            show.Line(Palette.Quiet("Stopping everything that the demo started."));
            return ExitCodes.Ok;
        }
    }

    private static void Suggest(DemoShow show, DemoInstallation demo)
    {
        show.Title("Try next");
        show.Line("  In another terminal, drop an article of your own. It goes out within seconds:");
        show.Command(Invocation.Of($"add FILE --wait --data {demo.DataFolder}"));
        show.Line($"  All mails are at {Palette.Plain(demo.Mail.Inbox!.AbsoluteUri)}");
        show.Line("  Ctrl-C stops everything that the demo started.");
    }
}
