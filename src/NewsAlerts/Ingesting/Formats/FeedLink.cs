namespace NewsAlerts.Ingesting.Formats;

/// <summary>The feed that a web page names: <c>link rel="alternate"</c> with a feed's type (HTML, section 4.6.7.1). For people to read; nothing here asks for it.</summary>
internal static class FeedLink
{
    private const string Links = "link[rel~='alternate' i][type='application/rss+xml' i], link[rel~='alternate' i][type='application/atom+xml' i]";

    /// <summary>Its address; null where there is none, or none of the web.</summary>
    public static Uri? In(string html, Uri page, CancellationToken cancellationToken) =>
        new BoundedHtml(cancellationToken).Parse(html)?
            .QuerySelectorAll(Links)
            .Select(link => Uri.TryCreate(page, link.GetAttribute("href"), out var feed) ? feed : null)
            .FirstOrDefault(feed => feed is { Scheme: "https" or "http" });
}
