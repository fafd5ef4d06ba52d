namespace NewsAlerts.Chaos.Faults;

/// <summary>A request that was passed on, and what the other side made of it.</summary>
/// <param name="Method">Such as PUT.</param>
/// <param name="Target">Path and query, as it came.</param>
/// <param name="Body">The request's.</param>
/// <param name="Status">The answer's.</param>
internal sealed record Exchange(string Method, string Target, ReadOnlyMemory<byte> Body, int Status);

/// <summary>Watches what passes a proxy. Both may end the host that asks.</summary>
internal interface IWatch
{
    /// <summary>Before a request is passed on.</summary>
    Task ArrivedAsync();

    /// <summary>When it was done, before its answer goes back.</summary>
    Task DoneAsync(Exchange exchange);
}
