using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Chats;

/// <summary>
/// Posts a message to a chat's webhook, over the same client, checks and limits as webhooks (<see cref="WebhookOptions"/>). Chats know no
/// key by which a repeated message could be told, so a digest is one request: only a crash between the chat's OK and the ledger repeats it.
/// </summary>
internal sealed partial class ChatPost(IHttpClientFactory clients, IOptions<WebhookOptions> options, TimeProvider time, ILogger<ChatPost> logger)
{
    /// <summary>Error codes are in the first few bytes.</summary>
    private const int MostRead = 4_096;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    private static readonly ProductInfoHeaderValue Sender = new("NewsAlerts", typeof(ChatPost).Assembly.GetName().Version?.ToString(3));

    private readonly WebhookOptions _options = options.Value;

    /// <param name="addresses">The chat.</param>
    /// <param name="url">Its webhook.</param>
    /// <param name="body">The message, JSON in UTF-8.</param>
    /// <param name="id">The digest that it carries.</param>
    /// <param name="judge">What the chat's answer means.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<SendOutcome> SendAsync(
        ChatAddresses addresses, Uri url, byte[] body, DigestId id, Func<ChatAnswer, SendOutcome> judge, CancellationToken cancellationToken)
    {
        if (Objection(addresses, url) is { } objection)
        {
            return new SendOutcome.Refused(objection);
        }

        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var outcome = await TrySendAsync(addresses.Vendor, url, body, judge, either.Token, cancellationToken);
        if (outcome is SendOutcome.Deferred { Error: var error })
        {
            Log.NotNow(logger, id, error);
        }

        return outcome;
    }

    private string? Objection(ChatAddresses addresses, Uri url) =>
        _options.AllowLoopback && ChatAddresses.IsLocal(url) && (_options.AllowInsecure || url.Scheme == "https") ? null : addresses.Objection(url);

    private async Task<SendOutcome> TrySendAsync(
        string vendor, Uri url, byte[] body, Func<ChatAnswer, SendOutcome> judge, CancellationToken either, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url)
            {
                Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json", "utf-8") } },
                Headers = { UserAgent = { Sender } },
            };
            using var client = clients.CreateClient(WebhookChannel.Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either);
            return judge(new ChatAnswer((int)response.StatusCode, await ReadAsync(response, either), RetryAfter(response.Headers.RetryAfter)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome.Deferred($"{vendor} did not answer within {_options.Timeout.TotalSeconds:0} s.");
        }
        catch (AntiSSRFException)
        {
            return new SendOutcome.Refused($"The address leads to one that is private, local or reserved: it is not {vendor}'s.");
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new SendOutcome.Deferred(Reason(vendor, ex));
        }
    }

    private async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(MostRead, _options.MaxResponseBytes)];
        var length = 0;
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception ex) when (ex is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status line came: the chat has decided, and a repeated send would be a second message.
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait is null ? null : Bounded(wait.Value);
    }

    /// <summary>A wait that a chat asked for: not negative, and at most a day.</summary>
    public static TimeSpan Bounded(TimeSpan wait) => TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestRetryAfter.Ticks));

    private static string Reason(string vendor, Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"The name of {vendor}'s host cannot be looked up.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or AuthenticationException =>
            $"No encrypted connection to {vendor}: its certificate is not trusted, or something on the way does not speak TLS.",
        HttpRequestException or IOException or System.Net.Sockets.SocketException => $"No connection to {vendor}, or it broke off.",
        _ => $"Sending failed ({exception.GetType().Name}).",
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Digest {DigestId} could not be posted to a chat now: {Error}")]
        public static partial void NotNow(ILogger logger, DigestId digestId, string error);
    }
}
