using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Webhooks;

/// <summary>Posts digests, signed, to the receiver's URL. The <c>webhook-id</c> is the digest's id, so a repeated send can be told.</summary>
internal sealed partial class WebhookChannel(
    IHttpClientFactory clients,
    IOptions<WebhookOptions> options,
    TimeProvider time,
    ILogger<WebhookChannel> logger) : IDeliveryChannel
{
    /// <summary>The name of its client.</summary>
    public const string Client = "webhooks";

    /// <summary>A receiver that asks for more patience than the longest of our own delays gets that.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    private static readonly ProductInfoHeaderValue Sender =
        new("NewsAlerts", typeof(WebhookChannel).Assembly.GetName().Version?.ToString(3));

    private readonly WebhookOptions _options = options.Value;

    public bool Serves(Channel channel) => channel is Channel.Webhook;

    public async Task<SendOutcome> SendAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken)
    {
        var (url, secret) = (Channel.Webhook)subscription.Channel;
        if (Objection(url) is { } objection)
        {
            return new SendOutcome.Refused(objection);
        }

        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var outcome = await TrySendAsync(Request(url, secret, digest), either.Token, cancellationToken);
        if (outcome is SendOutcome.Deferred { Error: var error })
        {
            Log.NotNow(logger, digest.Id, error);
        }

        return outcome;
    }

    private async Task<SendOutcome> TrySendAsync(HttpRequestMessage request, CancellationToken either, CancellationToken cancellationToken)
    {
        try
        {
            using var sent = request;
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either);
            await ReadAsync(response, either);
            return Outcome(response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendOutcome.Deferred($"The receiver did not answer within {_options.Timeout.TotalSeconds:0} s.");
        }
        catch (AntiSSRFException)
        {
            return new SendOutcome.Refused("The URL leads to an address that webhooks may not reach: private, local or reserved.");
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new SendOutcome.Deferred(Reason(ex));
        }
    }

    /// <summary>Why a URL is not even tried; null where it may be.</summary>
    private string? Objection(Uri url) => url switch
    {
        { IsAbsoluteUri: false } => "The URL is not absolute.",
        { Scheme: "http" } when !_options.AllowInsecure => "The URL must be https.",
        { Scheme: not ("https" or "http") } => "The URL must be https.",
        { UserInfo.Length: > 0 } => "The URL must not hold a user name or a password: requests are signed.",
        _ when IPAddress.TryParse(url.DnsSafeHost, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)) => "The URL names no machine.",
        _ => null,
    };

    private HttpRequestMessage Request(Uri url, WebhookSecret secret, Digest digest)
    {
        var id = digest.Id.ToString();
        var now = time.GetUtcNow();
        var body = WebhookPayload.Of(digest).ToBytes();
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json", "utf-8") } },
            Headers = { UserAgent = { Sender } },
        };
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, WebhookSignature.Written(now));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(id, now, body, secret));
        return request;
    }

    /// <summary>Reads an answer of ordinary size, which keeps the connection for the next; nothing in it matters.</summary>
    private async Task ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var buffer = new byte[4_096];
            for (var left = _options.MaxResponseBytes; left > 0;)
            {
                var read = await body.ReadAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)), cancellationToken);
                left = read == 0 ? 0 : left - read;
            }
        }
        catch (Exception ex) when (ex is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status line came: the receiver has decided, and a repeated send would be a second digest.
        }
    }

    private SendOutcome Outcome(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            >= 200 and < 300 => new SendOutcome.Sent(),
            410 => new SendOutcome.Refused("The receiver is gone (410)."),
            >= 300 and < 400 => new SendOutcome.Deferred($"The receiver answered {status}; redirects are not followed: change the subscription's URL."),
            _ => new SendOutcome.Deferred($"The receiver answered {status}.", RetryAfter(response.Headers.RetryAfter)),
        };
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestRetryAfter.Ticks));
    }

    private static string Reason(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "The receiver's name cannot be looked up.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or AuthenticationException =>
            "No encrypted connection to the receiver: its certificate is not trusted, or it does not speak TLS there.",
        HttpRequestException or IOException or System.Net.Sockets.SocketException => "No connection to the receiver, or it broke off.",
        _ => $"Sending failed ({exception.GetType().Name}).",
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Digest {DigestId} could not be posted now: {Error}")]
        public static partial void NotNow(ILogger logger, DigestId digestId, string error);
    }
}
