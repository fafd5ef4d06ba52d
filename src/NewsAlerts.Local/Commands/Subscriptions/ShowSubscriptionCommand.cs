using System.CommandLine;
using System.Globalization;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions show</c>: one of them, what is pending, and when it is due.</summary>
internal sealed class ShowSubscriptionCommand : StoreCommand
{
    private readonly Argument<string> _subscription = SubscriptionArgument.Create();
    private readonly Option<bool> _json = JsonOption();

    public ShowSubscriptionCommand(CommandContext context)
        : base(context, "show", "Show a subscription: what is pending, and when it is due.", "subscriptions show \"Morning briefing\"")
    {
        Add(_subscription);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var book = Get<SubscriptionBook>(stores);
        var subscription = await book.FindAsync(input.GetValue(_subscription)!, cancellationToken);
        var state = await book.StateAsync(subscription.Id, cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, SubscriptionView.Json(subscription, state.Due, state.Pending));
            return ExitCodes.Ok;
        }

        var last = await Get<IDeliveries>(stores).ListAsync(subscription.Id, cancellationToken).LastOrDefaultAsync(cancellationToken);
        Show(subscription, state, last);
        return ExitCodes.Ok;
    }

    private void Show(Subscription subscription, SubscriptionState state, Delivery? last)
    {
        Screen.Out.MarkupLine(Palette.Heading(subscription.Name));
        var facts = Facts.Create();
        void Row(string label, string value) => facts.Fact(Palette.Quiet(label), value);
        Row("id", $"[{Palette.Accent}]{subscription.Id}[/]");
        Row(subscription.Channel.Kind, SubscriptionView.Destination(subscription));
        Row("rule", SubscriptionView.Rule(subscription));
        Row("schedule", SubscriptionView.Schedule(subscription));
        if (subscription.Removed is { } removed)
        {
            Row("removed", $"[{Palette.Warn}]{Context.Time.Local(removed)}[/]");
        }
        else
        {
            Row("next due", state.Due is { } due ? Context.Time.Local(due) : "never");
            Row("pending", state.Pending == SubscriptionBook.MostPending
                ? $"{SubscriptionBook.MostPending.ToString("N0", CultureInfo.InvariantCulture)} articles or more"
                : Wording.Count(state.Pending, "article"));
        }

        Row("last digest", last is null ? "none yet" : $"{last.DigestId}  {last.State.ToString().ToLowerInvariant()}");
        Screen.Out.Write(facts);
    }
}
