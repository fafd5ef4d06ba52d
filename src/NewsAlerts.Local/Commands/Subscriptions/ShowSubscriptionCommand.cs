using System.CommandLine;
using System.Globalization;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions show</c>: one of them, what is pending, and when it is due; with <c>--preview</c>, which articles.</summary>
internal sealed class ShowSubscriptionCommand : StoreCommand
{
    private readonly Argument<string> _subscription = SubscriptionArgument.Create();
    private readonly Option<bool> _preview = new("--preview") { Description = "Show what the next issue would hold, what is held, and what was left out and why." };
    private readonly Option<bool> _json = JsonOption();

    public ShowSubscriptionCommand(CommandContext context)
        : base(
            context,
            "show",
            "Show a subscription: what is pending, and when it is due.",
            "subscriptions show \"Morning briefing\"",
            "subscriptions show \"Morning briefing\" --preview")
    {
        Add(_subscription);
        Add(_preview);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var book = Get<SubscriptionBook>(stores);
        var subscription = await book.FindAsync(input.GetValue(_subscription)!, cancellationToken);
        var state = await book.StateAsync(subscription.Id, cancellationToken);
        var preview = input.GetValue(_preview) ? await Get<SubscriptionPreview>(stores).OfAsync(subscription, cancellationToken) : null;
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, SubscriptionView.Json(subscription, state.Due, state.Pending) with { Held = state.Held, Preview = preview });
            return ExitCodes.Ok;
        }

        var last = await Get<IDeliveries>(stores)
            .ListLatestAsync(subscription.Id, DateTimeOffset.MinValue, cancellationToken)
            .FirstOrDefaultAsync(one => !MessageDeliverer.Delivers(one.DigestId.Kind), cancellationToken);
        Show(subscription, state, last);
        if (preview is not null)
        {
            new PreviewTables(Screen, Context.Time).Write(subscription, preview);
        }

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
        SubscriptionView.AddSettings(facts, subscription, Context.Time);
        if (subscription.NoticeTo is { } notices)
        {
            Row("notices to", $"{notices.Kind}  {Palette.Plain(notices.Destination)}");
        }

        if (subscription is { Removed: null, Standing: Standing.Disabled })
        {
            Row("disabled", $"[{Palette.Warn}]{Palette.Plain(subscription.DisabledBecause)}[/]");
        }

        if (subscription.Channel is Channel.Webhook webhook && webhook.RetiringAt(Context.Time.GetUtcNow()).ToList() is { Count: > 0 } retiring)
        {
            Row("earlier secrets", $"{Wording.Number(retiring.Count)}, the last until {Context.Time.Local(retiring.Max(one => one.Until))}");
        }

        if (subscription.Removed is { } removed)
        {
            Row("removed", $"[{Palette.Warn}]{Context.Time.Local(removed)}[/]");
        }
        else
        {
            Row("next due", state.Due is { } due ? Context.Time.Local(due) : "never");
            Row("pending", Count(state.Pending));
            if (subscription.Alerts is not null || state.Held > 0)
            {
                Row("held", Count(state.Held) + (state.RoundUp is { } at ? $", for a round-up at {Context.Time.Local(at)}" : ""));
            }
        }

        Row("last sent", last is null ? "nothing yet" : $"{last.DigestId}  {last.State.ToString().ToLowerInvariant()}");
        Screen.Out.Write(facts);
    }

    private static string Count(int articles) => articles == SubscriptionBook.MostPending
        ? $"{SubscriptionBook.MostPending.ToString("N0", CultureInfo.InvariantCulture)} articles or more"
        : Wording.Count(articles, "article");
}
