using Microsoft.Extensions.Options;

namespace NewsAlerts.Web.Readers;

/// <summary>Says where readers reach this installation.</summary>
public interface IWebAddress
{
    /// <summary>The address that the pages' paths follow; null where there is none.</summary>
    Uri? Base { get; }
}

/// <summary>The address that is configured, and no other.</summary>
internal sealed class ConfiguredWebAddress(IOptions<WebOptions> options) : IWebAddress
{
    public Uri? Base => options.Value.BaseUrl;
}
