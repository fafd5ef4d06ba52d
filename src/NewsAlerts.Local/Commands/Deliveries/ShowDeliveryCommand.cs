using System.CommandLine;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary><c>newsalerts deliveries show</c>: one row of the ledger, its attempts, and what the digest holds.</summary>
internal sealed class ShowDeliveryCommand : StoreCommand
{
    private readonly Argument<DigestId> _digest = DigestArgument.Create();
    private readonly Option<bool> _json = JsonOption();

    public ShowDeliveryCommand(CommandContext context)
        : base(
            context,
            "show",
            "Show a delivery: its state, every attempt and what it ran into, the next one, and what the digest holds.",
            "deliveries show d-00k3m5a7cq2zxw6b-20261123T073000Z")
    {
        Add(_digest);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var id = input.GetValue(_digest);
        var delivery = await Get<IDeliveries>(stores).FindAsync(id, cancellationToken)
            ?? throw new CommandException($"The ledger has no {id}. `newsalerts deliveries list` shows what it has; where nothing was pending, no digest was made.");
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, DeliveryView.Detail(delivery));
            return ExitCodes.Ok;
        }

        Show(delivery, await Get<IDigests>(stores).FindAsync(id, cancellationToken));
        return ExitCodes.Ok;
    }

    private void Show(Delivery delivery, Digest? digest)
    {
        Screen.Out.MarkupLine($"{Palette.Heading(delivery.DigestId.ToString())}  {DeliveryView.State(delivery)}");
        var facts = Facts.Create();
        void Row(string label, string value) => facts.Fact(Palette.Quiet(label), value);
        Row("subscription", $"[{Palette.Accent}]{delivery.DigestId.SubscriptionId}[/]");
        Row("channel", Palette.Plain(delivery.Channel));
        Row("made", Context.Time.Local(delivery.Created));
        if (delivery.Restarted is { } restarted)
        {
            Row("sent again", Context.Time.Local(restarted));
        }

        if (When(delivery) is var (label, at))
        {
            Row(label, Context.Time.Local(at));
        }

        Row("attempts", Wording.Number(delivery.Attempts));
        foreach (var past in delivery.History.Attempts)
        {
            Row("", $"{Palette.Quiet(Context.Time.Local(past.At))}  {Palette.Plain(past.Result)}");
        }

        if (delivery.LastError is { } error && !(delivery.History.Attempts is [.., var last] && last.Result == error))
        {
            Row("last error", Palette.Plain(error));
        }

        Row("articles", Wording.Number(delivery.Items));
        foreach (var item in digest?.Items ?? [])
        {
            Row("", $"{Palette.Quiet(item.ArticleId.ToString())}  {Palette.Plain(item.Headline)}");
        }

        Screen.Out.Write(facts);
        if (delivery.State is DeliveryState.Failed or DeliveryState.Expired or DeliveryState.Cancelled)
        {
            Screen.Out.MarkupLine(Palette.Quiet($"  To send it again: newsalerts deliveries retry {delivery.DigestId}"));
        }
    }

    private static (string Label, DateTimeOffset At)? When(Delivery delivery) => delivery switch
    {
        { State: DeliveryState.Pending, Until: { } next } => ("next attempt", next),
        { State: DeliveryState.Sending, Until: { } until } => ("being sent until", until),
        { State: DeliveryState.Pending } => null,
        _ => ("since", delivery.Updated),
    };
}
