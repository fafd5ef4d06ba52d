using System.Text.Json;
using NewsAlerts.Adapters.Chats;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Adapters.Discord;

/// <summary>Posts digests, and notices about subscriptions, to Discord channels, by webhook.</summary>
internal sealed class DiscordChannel(ChatPost post, ReaderLinks links) : IDeliveryChannel, IMessageChannel
{
    private static readonly ChatAddresses Addresses = ChatAddresses.Discord;

    public bool Serves(Channel channel) => channel is Channel.Discord;

    public Task<SendOutcome> SendAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken) => post.SendAsync(
        Addresses, ((Channel.Discord)subscription.Channel).Url, DiscordMessage.Of(digest, links.To(digest)).ToBytes(), digest.Id, Outcome, cancellationToken);

    public Task<SendOutcome> SendAsync(SubscriptionMessage message, Subscription subscription, CancellationToken cancellationToken) => message is SubscriptionMessage.Notice notice
        ? post.SendAsync(Addresses, ((Channel.Discord)notice.To).Url, DiscordMessage.Of(ChatNotice.Of(notice, subscription)).ToBytes(), notice.Id, Outcome, cancellationToken)
        : ChatPost.NoticesOnly(Addresses);

    /// <summary>Discord's JSON error codes and waits (docs.discord.com, "Opcodes and Status Codes", "Rate Limits").</summary>
    internal static SendOutcome Outcome(ChatAnswer answer)
    {
        var (code, wait) = Read(answer.Body);
        return (answer.Status, code) switch
        {
            // Unknown Webhook, Invalid Webhook Token.
            (401 or 403 or 404, 10015 or 50027) => answer.Gone(Addresses.Vendor, $"code {code}"),
            (429, _) => (answer with { RetryAfter = Longer(wait, answer.RetryAfter) }).Outcome(Addresses.Vendor),
            ( >= 400, { } told) => answer.Outcome(Addresses.Vendor, $"code {told}"),
            _ => answer.Outcome(Addresses.Vendor),
        };
    }

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;

    private static (int? Code, TimeSpan? Wait) Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is not { ValueKind: JsonValueKind.Object } root)
            {
                return (null, null);
            }

            int? code = root.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var known) ? known : null;
            TimeSpan? wait = root.TryGetProperty("retry_after", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetDouble(out var asked)
                ? TimeSpan.FromMilliseconds(Math.Ceiling(Math.Clamp(asked, 0, OutgoingRequests.LongestRetryAfter.TotalSeconds) * 1_000))
                : null;
            return (code, wait);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }
}
