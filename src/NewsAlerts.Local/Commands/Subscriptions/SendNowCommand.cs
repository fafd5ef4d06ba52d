using System.CommandLine;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions send-now</c>: a digest beside the schedule.</summary>
internal sealed class SendNowCommand : StoreCommand
{
    private readonly Argument<string> _subscription = SubscriptionArgument.Create();

    public SendNowCommand(CommandContext context)
        : base(context, "send-now", "Send what is pending now; the schedule goes on as before.", "subscriptions send-now \"Morning briefing\"") =>
        Add(_subscription);

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var book = Get<SubscriptionBook>(stores);
        var subscription = await book.FindAsync(input.GetValue(_subscription)!, cancellationToken);
        if (subscription.Removed is not null)
        {
            throw new CommandException($"{subscription.Id} was removed: it gets nothing any more.");
        }

        if (subscription.Standing == Standing.Unconfirmed)
        {
            throw new CommandException($"{subscription.Id} is not confirmed: its address gets nothing before. `newsalerts subscriptions confirm {subscription.Id}` asks again.");
        }

        var hold = subscription.HoldAt(Context.Time.GetUtcNow());
        if (hold is { Reason: HoldReason.Paused })
        {
            throw new CommandException($"{subscription.Name} is paused, and sent nothing meanwhile. `newsalerts subscriptions resume {subscription.Id}` ends the pause.");
        }

        var pending = (await book.StateAsync(subscription.Id, cancellationToken)).Pending;
        if (pending == 0)
        {
            Screen.Out.MarkupLine(Palette.Quiet($"Nothing is pending for {subscription.Name}: there is nothing to send."));
            return ExitCodes.Ok;
        }

        var digest = await book.SendNowAsync(subscription.Id, cancellationToken);
        Screen.Out.MarkupLine($"{Palette.Done} {Wording.Count(pending, "article")} for {Palette.Plain(subscription.Name)} on their way");
        Screen.Out.MarkupLine($"  [{Palette.Accent}]{digest}[/]");
        if (hold is { Until: { } quietUntil })
        {
            Screen.Out.MarkupLine($"  Its quiet hours last until {Context.Time.Local(quietUntil)}: it is sent then.");
        }

        return ExitCodes.Ok;
    }
}
