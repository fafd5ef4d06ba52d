using System.CommandLine;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions add</c>.</summary>
internal sealed class AddSubscriptionCommand : StoreCommand
{
    private readonly Option<string> _name = new("--name") { Description = "What it is called; the digest's title.", HelpName = "NAME", Required = true };
    private readonly DestinationOptions _destination = new();
    private readonly ScheduleOptions _schedule;
    private readonly Option<bool> _json = JsonOption();

    public AddSubscriptionCommand(CommandContext context)
        : base(
            context,
            "add",
            "Add a subscription by e-mail or webhook.",
            "subscriptions add --name \"Morning briefing\" --email reader@example.org",
            "subscriptions add --name Newsroom --email desk@example.org --cron \"30 7 * * 1-5\" --time-zone Europe/Berlin",
            "subscriptions add --name \"Our site\" --webhook https://example.org/hooks/news --cron \"0 * * * *\"")
    {
        _schedule = new ScheduleOptions(context.Time);
        Add(_name);
        _destination.AddTo(this);
        _schedule.AddTo(this);
        Add(_json);
        Validators.Add(result =>
        {
            if (result.GetResult(_name) is { Tokens: [var name] } && (name.Value.Length is 0 or > 100 || name.Value.Any(char.IsControl)))
            {
                result.AddError("--name is not usable: it is one line of 1 to 100 characters.");
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var channel = _destination.Read(input);
        var schedule = _schedule.Read(input);
        var subscription = await Get<SubscriptionBook>(stores).AddAsync(
            new NewSubscription { Name = input.GetValue(_name)!, Channel = channel, Schedule = schedule }, cancellationToken);
        var shown = _destination.NewSecret(input, channel);
        var due = schedule.NextAfter(Context.Time.GetUtcNow());
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, SubscriptionView.Json(subscription, due, pending: 0, shown));
            return ExitCodes.Ok;
        }

        Screen.Out.MarkupLine($"{Palette.Done} {Palette.Plain(subscription.Name)}  [{Palette.Accent}]{subscription.Id}[/]");
        Screen.Out.MarkupLine(due is { } first
            ? $"  Gets what is matched from now on, first at {Context.Time.Local(first)}."
            : "  Its schedule never comes: `newsalerts subscriptions send-now` sends it by hand.");
        if (shown is not null)
        {
            Screen.Out.MarkupLine($"  Its signing secret, shown this once: [bold]{shown.Reveal()}[/]");
        }

        return ExitCodes.Ok;
    }
}
