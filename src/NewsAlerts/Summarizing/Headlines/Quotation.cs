namespace NewsAlerts.Summarizing.Headlines;

internal static class Quotation
{
    /// <summary>The text without its double quotation marks where these don't pair any more.</summary>
    public static string Balance(string text)
    {
        var all = text.AsSpan();
        var straight = all.Count('"') % 2 == 1;
        var curly = all.Count('“') != all.Count('”');
        var angled = all.Count('«') != all.Count('»');
        if (!straight && !curly && !angled)
        {
            return text;
        }

        return string.Concat(text.Where(c => !((straight && c == '"') || (curly && c is '“' or '”') || (angled && c is '«' or '»'))));
    }
}
