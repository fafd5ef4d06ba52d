using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Web.Readers;

/// <summary>
/// How often one address may ask for readers' pages, <see cref="WebOptions.RequestsPerMinute"/>, in each process: who tries tokens, or floods, is turned away
/// before anything is decrypted or read. Readers behind one address share its allowance.
/// </summary>
public sealed class ReaderThrottle(IOptions<WebOptions> options) : IDisposable
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <summary>Of IPv6 a whole network of 64 bits counts as one address: that is the least that one household or machine gets.</summary>
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = options.Value.RequestsPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }));

    /// <summary>Whether this request may be answered; it counts.</summary>
    public bool Admits(HttpRequest request)
    {
        using var lease = _limiter.AttemptAcquire(Sender(request, options.Value.TrustedProxies));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>
    /// Who asks. A connection from this machine itself comes from a proxy (the Functions host is one), and the last address of X-Forwarded-For is what that proxy
    /// saw; the one before it is what the next of <paramref name="trustedProxies"/> saw, and so on. Those before are the sender's own claims.
    /// </summary>
    internal static IPAddress Sender(HttpRequest request, int trustedProxies)
    {
        var sender = request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        var claims = request.Headers[ForwardedFor].ToString().Split(',');
        var proxies = trustedProxies + (IPAddress.IsLoopback(sender) ? 1 : 0);
        for (var i = claims.Length - 1; i >= 0 && claims.Length - i <= proxies && IPEndPoint.TryParse(claims[i].Trim(), out var seen); i--)
        {
            sender = seen.Address;
        }

        return Network(sender);
    }

    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes);
    }
}
