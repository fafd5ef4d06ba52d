namespace NewsAlerts.Ingesting.Formats;

/// <summary>Titles of pages, which carry their site's name: "Ferry runs again | Harbour Gazette".</summary>
internal static class PageTitle
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • "];

    /// <summary>The title without the name of its site, where that is known or plain to see; never empty for a title that isn't.</summary>
    /// <param name="title">As the page has it.</param>
    /// <param name="site">The site's name, where the page tells it.</param>
    /// <param name="heading">The page's only h1.</param>
    public static string? WithoutSite(string? title, string? site, string? heading)
    {
        var text = title?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        while (LastSeparator(text) is var (at, separator) && at > 0)
        {
            var (front, end) = (text[..at].TrimEnd(), text[(at + separator.Length)..].TrimStart());
            if (Same(end, site) || Same(front, heading) || (separator is not (" - " or " – " or " — ") && Words(end) <= 4 && Words(front) >= 4))
            {
                text = front;
            }
            else
            {
                break;
            }
        }

        foreach (var separator in Separators)
        {
            if (site is not null && text.StartsWith(site + separator, StringComparison.OrdinalIgnoreCase) && text.Length > site.Length + separator.Length)
            {
                return text[(site.Length + separator.Length)..].Trim();
            }
        }

        return text;
    }

    private static (int At, string Separator) LastSeparator(string text) =>
        Separators.Select(separator => (At: text.LastIndexOf(separator, StringComparison.Ordinal), separator)).MaxBy(found => found.At);

    private static bool Same(string text, string? other) => other is not null && text.Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
