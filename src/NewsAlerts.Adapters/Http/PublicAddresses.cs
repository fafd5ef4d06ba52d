using System.Net;
using Microsoft.Security.AntiSSRF;

namespace NewsAlerts.Adapters.Http;

/// <summary>
/// Which addresses are on the outside. The list of Microsoft's AntiSSRF library holds every special-purpose range of IANA (private, shared,
/// link-local, unique-local, loopback, multicast, and IPv6 that carries an IPv4 address inside: NAT64, 6to4, Teredo) and the cloud metadata services.
/// </summary>
internal static class PublicAddresses
{
    /// <summary>
    /// What that list leaves open: whatever is not global unicast, 2000::/3, where nothing public is. IPv4 in more disguises is among it (IPv4-compatible,
    /// RFC 4291 section 2.5.5.1; IPv4-translated, RFC 2765 section 2.1); mapped IPv4 is looked at as what it stands for.
    /// </summary>
    private static readonly string[] MoreDenied = ["::/3", "4000::/2", "8000::/1"];

    private static readonly IReadOnlyList<IPNetwork> Denied = [.. IPAddressRanges.recommendedLatest.Concat(MoreDenied).Select(range => IPNetwork.Parse(range))];

    /// <summary>Whether a request may go to that address.</summary>
    /// <param name="address">IPv4 or IPv6.</param>
    /// <param name="loopback">Whether this machine counts as outside, for local development.</param>
    public static bool Include(IPAddress address, bool loopback)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (loopback && IPAddress.IsLoopback(plain)) || !Denied.Any(range => range.Contains(plain));
    }
}
