using System.Text.Json;
using NewsAlerts.Adapters.Chats;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Adapters.Teams;

/// <summary>Posts digests, and notices about subscriptions, to Microsoft Teams, by a workflow that takes webhook requests, or by a connector.</summary>
internal sealed class TeamsChannel(ChatPost post, ReaderLinks links) : IDeliveryChannel, IMessageChannel
{
    private static readonly ChatAddresses Addresses = ChatAddresses.Teams;

    public bool Serves(Channel channel) => channel is Channel.Teams;

    public Task<SendOutcome> SendAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken) => post.SendAsync(
        Addresses, ((Channel.Teams)subscription.Channel).Url, TeamsMessage.Of(digest, links.To(digest)).ToBytes(), digest.Id, Outcome, cancellationToken);

    public Task<SendOutcome> SendAsync(SubscriptionMessage message, Subscription subscription, CancellationToken cancellationToken) => message is SubscriptionMessage.Notice notice
        ? post.SendAsync(Addresses, ((Channel.Teams)notice.To).Url, TeamsMessage.Of(ChatNotice.Of(notice, subscription)).ToBytes(), notice.Id, Outcome, cancellationToken)
        : ChatPost.NoticesOnly(Addresses);

    /// <summary>
    /// A workflow answers 202 when it has taken the request. A connector answers 200 whatever became of it, and says in words what Teams
    /// said (learn.microsoft.com, "Create incoming webhooks", "Rate limiting for incoming webhooks").
    /// </summary>
    internal static SendOutcome Outcome(ChatAnswer answer)
    {
        if (answer.Status == 200 && answer.Body.Contains("Webhook message delivery failed", StringComparison.OrdinalIgnoreCase))
        {
            return (StatusInWords(answer.Body) is { } status ? answer with { Status = status } : answer with { Status = 502 }).Outcome(Addresses.Vendor);
        }

        var code = CodeOf(answer.Body);

        // Its owner turned the workflow off, and may turn it on again.
        return code is "WorkflowTriggerIsNotEnabled"
            ? new SendOutcome.Deferred("The Microsoft Teams workflow is turned off (WorkflowTriggerIsNotEnabled): turn it on in Power Automate.", answer.RetryAfter)
            : answer.Outcome(Addresses.Vendor, code is { Length: <= 50 } && code.All(char.IsAsciiLetter) ? code : null);
    }

    /// <summary>The 429 of "… Microsoft Teams endpoint returned HTTP error 429 with ContextId …".</summary>
    private static int? StatusInWords(string body)
    {
        const string Words = "HTTP error ";
        var at = body.IndexOf(Words, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && int.TryParse(body.AsSpan(at + Words.Length, Math.Min(3, body.Length - at - Words.Length)), out var status) && status >= 400 ? status : null;
    }

    /// <summary>The code of Logic Apps' <c>{"error":{"code":"…"}}</c>.</summary>
    private static string? CodeOf(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                    ? code.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
