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

    public void AddTo(Command command)
    {
        command.Add(_email);
        command.Add(_webhook);
        command.Add(_secret);
        command.Validators.Add(Validate);
    }

    /// <summary>The destination, with a new signing secret where one is needed and none was given.</summary>
    public Channel Read(ParseResult input) => input.GetValue(_webhook) is { } url
        ? new Channel.Webhook(url, input.GetValue(_secret) ?? WebhookSecret.New())
        : new Channel.Email(input.GetValue(_email)!);

    /// <summary>The secret of <paramref name="channel"/> where it was made here, to be shown once; null where there is none, or it was given.</summary>
    public WebhookSecret? NewSecret(ParseResult input, Channel channel) =>
        channel is Channel.Webhook { Secret: var secret } && input.GetValue(_secret) is null ? secret : null;

    private void Validate(CommandResult result)
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
    }

    private static bool IsAddress(string text) =>
        MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text && text.Contains('@', StringComparison.Ordinal);
}
