using System.Net;
using System.Net.Sockets;

namespace NewsAlerts.Adapters.Http;

/// <summary>
/// Connects to the outside only. The name is looked up once, here; every address that it has is checked, and the connection is made to those very
/// addresses, so a name that changes its mind in between (DNS rebinding) gains nothing. How an address was written (decimal, octal, hexadecimal,
/// full-width) makes no difference: what counts is where the socket goes.
/// </summary>
internal sealed class GuardedConnection(INameLookup names, bool allowLoopback)
{
    /// <summary>A handler whose connections are all made so. No proxy, which would look up names by itself; no redirects, no cookies.</summary>
    public SocketsHttpHandler Handler(TimeSpan connectTimeout) => new()
    {
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, cancellationToken),
        ConnectTimeout = connectTimeout,
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,

        // Which trace a delivery belongs to is no receiver's business.
        ActivityHeadersPropagator = null,

        // What lies beyond the most that is read of a response is not worth reading to save a connection.
        ResponseDrainTimeout = TimeSpan.Zero,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    private async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await names.FindAsync(target.Host, cancellationToken);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        // One address inside is enough: a name that has both is not one of a receiver.
        if (!addresses.All(IsOutside))
        {
            throw new InsideAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return socket.RemoteEndPoint is IPEndPoint { Address: var reached } && IsOutside(reached)
                ? new NetworkStream(socket, ownsSocket: true)
                : throw new InsideAddressException();
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsOutside(IPAddress address) => PublicAddresses.Include(address, allowLoopback);
}

/// <summary>The host has an address that requests may not reach.</summary>
internal sealed class InsideAddressException() : Exception("The host has an address that is not public.");
