using Microsoft.Extensions.Options;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Local.Hosting;

/// <summary>The configured address, else the local host's own, which is known once it listens.</summary>
internal sealed class LocalWebAddress(IOptions<WebOptions> options) : IWebAddress
{
    public Uri? Base => options.Value.BaseUrl ?? Listening;

    /// <summary>Where this host's own server listens.</summary>
    public Uri? Listening { get; set; }
}
