using System.CommandLine;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Subscribing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions remove</c>.</summary>
internal sealed class RemoveSubscriptionCommand : StoreCommand
{
    private readonly Argument<string> _subscription = SubscriptionArgument.Create();

    public RemoveSubscriptionCommand(CommandContext context)
        : base(context, "remove", "Remove a subscription, and what is pending for it, for good: `pause` and `disable` can be taken back.", "subscriptions remove 00k3m5a7cq2zxw6b") =>
        Add(_subscription);

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var book = Get<SubscriptionBook>(stores);
        var subscription = await book.FindAsync(input.GetValue(_subscription)!, cancellationToken);
        await book.RemoveAsync(subscription.Id, cancellationToken);
        Screen.Out.MarkupLine($"{Palette.Done} {Palette.Plain(subscription.Name)} is removed; its inbox is purged in {Get<SubscriptionRemoval>(stores).PurgeAfter.TotalMinutes:0.#} minutes.");
        return ExitCodes.Ok;
    }
}
