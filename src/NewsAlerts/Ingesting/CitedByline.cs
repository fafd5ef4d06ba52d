namespace NewsAlerts.Ingesting;

/// <summary>Bylines as originals give them.</summary>
internal static class CitedByline
{
    private const int Longest = 200;

    /// <summary>The names without "By"; null for what names nobody, such as the address of a profile.</summary>
    public static string? Of(string? byline)
    {
        var line = ArticleComposer.Line(byline, Longest);
        foreach (var prefix in (string[])["Written by ", "By ", "By: "])
        {
            if (line is not null && line.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                line = line[prefix.Length..].TrimStart();
            }
        }

        return string.IsNullOrEmpty(line) || line.Contains("://", StringComparison.Ordinal) ? null : line;
    }
}
