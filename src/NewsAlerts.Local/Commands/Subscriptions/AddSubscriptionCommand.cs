using System.CommandLine;
using MimeKit;
using NewsAlerts.Local.Operating;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Routing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary><c>newsalerts subscriptions add</c>.</summary>
internal sealed class AddSubscriptionCommand : StoreCommand
{
    private const string DefaultCron = "30 7 * * *";

    private readonly Option<string> _name = new("--name") { Description = "What it is called; the digest's title.", HelpName = "NAME", Required = true };
    private readonly Option<string?> _email = new("--email") { Description = "Send it to this address.", HelpName = "ADDRESS" };
    private readonly Option<Uri?> _webhook = new("--webhook")
    {
        Description = "Post it to this address, signed (Standard Webhooks).",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url is { Scheme: "https" or "http", UserInfo: "" })
            {
                return url;
            }

            result.AddError($"--webhook is '{result.Tokens[0].Value}'; expected an address such as https://example.org/hooks/news, without a user name.");
            return null;
        },
    };

    private readonly Option<WebhookSecret?> _secret = new("--secret")
    {
        Description = "The webhook's signing secret, whsec_… Default: a new one, shown once.",
        HelpName = "SECRET",
        CustomParser = result =>
        {
            if (WebhookSecret.TryParse(result.Tokens[0].Value, null, out var secret))
            {
                return secret;
            }

            // Not repeated: it may be a real secret, mistyped.
            result.AddError("--secret is not a webhook secret; expected whsec_ followed by the base64 of 24 to 64 bytes. Leave it out to have one made.");
            return null;
        },
    };

    private readonly Option<string> _cron = new("--cron")
    {
        Description = "When, as five fields: minute hour day month weekday.",
        HelpName = "CRON",
        DefaultValueFactory = _ => DefaultCron,
    };

    private readonly Option<string> _timeZone = new("--time-zone")
    {
        Description = "The IANA time zone of --cron.",
        HelpName = "ZONE",
    };

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
        _timeZone.DefaultValueFactory = _ => ZoneOf(context.Time.LocalTimeZone);
        Add(_name);
        Add(_email);
        Add(_webhook);
        Add(_secret);
        Add(_cron);
        Add(_timeZone);
        Add(_json);
        Validators.Add(result =>
        {
            var (email, webhook) = (result.GetResult(_email), result.GetResult(_webhook));
            if ((email is null) == (webhook is null))
            {
                result.AddError("A subscription has one destination: give either --email or --webhook. Two readers are two subscriptions.");
            }

            if (webhook is null && result.GetResult(_secret) is not null)
            {
                result.AddError("--secret signs a webhook: give it with --webhook.");
            }

            if (email is { Tokens: [var address] } && !IsAddress(address.Value))
            {
                result.AddError($"--email is '{address.Value}'; expected one address, such as reader@example.org, without a name.");
            }

            if (ScheduleError(result.GetValue(_cron) ?? DefaultCron, result.GetValue(_timeZone) ?? ZoneOf(context.Time.LocalTimeZone)) is { } error)
            {
                result.AddError(error);
            }

            if (result.GetResult(_name) is { Tokens: [var name] } && (name.Value.Length is 0 or > 100 || name.Value.Any(char.IsControl)))
            {
                result.AddError("--name is not usable: it is one line of 1 to 100 characters.");
            }
        });
    }

    protected override async Task<int> RunAsync(ParseResult input, IServiceProvider stores, CancellationToken cancellationToken)
    {
        var secret = input.GetValue(_secret) ?? WebhookSecret.New();
        Channel channel = input.GetValue(_webhook) is { } url ? new Channel.Webhook(url, secret) : new Channel.Email(input.GetValue(_email)!);
        var schedule = new Schedule(input.GetValue(_cron)!, input.GetValue(_timeZone)!);
        var subscription = await Get<SubscriptionBook>(stores).AddAsync(input.GetValue(_name)!, channel, schedule, cancellationToken);
        var shown = channel is Channel.Webhook && input.GetValue(_secret) is null ? secret : null;
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

    private static bool IsAddress(string text) =>
        MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text && text.Contains('@', StringComparison.Ordinal);

    private static string? ScheduleError(string cron, string timeZone)
    {
        try
        {
            _ = new Schedule(cron, timeZone);
            return null;
        }
        catch (FormatException ex)
        {
            return ex.Message;
        }
    }

    private static string ZoneOf(TimeZoneInfo zone) =>
        zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : "UTC";
}
