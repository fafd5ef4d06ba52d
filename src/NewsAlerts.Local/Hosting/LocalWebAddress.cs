using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Local.Hosting;

/// <summary>The configured address, else the local host's own, which is known once it listens.</summary>
internal sealed class LocalWebAddress(IOptions<WebOptions> options) : IWebAddress
{
    public Uri? Base => options.Value.BaseUrl ?? Listening;

    /// <summary>Where this host's own server listens.</summary>
    public Uri? Listening { get; set; }

    /// <summary>An address that a browser on this machine can open: who listens at every address (0.0.0.0) does so at the loopback one.</summary>
    public static Uri Reachable(Uri listening) =>
        IPAddress.TryParse(listening.Host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(listening) { Host = address.AddressFamily == AddressFamily.InterNetwork ? "127.0.0.1" : "[::1]" }.Uri
            : listening;
}
