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
        using var lease = _limiter.AttemptAcquire(Sender(request));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>
    /// Who asks. A connection from this machine itself comes from a proxy (the Functions host is one), and the last address of X-Forwarded-For is what that proxy
    /// saw; those before it, and the header of any other connection, are the sender's own claims.
    /// </summary>
    internal static IPAddress Sender(HttpRequest request)
    {
        var remote = request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        if (IPAddress.IsLoopback(remote)
            && request.Headers[ForwardedFor].ToString().Split(',')[^1].Trim() is { Length: > 0 } claimed
            && IPEndPoint.TryParse(claimed, out var forwarded))
        {
            remote = forwarded.Address;
        }

        return Network(remote);
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
