using System.Net;

namespace NewsAlerts.Adapters.Http;

/// <summary>Looks up the addresses of a host.</summary>
internal interface INameLookup
{
    /// <exception cref="System.Net.Sockets.SocketException">There is no such name, or nobody to ask.</exception>
    Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken);
}

/// <summary>As this machine does.</summary>
internal sealed class SystemNameLookup : INameLookup
{
    public Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken);
}
