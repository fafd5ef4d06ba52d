using System.CommandLine;
using System.CommandLine.Parsing;
using NewsAlerts.Local.Commands.Rules;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;
using Rule = NewsAlerts.Routing.Rules.Rule;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions add</c>.</summary>
internal sealed class AddSubscriptionCommand : StoreCommand
{
    private readonly Option<string> _name = new("--name") { Description = "What it is called; the digest's title.", HelpName = "NAME", Required = true };
    private readonly Option<Rule?> _rule = RuleInput.Option();
    private readonly DestinationOptions _destination = new();
    private readonly ScheduleOptions _schedule;
    private readonly AlertOptions _alerts = new(isNew: true);
    private readonly QuietOptions _quiet = new(isNew: true);
    private readonly ContentOptions _content = new(isNew: true);
    private readonly NoticeOptions _notices = new(isNew: true);
    private readonly Option<bool> _confirmed = new("--confirmed") { Description = "Do not ask the address first: you hold the reader's consent." };
    private readonly Option<bool> _json = JsonOption();

    public AddSubscriptionCommand(CommandContext context)
        : base(
            context,
            "add",
            "Add a subscription by e-mail, webhook, Slack, Microsoft Teams or Discord.",
            "subscriptions add --name \"Morning briefing\" --email reader@example.org",
            "subscriptions add --name Newsroom --email desk@example.org --confirmed --schedule \"weekdays 07:30 Europe/Berlin\" --max-items 20",
            "subscriptions add --name Harbour --email desk@example.org --alerts --at-most 5 --quiet 22:00-07:00",
            "subscriptions add --name Ferries --email reader@example.org --rule \"ferry (strike OR cancelled) -football\"",
            "subscriptions add --name \"Our site\" --webhook https://example.org/hooks/news --schedule hourly --language en,de --notice-to owner@example.org",
            "subscriptions add --name Newsroom --slack https://hooks.slack.com/services/T0000/B0000/secret --schedule \"weekdays 07:30\"")
    {
        _schedule = new ScheduleOptions(context.Time, isNew: true);
        Add(_name);
        Add(_rule);
        _destination.AddTo(this);
        _schedule.AddTo(this);
        _alerts.AddTo(this);
        _quiet.AddTo(this);
        _content.AddTo(this);
        _notices.AddTo(this);
        Add(_confirmed);
        Add(_json);
        Validators.Add(Validate);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var line = input.CommandResult;
        var channel = _destination.Read(input, stores);
        var schedule = _schedule.Read(line, _alerts.AreWanted(line));
        var zone = _schedule.GivenZone(line) ?? schedule?.TimeZone ?? _schedule.Zone(line);
        var wanted = new NewSubscription
        {
            Name = input.GetValue(_name)!,
            Channel = channel,
            Schedule = schedule,
            Rule = input.GetValue(_rule),
            Alerts = _alerts.Change(line, before: null, zone),
            Quiet = _quiet.Change(line, before: null, zone),
            Languages = _content.Languages(line, []),
            MaxItems = _content.MaxItems(line, null),
            NoticeTo = _notices.Read(line, before: null, channel, stores),
            Confirmed = input.GetValue(_confirmed),
        };
        var subscription = await Get<SubscriptionBook>(stores).AddAsync(wanted, cancellationToken);
        Show(input, subscription, _destination.NewSecret(input, channel), _notices.NewSecret(line, wanted.NoticeTo));
        return ExitCodes.Ok;
    }

    private void Show(ParseResult input, Subscription subscription, WebhookSecret? shown, WebhookSecret? notices)
    {
        var asked = subscription.Standing == Standing.Unconfirmed;
        var due = asked ? null : subscription.NextDueAfter(Context.Time.GetUtcNow());
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, SubscriptionView.Json(subscription, due, pending: 0, shown) with { NoticeSecret = notices?.Reveal() });
            return;
        }

        Screen.Out.MarkupLine($"{Palette.Done} {Palette.Plain(subscription.Name)}  [{Palette.Accent}]{subscription.Id}[/]");
        if (asked)
        {
            Screen.Out.MarkupLine("  The address is asked first: it gets a confirmation mail, and nothing else until its reader says yes.");
        }

        if (subscription.Alerts is { } alerts)
        {
            Screen.Out.MarkupLine($"  Is told at once of what is matched from {(asked ? "then" : "now")} on: {SubscriptionView.Alerts(alerts)}.");
        }

        if (subscription.Schedule is not null && !asked)
        {
            Screen.Out.MarkupLine(due is { } first
                ? $"  Gets what is matched from now on, first at {Context.Time.Local(first)}."
                : "  Its schedule never comes: `newsalerts subscriptions send-now` sends it by hand.");
        }

        if (shown is not null)
        {
            Screen.Out.MarkupLine($"  Its signing secret, shown this once: [bold]{shown.Reveal()}[/]");
        }

        if (notices is not null)
        {
            Screen.Out.MarkupLine($"  The signing secret of its notices, shown this once: [bold]{notices.Reveal()}[/]");
        }
    }

    private void Validate(CommandResult result)
    {
        if (result.GetResult(_name) is { Tokens: [var name] } && (name.Value.Length is 0 or > 100 || name.Value.Any(char.IsControl)))
        {
            result.AddError("--name is not usable: it is one line of 1 to 100 characters.");
        }

        if (result.GetValue(_confirmed) && !_destination.IsEmail(result))
        {
            result.AddError("--confirmed is for --email: only mail addresses are asked whether they want it.");
        }

        if (!_alerts.AreWanted(result) && _alerts.Details(result).FirstOrDefault() is { } detail)
        {
            result.AddError($"{detail} is about alerts: give it with --alerts.");
        }

        if (_quiet.PolicyIsGiven(result) && !_quiet.HoursAreGiven(result))
        {
            result.AddError("--quiet-policy is about quiet hours: give it with --quiet.");
        }

        if (_schedule.SaysNone(result) && !_alerts.AreWanted(result))
        {
            result.AddError("--schedule none leaves nothing to send: give --alerts with it.");
        }
    }
}
