namespace NewsAlerts.Articles;

/// <summary>The host of an address as name servers know it.</summary>
public static class WebHost
{
    /// <summary>
    /// The host in ASCII (IDNA); null where it is no name that could be. The platform's <see cref="Uri"/> takes hosts with any character, and throws
    /// only when it is asked for this form: in the middle of a digest, if nobody asked before.
    /// </summary>
    public static string? Of(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        try
        {
            return url.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
