using System.CommandLine;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions list</c>.</summary>
internal sealed class ListSubscriptionsCommand : StoreCommand
{
    private readonly Option<bool> _json = JsonOption();

    public ListSubscriptionsCommand(CommandContext context)
        : base(context, "list", "List all subscriptions.", "subscriptions list", "subscriptions list --json") => Add(_json);

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var all = await Get<SubscriptionBook>(stores).ListAsync(cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write<IReadOnlyList<SubscriptionJson>>(
                Screen, [.. all.Select(one => SubscriptionView.Json(one, one.NextDueAfter(Context.Time.GetUtcNow()), pending: null))]);
        }
        else if (all.Count == 0)
        {
            Screen.Error.MarkupLine(Palette.Quiet("No subscriptions. Add one: newsalerts subscriptions add --name NAME --email ADDRESS"));
        }
        else
        {
            Show(all);
        }

        return ExitCodes.Ok;
    }

    private void Show(IReadOnlyList<Subscription> all)
    {
        var table = Palette.Table("subscription", "name", "to", "schedule", "rule");
        table.Columns[1].NoWrap = table.Columns[2].NoWrap = table.Columns[3].NoWrap = table.Columns[4].NoWrap = !Screen.IsLive;
        foreach (var one in all)
        {
            table.AddRow($"[{Palette.Accent}]{one.Id}[/]", Palette.Plain(one.Name), SubscriptionView.Destination(one), SubscriptionView.Schedule(one), SubscriptionView.Rule(one));
        }

        Screen.Out.Write(table);
    }
}
