using NewsAlerts.Adapters.Chats;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Adapters.Slack;

/// <summary>Posts digests, and notices about subscriptions, to Slack channels, by incoming webhook.</summary>
internal sealed class SlackChannel(ChatPost post, ReaderLinks links) : IDeliveryChannel, IMessageChannel
{
    private static readonly ChatAddresses Addresses = ChatAddresses.Slack;

    public bool Serves(Channel channel) => channel is Channel.Slack;

    public Task<SendOutcome> SendAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken) => post.SendAsync(
        Addresses, ((Channel.Slack)subscription.Channel).Url, SlackMessage.Of(digest, links.To(digest)).ToBytes(), digest.Id, Outcome, cancellationToken);

    public Task<SendOutcome> SendAsync(SubscriptionMessage message, Subscription subscription, CancellationToken cancellationToken) => message is SubscriptionMessage.Notice notice
        ? post.SendAsync(Addresses, ((Channel.Slack)notice.To).Url, SlackMessage.Of(ChatNotice.Of(notice, subscription)).ToBytes(), notice.Id, Outcome, cancellationToken)
        : ChatPost.NoticesOnly(Addresses);

    /// <summary>Slack answers with a word, and usually a status that fits (docs.slack.dev, "Sending messages using incoming webhooks", "Handling errors").</summary>
    internal static SendOutcome Outcome(ChatAnswer answer)
    {
        var word = answer.Body.Trim();
        var code = word.Length is > 0 and <= 50 && word.All(c => char.IsAsciiLetterLower(c) || c == '_') ? word : null;
        return answer.Status >= 400 && code is "invalid_token" or "no_service" or "no_team" or "team_disabled" or "no_active_hooks" or "channel_is_archived"
            ? answer.Gone(Addresses.Vendor, code)
            : answer.Outcome(Addresses.Vendor, code);
    }
}
