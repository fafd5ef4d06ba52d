using System.CommandLine;
using System.CommandLine.Parsing;
using NewsAlerts.Routing;

namespace NewsAlerts.Local.Commands.Subscriptions;

/// <summary>The options that say where a subscription's owner is told what concerns the subscription itself: by another way than its own.</summary>
internal sealed class NoticeOptions
{
    private const string Nowhere = "none";

    private readonly Option<Place?> _noticeTo;
    private readonly Option<WebhookSecret?> _secret = SecretOption.Create("--notice-secret", "The signing secret of --notice-to where that is a webhook,");

    /// <param name="isNew">Whether the subscription is: then what is not given has a default.</param>
    public NoticeOptions(bool isNew) => _noticeTo = new("--notice-to")
    {
        Description = "Where to tell that the subscription was disabled, by another way than its own: a mail address, or the URL of a webhook (Standard Webhooks), "
            + "of a Slack, Microsoft Teams or Discord one; none for nowhere." + (isNew ? " Default: nowhere but in `newsalerts failures`." : ""),
        HelpName = "ADDRESS|URL",
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (given == Nowhere)
            {
                return new Place(null);
            }

            if (Parse(given) is { } channel)
            {
                return new Place(channel);
            }

            // A URL is not repeated: whoever has one of a chat can post there.
            result.AddError(given.Contains("://", StringComparison.Ordinal)
                ? "--notice-to is not a usable URL; expected one such as https://example.org/hooks/news, without a user name."
                : $"--notice-to is '{given}'; expected one address, such as owner@example.org, without a name, a URL, or none.");
            return null;
        },
    };

    public void AddTo(Command command)
    {
        command.Add(_noticeTo);
        command.Add(_secret);
        command.Validators.Add(Validate);
    }

    public bool IsGiven(CommandResult line) => line.GetResult(_noticeTo) is not null;

    /// <summary>What is given, with a new signing secret where one is needed and none was given; else what there was.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="before">What there was.</param>
    /// <param name="own">The subscription's own destination.</param>
    /// <param name="stores">Whose settings say what may be posted to.</param>
    /// <exception cref="CommandException">Its owner would be told by the way that failed, or not at all.</exception>
    public Channel? Read(CommandResult line, Channel? before, Channel own, IServiceProvider stores)
    {
        if (line.GetValue(_noticeTo) is not { Channel: var given })
        {
            return before;
        }

        ForbiddenAddress.Refuse(_noticeTo.Name, (given as Channel.Webhook)?.Url, stores);
        if (given?.IsSamePlaceAs(own) == true)
        {
            throw new CommandException("--notice-to is the subscription's own destination: what cannot be delivered there could not be told there either. Give another, or none.");
        }

        return given is Channel.Webhook webhook && line.GetValue(_secret) is { } secret ? webhook with { Secret = secret } : given;
    }

    /// <summary>The secret of <paramref name="channel"/> where it was made here, to be shown once; null where there is none, or it was given.</summary>
    public WebhookSecret? NewSecret(CommandResult line, Channel? channel) =>
        IsGiven(line) && channel is Channel.Webhook { Secret: var secret } && line.GetValue(_secret) is null ? secret : null;

    private static Channel? Parse(string given) =>
        DestinationOptions.IsAddress(given) ? new Channel.Email(given)
        : !Uri.TryCreate(given, UriKind.Absolute, out var url) || url is not { Scheme: "https" or "http", UserInfo: "" } ? null
        : ChatAddresses.Slack.Objection(url) is null ? new Channel.Slack(url)
        : ChatAddresses.Teams.Objection(url) is null ? new Channel.Teams(url)
        : ChatAddresses.Discord.Objection(url) is null ? new Channel.Discord(url)
        : new Channel.Webhook(url, WebhookSecret.New());

    private void Validate(CommandResult result)
    {
        var isWebhook = result.GetResult(_noticeTo) is { Tokens: [var given] } && Parse(given.Value) is Channel.Webhook;
        if (result.GetResult(_secret) is not null && !isWebhook)
        {
            result.AddError("--notice-secret signs what --notice-to posts to a webhook: give it with the URL of one.");
        }
    }

    /// <summary>What was given; no channel for nowhere. (The parser takes no null for an answer.)</summary>
    private sealed record Place(Channel? Channel);
}
