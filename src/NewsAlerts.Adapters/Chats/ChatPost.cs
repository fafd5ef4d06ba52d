using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Chats;

/// <summary>
/// Posts a message to a chat's webhook, with the checks and limits of every outgoing request (<see cref="GuardedPost"/>). Chats know no key by
/// which a repeated message could be told, so a digest is one request: only what ends between the chat's OK and the ledger repeats it.
/// </summary>
internal sealed partial class ChatPost(GuardedPost post, IOptions<WebhookOptions> options, ILogger<ChatPost> logger)
{
    /// <summary>Error codes stand at the beginning.</summary>
    private const int MostRead = 4_096;

    private readonly WebhookOptions _options = options.Value;

    /// <param name="addresses">The chat.</param>
    /// <param name="url">Its webhook.</param>
    /// <param name="body">The message, JSON in UTF-8.</param>
    /// <param name="id">The digest, or the notice, that it carries.</param>
    /// <param name="judge">What the chat's answer means.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<SendOutcome> SendAsync(
        ChatAddresses addresses, Uri url, byte[] body, DigestId id, Func<ChatAnswer, SendOutcome> judge, CancellationToken cancellationToken)
    {
        if (Objection(addresses, url) is { } objection)
        {
            return new SendOutcome.Refused(objection, Refusal.Address);
        }

        SendOutcome outcome = await post.SendAsync(url, body, [], cancellationToken) switch
        {
            PostAnswer.Answered(var status, var said, var wait) => judge(new ChatAnswer(status, Encoding.UTF8.GetString(said.Span[..Math.Min(said.Length, MostRead)]), wait)),
            PostAnswer.Forbidden(var error) => new SendOutcome.Refused(error, Refusal.Address),
            PostAnswer.Unanswered(var error) => new SendOutcome.Deferred(error),
            PostAnswer.HostBusy => new SendOutcome.NotTried(),
            var answer => throw new InvalidOperationException($"Unknown answer {answer}."),
        };
        if (outcome is SendOutcome.Deferred { Error: var why })
        {
            Log.NotNow(logger, id, why);
        }

        return outcome;
    }

    /// <summary>The outcome of what no chat carries: an address is asked by mail whether it wants a subscription.</summary>
    public static Task<SendOutcome> NoticesOnly(ChatAddresses addresses) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Refused($"{addresses.Vendor} carries digests and notices, and no other messages."));

    private string? Objection(ChatAddresses addresses, Uri url) => _options.AllowLoopback && ChatAddresses.IsLocal(url) ? null : addresses.Objection(url);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{DigestId} could not be posted to a chat now: {Error}")]
        public static partial void NotNow(ILogger logger, DigestId digestId, string error);
    }
}
