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
    private readonly Option<bool> _confirmed = new("--confirmed") { Description = "Do not ask the address first: you hold the reader's consent." };
    private readonly Option<bool> _json = JsonOption();

    public AddSubscriptionCommand(CommandContext context)
        : base(
            context,
            "add",
            "Add a subscription by e-mail, webhook, Slack, Microsoft Teams or Discord.",
            "subscriptions add --name \"Morning briefing\" --email reader@example.org",
            "subscriptions add --name Newsroom --email desk@example.org --confirmed --cron \"30 7 * * 1-5\" --time-zone Europe/Berlin",
            "subscriptions add --name \"Our site\" --webhook https://example.org/hooks/news --cron \"0 * * * *\"",
            "subscriptions add --name Newsroom --slack https://hooks.slack.com/services/T0000/B0000/secret --cron \"30 7 * * 1-5\"")
    {
        _schedule = new ScheduleOptions(context.Time);
        Add(_name);
        _destination.AddTo(this);
        _schedule.AddTo(this);
        Add(_confirmed);
        Add(_json);
        Validators.Add(result =>
        {
            if (result.GetResult(_name) is { Tokens: [var name] } && (name.Value.Length is 0 or > 100 || name.Value.Any(char.IsControl)))
            {
                result.AddError("--name is not usable: it is one line of 1 to 100 characters.");
            }

            if (result.GetValue(_confirmed) && !_destination.IsEmail(result))
            {
                result.AddError("--confirmed is for --email: only mail addresses are asked whether they want it.");
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var channel = _destination.Read(input);
        var schedule = _schedule.Read(input);
        var subscription = await Get<SubscriptionBook>(stores).AddAsync(
            new NewSubscription { Name = input.GetValue(_name)!, Channel = channel, Schedule = schedule, Confirmed = input.GetValue(_confirmed) }, cancellationToken);
        var shown = _destination.NewSecret(input, channel);
        var asked = subscription.Standing == Standing.Unconfirmed;
        var due = asked ? null : schedule.NextAfter(Context.Time.GetUtcNow());
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, SubscriptionView.Json(subscription, due, pending: 0, shown));
            return ExitCodes.Ok;
        }

        Screen.Out.MarkupLine($"{Palette.Done} {Palette.Plain(subscription.Name)}  [{Palette.Accent}]{subscription.Id}[/]");
        Screen.Out.MarkupLine((asked, due) switch
        {
            (true, _) => "  The address is asked first: it gets a confirmation mail, and nothing else until its reader says yes.",
            (_, { } first) => $"  Gets what is matched from now on, first at {Context.Time.Local(first)}.",
            _ => "  Its schedule never comes: `newsalerts subscriptions send-now` sends it by hand.",
        });
        if (shown is not null)
        {
            Screen.Out.MarkupLine($"  Its signing secret, shown this once: [bold]{shown.Reveal()}[/]");
        }

        return ExitCodes.Ok;
    }
}
