using System.CommandLine;
using System.Globalization;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary><c>newsalerts deliveries list</c>, for short <c>newsalerts digests</c>: the ledger, the latest first.</summary>
internal sealed class ListDeliveriesCommand : StoreCommand
{
    private static readonly TimeSpan UsualSince = TimeSpan.FromDays(30);

    private readonly Option<string?> _subscription = new("--subscription") { Description = "Only those of one subscription: its id or name.", HelpName = "SUBSCRIPTION" };
    private readonly Option<string?> _channel = new("--channel") { Description = "Only those of one channel, such as email or webhook.", HelpName = "CHANNEL" };
    private readonly Option<TimeSpan> _since = Duration.Option("--since", "Only what was made within that time until now", UsualSince, TimeSpan.FromDays(366));
    private readonly Option<DeliveryState?> _state = new("--state")
    {
        Description = $"Only those in one state: {DeliveryView.States}.",
        HelpName = "STATE",
        CustomParser = result =>
        {
            if (Enum.TryParse<DeliveryState>(result.Tokens[0].Value, ignoreCase: true, out var state) && Enum.IsDefined(state))
            {
                return state;
            }

            result.AddError($"--state is '{result.Tokens[0].Value}'; expected one of {DeliveryView.States}.");
            return null;
        },
    };

    private readonly Option<int> _limit = new("--limit") { Description = "At most so many.", HelpName = "N", DefaultValueFactory = _ => 20 };
    private readonly Option<bool> _json = JsonOption();

    public ListDeliveriesCommand(CommandContext context, string name, string more = "")
        : base(
            context,
            name,
            $"List digests and how their delivery stands, the latest first.{more}",
            name == "list" ? "deliveries list" : name,
            $"{(name == "list" ? "deliveries list" : name)} --state failed --since 7d",
            $"{(name == "list" ? "deliveries list" : name)} --subscription \"Morning briefing\" --json")
    {
        Add(_state);
        Add(_subscription);
        Add(_channel);
        Add(_since);
        Add(_limit.Between(1, 100_000));
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        SubscriptionId? subscription = input.GetValue(_subscription) is { } text
            ? (await Get<SubscriptionBook>(stores).FindAsync(text, cancellationToken)).Id
            : null;
        var (state, channel, since) = (input.GetValue(_state), input.GetValue(_channel), input.GetValue(_since));
        var deliveries = await Get<IDeliveries>(stores)
            .ListLatestAsync(subscription, Context.Time.GetUtcNow() - since, cancellationToken)
            .Where(delivery => state is null || delivery.State == state)
            .Where(delivery => channel is null || delivery.Channel.Equals(channel, StringComparison.OrdinalIgnoreCase))
            .Take(input.GetValue(_limit))
            .ToListAsync(cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write<IReadOnlyList<DeliveryJson>>(Screen, [.. deliveries.Select(DeliveryView.Json)]);
        }
        else if (deliveries.Count == 0)
        {
            Screen.Error.MarkupLine(Palette.Quiet(state is null && subscription is null && channel is null
                ? $"No digests within {Duration.Written(since)}. One is made when a subscription is due and has articles pending: newsalerts subscriptions list"
                : $"No digest within {Duration.Written(since)} is like that. --since looks further back."));
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
                DeliveryView.State(delivery),
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
            Screen.Out.MarkupLine($"{DeliveryView.Mark(delivery.State)} {delivery.DigestId}, {Wording.Count(delivery.Attempts, "attempt")}{Next(delivery)}");
            Screen.Out.Write(new Padder(new Markup(Palette.Plain(delivery.LastError)), new Padding(2, 0, 0, 0)));
        }
    }

    private string Next(Delivery delivery) =>
        delivery is { State: DeliveryState.Pending, Until: { } until } ? $", the next at {Context.Time.Local(until)}" : "";
}
