using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Web.Readers;

/// <summary>Where readers find the pages that mails link to. Configuration section <c>Web</c>.</summary>
public sealed class WebOptions : IValidatableObject
{
    public const string Section = "Web";

    /// <summary>
    /// The address under which readers reach this installation, such as <c>https://news.example.org</c>; https or http, at most 200 characters. Default none:
    /// the local host uses its own, the Functions app sends mails without links.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>How often one address may ask for readers' pages within a minute, in each process. 1 to 100,000; default 60.</summary>
    [Range(1, 100_000)]
    public int RequestsPerMinute { get; set; } = 60;

    /// <summary>
    /// How many proxies stand between readers and the platform or container: 1 behind Azure Front Door, or behind one reverse proxy that does not run on the
    /// same machine. Each must add what it saw to <c>X-Forwarded-For</c>, and no request may come around them, or senders could make up their addresses.
    /// 0 to 5; default 0.
    /// </summary>
    [Range(0, 5)]
    public int TrustedProxies { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl is not (null or { IsAbsoluteUri: true, Scheme: "https" or "http", UserInfo: "", Query: "", Fragment: "", OriginalString.Length: <= 200 }))
        {
            yield return new ValidationResult(
                $"{Section}__{nameof(BaseUrl)} is '{BaseUrl}'; expected an address such as https://news.example.org, without a user name, a query or a fragment.",
                [nameof(BaseUrl)]);
        }
    }
}

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
