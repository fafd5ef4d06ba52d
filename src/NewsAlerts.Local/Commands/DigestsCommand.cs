using System.CommandLine;
using System.Globalization;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary><c>newsalerts digests</c>: the ledger, the latest due first.</summary>
internal sealed class DigestsCommand : StoreCommand
{
    private readonly Option<string?> _subscription = new("--subscription") { Description = "Only those of one subscription: its id or name.", HelpName = "SUBSCRIPTION" };
    private readonly Option<DeliveryState?> _state = new("--state")
    {
        Description = $"Only those in one state: {States}.",
        HelpName = "STATE",
        CustomParser = result =>
        {
            if (Enum.TryParse<DeliveryState>(result.Tokens[0].Value, ignoreCase: true, out var state) && Enum.IsDefined(state))
            {
                return state;
            }

            result.AddError($"--state is '{result.Tokens[0].Value}'; expected one of {States}.");
            return null;
        },
    };

    private readonly Option<int> _limit = new("--limit") { Description = "At most so many.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> _json = JsonOption();

    private static string States => string.Join(", ", Enum.GetNames<DeliveryState>()).ToLowerInvariant();

    public DigestsCommand(CommandContext context)
        : base(context, "digests", "List digests and how their delivery stands.", "digests", "digests --state failed", "digests --subscription \"Morning briefing\" --json")
    {
        Add(_subscription);
        Add(_state);
        Add(_limit.Between(1, 100_000));
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        SubscriptionId? subscription = input.GetValue(_subscription) is { } text
            ? (await Get<SubscriptionBook>(stores).FindAsync(text, cancellationToken)).Id
            : null;
        var state = input.GetValue(_state);
        var deliveries = await Get<IDeliveries>(stores)
            .ListAsync(subscription, cancellationToken)
            .Where(delivery => state is null || delivery.State == state)
            .OrderByDescending(delivery => delivery.Time)
            .Take(input.GetValue(_limit))
            .ToListAsync(cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write<IReadOnlyList<DeliveryJson>>(Screen, [.. deliveries.Select(Json)]);
        }
        else if (deliveries.Count == 0)
        {
            Screen.Error.MarkupLine(Palette.Quiet("No digests. One is made when a subscription is due and has articles pending: newsalerts subscriptions list"));
        }
        else
        {
            Show(deliveries);
        }

        return ExitCodes.Ok;
    }

    private void Show(List<Delivery> deliveries)
    {
        var table = Screen.IsLive
            ? Palette.Table("digest", "due", "channel", "items", "state")
            : Palette.Table("digest", "due", "channel", "items", "state", "subscription", "attempts", "last error");
        foreach (var delivery in deliveries)
        {
            List<string> cells =
            [
                $"[{Palette.Accent}]{delivery.DigestId}[/]",
                Palette.Quiet(Screen.IsLive ? Context.Time.Local(delivery.Time)[5..] : Context.Time.Local(delivery.Time)),
                Palette.Plain(delivery.Channel),
                delivery.Items.ToString(CultureInfo.InvariantCulture),
                State(delivery),
            ];
            if (!Screen.IsLive)
            {
                cells.AddRange([delivery.DigestId.SubscriptionId.ToString(), delivery.Attempts.ToString(CultureInfo.InvariantCulture), Palette.Plain(delivery.LastError)]);
            }

            table.AddRow([.. cells]);
        }

        Screen.Out.Write(table);
        foreach (var delivery in deliveries.Where(one => Screen.IsLive && one.LastError is not null))
        {
            Screen.Out.WriteLine();
            Screen.Out.MarkupLine($"{Mark(delivery.State)} {delivery.DigestId}, {Wording.Count(delivery.Attempts, "attempt")}{Next(delivery)}");
            Screen.Out.Write(new Padder(new Markup(Palette.Plain(delivery.LastError)), new Padding(2, 0, 0, 0)));
        }
    }

    private string Next(Delivery delivery) =>
        delivery is { State: DeliveryState.Pending, Until: { } until } ? $", the next at {Context.Time.Local(until)}" : "";

    private static string State(Delivery delivery) => $"{Mark(delivery.State)} {delivery.State.ToString().ToLowerInvariant()}";

    private static string Mark(DeliveryState state) => state switch
    {
        DeliveryState.Sent => Palette.Done,
        DeliveryState.Pending or DeliveryState.Sending => Palette.Waiting,
        DeliveryState.Failed => Palette.Failed,
        _ => Palette.Known,
    };

    private static DeliveryJson Json(Delivery delivery) => new(
        delivery.DigestId,
        delivery.DigestId.SubscriptionId.ToString(),
        delivery.Time,
        delivery.Channel,
        delivery.State.ToString().ToLowerInvariant(),
        delivery.Items,
        delivery.Attempts,
        delivery.Until,
        delivery.LastError,
        delivery.Updated);
}
