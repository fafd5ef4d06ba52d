using System.CommandLine;
using System.CommandLine.Parsing;
using MimeKit;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>The options that say where a subscription goes: exactly one destination.</summary>
internal sealed class DestinationOptions
{
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

    private readonly Option<WebhookSecret?> _secret = SecretOption.Create("--secret", "The webhook's signing secret,");
    private readonly Option<Uri?> _slack = Chat("--slack", ChatAddresses.Slack, "Post it to a Slack channel: the address of an incoming webhook.");
    private readonly Option<Uri?> _teams = Chat("--teams", ChatAddresses.Teams, "Post it to Microsoft Teams: the address of a workflow that takes webhook requests.");
    private readonly Option<Uri?> _discord = Chat("--discord", ChatAddresses.Discord, "Post it to a Discord channel: the address of its webhook.");

    /// <summary>Each is a destination.</summary>
    private IEnumerable<Option> Destinations => [_email, .. Addresses];

    /// <summary>Those of them that are posted to.</summary>
    private IEnumerable<Option<Uri?>> Addresses => [_webhook, _slack, _teams, _discord];

    public void AddTo(Command command)
    {
        command.Add(_email);
        command.Add(_webhook);
        command.Add(_secret);
        command.Add(_slack);
        command.Add(_teams);
        command.Add(_discord);
        command.Validators.Add(Validate);
    }

    /// <summary>The destination, with a new signing secret where one is needed and none was given.</summary>
    /// <exception cref="CommandException">Nothing may be posted there.</exception>
    public Channel Read(ParseResult input, IServiceProvider stores)
    {
        foreach (var address in Addresses)
        {
            ForbiddenAddress.Refuse(address.Name, input.GetValue(address), stores);
        }

        return input.GetValue(_webhook) is { } url ? new Channel.Webhook(url, input.GetValue(_secret) ?? WebhookSecret.New())
            : input.GetValue(_slack) is { } slack ? new Channel.Slack(slack)
            : input.GetValue(_teams) is { } teams ? new Channel.Teams(teams)
            : input.GetValue(_discord) is { } discord ? new Channel.Discord(discord)
            : new Channel.Email(input.GetValue(_email)!);
    }

    /// <summary>Whether it is a mail address.</summary>
    public bool IsEmail(CommandResult result) => result.GetResult(_email) is not null;

    /// <summary>The secret of <paramref name="channel"/> where it was made here, to be shown once; null where there is none, or it was given.</summary>
    public WebhookSecret? NewSecret(ParseResult input, Channel channel) =>
        channel is Channel.Webhook { Secret: var secret } && input.GetValue(_secret) is null ? secret : null;

    private void Validate(CommandResult result)
    {
        var email = result.GetResult(_email);
        if (Destinations.Count(option => result.GetResult(option) is not null) != 1)
        {
            result.AddError(
                $"A subscription has one destination: give one of {string.Join(", ", Destinations.Select(option => option.Name))}. Two readers are two subscriptions.");
        }

        if (result.GetResult(_webhook) is null && result.GetResult(_secret) is not null)
        {
            result.AddError("--secret signs a webhook: give it with --webhook.");
        }

        if (email is { Tokens: [var address] } && !IsAddress(address.Value))
        {
            result.AddError($"--email is '{address.Value}'; expected one address, such as reader@example.org, without a name.");
        }
    }

    /// <summary>The addresses of chats are secrets, so no message repeats what was typed.</summary>
    private static Option<Uri?> Chat(string name, ChatAddresses addresses, string description) => new(name)
    {
        Description = description,
        HelpName = "URL",
        CustomParser = result =>
        {
            var isUrl = Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url);
            if (isUrl && (ChatAddresses.IsLocal(url!) || addresses.Objection(url!) is null))
            {
                return url;
            }

            result.AddError($"{name} is not usable. {(isUrl ? addresses.Objection(url!) : $"Expected an address such as {addresses.Example}.")}");
            return null;
        },
    };

    /// <summary>Whether a text is one mail address and nothing around it.</summary>
    internal static bool IsAddress(string text) =>
        MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text && text.Contains('@', StringComparison.Ordinal);
}
