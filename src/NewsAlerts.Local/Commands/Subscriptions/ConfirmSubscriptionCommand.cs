using System.CommandLine;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions confirm</c>: asks an address once more, or takes its yes from the operator.</summary>
internal sealed class ConfirmSubscriptionCommand : StoreCommand
{
    private readonly Argument<string> _subscription = SubscriptionArgument.Create();
    private readonly Option<bool> _force = new("--force") { Description = "Do not ask: you hold the reader's consent." };

    public ConfirmSubscriptionCommand(CommandContext context)
        : base(
            context,
            "confirm",
            "Send the confirmation mail again, or confirm in the reader's name.",
            "subscriptions confirm \"Morning briefing\"",
            "subscriptions confirm 00k3m5a7cq2zxw6b --force")
    {
        Add(_subscription);
        Add(_force);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var subscription = await Get<SubscriptionBook>(stores).FindAsync(input.GetValue(_subscription)!, cancellationToken);
        var confirmations = Get<Confirmations>(stores);
        return input.GetValue(_force)
            ? Said(subscription, await confirmations.ConfirmAsync(subscription.Id, cancellationToken))
            : Said(subscription, await confirmations.AskAgainAsync(subscription, cancellationToken));
    }

    private int Said(Subscription subscription, Subscription? confirmed)
    {
        if (confirmed is null)
        {
            return NothingToConfirm(subscription);
        }

        Screen.Out.MarkupLine($"{Palette.Done} {Palette.Plain(subscription.Name)} is confirmed, and gets what is matched from now on.");
        return ExitCodes.Ok;
    }

    private int Said(Subscription subscription, AskOutcome outcome)
    {
        switch (outcome)
        {
            case AskOutcome.Asked(var id):
                Screen.Out.MarkupLine($"{Palette.Done} A confirmation mail for {Palette.Plain(subscription.Name)} is on its way");
                Screen.Out.MarkupLine($"  [{Palette.Accent}]{id}[/]");
                return ExitCodes.Ok;

            case AskOutcome.TooOften(var times):
                throw new CommandException(
                    $"{subscription.Id} has been asked {Wording.Count(times, "time")}, as often as {ConfirmOptions.Section}__{nameof(ConfirmOptions.MaxMails)} allows. "
                    + "Remove it, or confirm it with --force if you hold the reader's consent.");

            default:
                return NothingToConfirm(subscription);
        }
    }

    private int NothingToConfirm(Subscription subscription)
    {
        Screen.Out.MarkupLine(Palette.Quiet(subscription.Removed is null
            ? $"{subscription.Id} needs no confirmation."
            : $"{subscription.Id} was removed: there is nothing to confirm."));
        return ExitCodes.Ok;
    }
}
