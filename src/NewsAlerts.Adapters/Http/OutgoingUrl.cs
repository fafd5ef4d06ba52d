using System.Net;
using NewsAlerts.Articles;

namespace NewsAlerts.Adapters.Http;

/// <summary>What a URL must be like before a request goes there at all. Where its name leads is checked when connecting.</summary>
internal static class OutgoingUrl
{
    /// <summary>Ports below this belong to other protocols, but for those of HTTP: a POST must not reach a mail server.</summary>
    private const int FirstFreePort = 1_024;

    /// <summary>What is said of an address on the inside, however that was found out.</summary>
    public const string Inside = "The URL leads to an address that requests may not reach: private, local or reserved.";

    /// <summary>Names below these never belong to a receiver out there (RFC 6762, RFC 8375, and what ICANN reserved for private use).</summary>
    private static readonly string[] InsideSuffixes = [".local", ".internal", ".home.arpa"];

    /// <summary>Why a URL is not even tried; null where it may be.</summary>
    public static string? Objection(Uri url, OutgoingRules rules) => url switch
    {
        { IsAbsoluteUri: false } => "The URL is not absolute.",
        { Scheme: "http" } when !rules.AllowInsecure => $"The URL must be https. {rules.Section}__{nameof(rules.AllowInsecure)}=true allows http, for development.",
        { Scheme: not ("https" or "http") } => "The URL must be https.",
        { UserInfo.Length: > 0 } => "The URL must not hold a user name or a password.",
        { Port: not (443 or 80) and < FirstFreePort } => "The URL's port belongs to another protocol: use 443, or one from 1024 on.",
        _ when WebHost.Of(url) is null => "The URL's host is no name.",
        _ when IsInside(WebHost.Of(url)!.TrimEnd('.'), rules.AllowLoopback) => Inside,
        _ => null,
    };

    /// <summary>What tells by itself, without asking a name server, that it is on the inside. A dot at the end changes nothing.</summary>
    private static bool IsInside(string host, bool allowLoopback)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            return !PublicAddresses.Include(address, allowLoopback);
        }

        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
        {
            return !allowLoopback;
        }

        // A name without a dot is one of this network, whatever it is.
        return !host.Contains('.', StringComparison.Ordinal) || InsideSuffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>What is opened for development, and otherwise closed.</summary>
/// <param name="Section">The section of the configuration that says so.</param>
/// <param name="AllowInsecure">Whether http will do.</param>
/// <param name="AllowLoopback">Whether this machine counts as outside.</param>
internal readonly record struct OutgoingRules(string Section, bool AllowInsecure, bool AllowLoopback);
