using System.CommandLine;
using System.CommandLine.Parsing;
using NewsAlerts.Local.Commands.Rules;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;
using Rule = NewsAlerts.Routing.Rules.Rule;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions edit</c>: changes what is given, and leaves the rest.</summary>
internal sealed class EditSubscriptionCommand : StoreCommand
{
    private readonly Argument<string> _subscription = SubscriptionArgument.Create();
    private readonly Option<string?> _name = new("--name") { Description = "What it is called from now on.", HelpName = "NAME" };
    private readonly Option<Rule?> _rule = RuleInput.Option("What its articles must say from now on (docs/rules.md).");
    private readonly Option<bool> _noRule = new("--no-rule") { Description = "Every article from now on." };
    private readonly ScheduleOptions _schedule;
    private readonly AlertOptions _alerts = new(isNew: false);
    private readonly QuietOptions _quiet = new(isNew: false);
    private readonly ContentOptions _content = new(isNew: false);
    private readonly NoticeOptions _notices = new(isNew: false);
    private readonly Option<bool> _json = JsonOption();

    public EditSubscriptionCommand(CommandContext context)
        : base(
            context,
            "edit",
            "Change what a subscription is sent, and when. What is not named stays as it is.",
            "subscriptions edit Ferries --rule \"ferry (strike OR cancelled)\"",
            "subscriptions edit \"Morning briefing\" --schedule \"weekdays 06:45 Europe/Berlin\"",
            "subscriptions edit Harbour --at-most 3 --quiet \"weekdays 22:00-07:00; weekends 22:00-09:00\"",
            "subscriptions edit Harbour --no-alerts --schedule hourly",
            "subscriptions edit 00k3m5a7cq2zxw6b --language all --max-items default")
    {
        _schedule = new ScheduleOptions(context.Time, isNew: false);
        Add(_subscription);
        Add(_name);
        Add(_rule);
        Add(_noRule);
        _schedule.AddTo(this);
        _alerts.AddTo(this);
        _quiet.AddTo(this);
        _content.AddTo(this);
        _notices.AddTo(this);
        Add(_json);
        Validators.Add(Validate);
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var book = Get<SubscriptionBook>(stores);
        var before = await book.FindAsync(input.GetValue(_subscription)!, cancellationToken);

        // Once, not for each attempt: a new secret is shown as it was stored.
        var noticeTo = _notices.Read(input.CommandResult, before.NoticeTo, before.Channel, stores);
        var secret = _notices.NewSecret(input.CommandResult, noticeTo);
        var (after, due) = await book.EditAsync(before.Id, one => Changed(input, one, noticeTo), cancellationToken);
        if (input.GetValue(_json))
        {
            OutputJson.Write(Screen, SubscriptionView.Json(after, due, pending: null) with { NoticeSecret = secret?.Reveal() });
            return ExitCodes.Ok;
        }

        Screen.Out.MarkupLine($"{Palette.Done} {Palette.Plain(after.Name)}  [{Palette.Accent}]{after.Id}[/]");
        var facts = Facts.Create().Fact(Palette.Quiet("rule"), SubscriptionView.Rule(after));
        Screen.Out.Write(SubscriptionView.AddSettings(facts, after, Context.Time));
        Screen.Out.MarkupLine(due is { } next ? $"  Its next digest comes at {Context.Time.Local(next)}." : "  No digest of it is due.");
        if (secret is not null)
        {
            Screen.Out.MarkupLine($"  The signing secret of its notices, shown this once: [bold]{secret.Reveal()}[/]");
        }

        return ExitCodes.Ok;
    }

    private Subscription Changed(ParseResult input, Subscription before, Channel? noticeTo)
    {
        var line = input.CommandResult;
        var schedule = _schedule.Change(line, before.Schedule, before.TimeZone);
        var zone = _schedule.GivenZone(line) ?? schedule?.TimeZone ?? before.TimeZone;
        var alerts = _alerts.Change(line, before.Alerts, zone);
        if (alerts is null && _alerts.Details(line).FirstOrDefault() is { } detail)
        {
            throw new CommandException($"{detail} is about alerts, and {before.Name} has none: give it with --alerts.");
        }

        if (schedule is null && alerts is null)
        {
            throw new CommandException(
                $"{before.Name} would have neither a schedule nor alerts, and never be sent anything. Give --schedule or --alerts; pause or remove it where nothing is what you want.");
        }

        var quietBefore = before.Quiet is { } hours && _schedule.GivenZone(line) is { } moved ? hours with { TimeZone = moved } : before.Quiet;
        var quiet = _quiet.Change(line, quietBefore, quietBefore?.TimeZone ?? zone);
        if (quiet is null && _quiet.PolicyIsGiven(line))
        {
            throw new CommandException($"--quiet-policy is about quiet hours, and {before.Name} has none: give it with --quiet.");
        }

        return before with
        {
            Name = input.GetValue(_name) ?? before.Name,
            Rule = input.GetValue(_noRule) ? null : input.GetValue(_rule) ?? before.Rule,
            Schedule = schedule,
            Alerts = alerts,
            Quiet = quiet,
            Languages = _content.Languages(line, before.Languages),
            MaxItems = _content.MaxItems(line, before.MaxItems),
            NoticeTo = noticeTo,
        };
    }

    private void Validate(CommandResult result)
    {
        if (result.GetResult(_name) is { Tokens: [var name] } && (name.Value.Length is 0 or > 100 || name.Value.Any(char.IsControl)))
        {
            result.AddError("--name is not usable: it is one line of 1 to 100 characters.");
        }

        if (result.GetResult(_rule) is not null && result.GetValue(_noRule))
        {
            result.AddError("--rule and --no-rule contradict each other: give one of them.");
        }

        if (result.GetResult(_name) is null && result.GetResult(_rule) is null && !result.GetValue(_noRule) && !_schedule.AreGiven(result)
            && !_alerts.AreGiven(result) && !_quiet.AreGiven(result) && !_content.AreGiven(result)
            && !_notices.IsGiven(result))
        {
            result.AddError("Nothing is to be changed: give an option, such as --schedule \"daily 07:30\".");
        }
    }
}
