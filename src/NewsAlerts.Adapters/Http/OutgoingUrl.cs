namespace NewsAlerts.Adapters.Http;

/// <summary>What a URL must be like before a request goes there at all. Where its host leads is checked when connecting.</summary>
internal static class OutgoingUrl
{
    /// <summary>Ports below this belong to other protocols, but for those of HTTP: a POST must not reach a mail server.</summary>
    private const int FirstFreePort = 1_024;

    /// <summary>Why a URL is not even tried; null where it may be.</summary>
    public static string? Objection(Uri url, WebhookOptions options) => url switch
    {
        { IsAbsoluteUri: false } => "The URL is not absolute.",
        { Scheme: "http" } when !options.AllowInsecure => "The URL must be https.",
        { Scheme: not ("https" or "http") } => "The URL must be https.",
        { UserInfo.Length: > 0 } => "The URL must not hold a user name or a password.",
        { Port: not (443 or 80) and < FirstFreePort } => "The URL's port belongs to another protocol: use 443, or one from 1024 on.",
        _ => null,
    };
}
