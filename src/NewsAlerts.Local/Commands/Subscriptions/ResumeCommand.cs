using System.CommandLine;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions resume</c>.</summary>
internal sealed class ResumeCommand : StoreCommand
{
    private readonly Argument<string> _subscription = SubscriptionArgument.Create();

    public ResumeCommand(CommandContext context)
        : base(context, "resume", "End a pause: what waited for its end goes out now.", "subscriptions resume \"Morning briefing\"") => Add(_subscription);

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var book = Get<SubscriptionBook>(stores);
        var subscription = await book.FindAsync(input.GetValue(_subscription)!, cancellationToken);
        var (_, due, started, ended) = await book.ResumeAsync(subscription.Id, cancellationToken);
        if (!ended && started == 0)
        {
            Screen.Out.MarkupLine(Palette.Quiet($"{subscription.Name} is not paused: there is nothing to resume."));
            return ExitCodes.Ok;
        }

        Screen.Out.MarkupLine($"{Palette.Done} {Palette.Plain(subscription.Name)} goes on"
            + (started > 0 ? $"; {Wording.Count(started, "issue")} that waited {(started == 1 ? "is" : "are")} on the way" : ""));
        if (due is { } next)
        {
            Screen.Out.MarkupLine($"  Its next digest comes at {Context.Time.Local(next)}.");
        }

        return ExitCodes.Ok;
    }
}
