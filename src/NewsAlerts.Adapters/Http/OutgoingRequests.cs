using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;

namespace NewsAlerts.Adapters.Http;

/// <summary>What all requests to the outside share: who asks, and how their answers, or their failing, are read.</summary>
internal static class OutgoingRequests
{
    /// <summary>Whoever asks for more patience than the longest of our own delays gets that.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    /// <summary>Name and version, for the header User-Agent.</summary>
    public static readonly ProductInfoHeaderValue Sender = new("NewsAlerts", typeof(OutgoingRequests).Assembly.GetName().Version?.ToString(3));

    /// <summary>How long the other side asks to be left alone, at most a day; null where it does not.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - now;
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestRetryAfter.Ticks));
    }

    /// <summary>
    /// How long the other side says that its answer stays fresh (RFC 9111, section 4.2): max-age of Cache-Control, less the time that it has spent in caches on the
    /// way. Null where it says nothing, or wants to be asked each time.
    /// </summary>
    public static TimeSpan? FreshFor(HttpResponseMessage response) =>
        response.Headers.CacheControl is { MaxAge: { } most, NoCache: false, NoStore: false } && most - (response.Headers.Age ?? TimeSpan.Zero) is var left && left > TimeSpan.Zero
            ? left
            : null;

    /// <summary>Why there is no answer, without the address.</summary>
    /// <param name="exception">What was thrown; no cancellation.</param>
    /// <param name="whom">What the other side is called.</param>
    public static string WhyNone(Exception exception, string whom) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }
            or HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound } } => $"The {whom}'s name cannot be looked up.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or AuthenticationException =>
            $"No encrypted connection to the {whom}: its certificate is not trusted, or it does not speak TLS there.",
        HttpRequestException or IOException or SocketException => $"No connection to the {whom}, or it broke off.",
        _ => $"The request to the {whom} failed ({exception.GetType().Name}).",
    };
}
