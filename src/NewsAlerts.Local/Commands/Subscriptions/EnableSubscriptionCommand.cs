using System.CommandLine;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions enable</c>: lets a disabled subscription go on, and says what waits for it.</summary>
internal sealed class EnableSubscriptionCommand : StoreCommand
{
    private readonly Argument<string> _subscription = SubscriptionArgument.Create();
    private readonly Option<bool> _retry = new("--retry") { Description = "Also send again what did not arrive." };

    public EnableSubscriptionCommand(CommandContext context)
        : base(
            context,
            "enable",
            "Let a disabled subscription go on; what did not arrive can be sent again.",
            "subscriptions enable \"Our site\"",
            "subscriptions enable \"Our site\" --retry")
    {
        Add(_subscription);
        Add(_retry);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var book = Get<SubscriptionBook>(stores);
        var subscription = await book.FindAsync(input.GetValue(_subscription)!, cancellationToken);
        var enabled = await Get<SubscriptionStanding>(stores).EnableAsync(subscription.Id, cancellationToken) switch
        {
            EnableOutcome.Enabled => $"{Palette.Done} {Palette.Plain(subscription.Name)} is enabled",
            EnableOutcome.ActiveBefore => $"{Palette.Plain(subscription.Name)} was active already",
            EnableOutcome.Unconfirmed => throw new CommandException($"{subscription.Id} is not disabled: it is unconfirmed."),
            _ => throw new CommandException($"{subscription.Id} was removed. Add it anew: newsalerts subscriptions add"),
        };
        var due = (await book.StateAsync(subscription.Id, cancellationToken)).Due;
        Screen.Out.MarkupLine($"{enabled}; {(due is { } next ? $"its next digest is due at {Context.Time.Local(next)}" : "its schedule never comes")}.");
        var waiting = await Get<IDeliveries>(stores).ListAsync(subscription.Id, cancellationToken)
            .Where(one => one.State is DeliveryState.Failed or DeliveryState.Expired or DeliveryState.Cancelled && !MessageDeliverer.Delivers(one.DigestId.Kind))
            .Select(one => one.DigestId)
            .ToListAsync(cancellationToken);
        if (!input.GetValue(_retry))
        {
            if (waiting.Count > 0)
            {
                Screen.Out.MarkupLine($"  {Wording.Count(waiting.Count, "digest")} did not arrive. To send {(waiting.Count == 1 ? "it" : "them")}: newsalerts deliveries retry --subscription {subscription.Id}");
            }

            return ExitCodes.Ok;
        }

        var retry = Get<DeliveryRetry>(stores);
        foreach (var id in waiting)
        {
            Screen.Out.MarkupLine(await retry.RetryAsync(id, again: false, cancellationToken) is RetryOutcome.Started
                ? $"  {Palette.Done} [{Palette.Accent}]{id}[/] is on its way again."
                : $"  [{Palette.Accent}]{id}[/] was started by somebody else meanwhile.");
        }

        return ExitCodes.Ok;
    }
}
