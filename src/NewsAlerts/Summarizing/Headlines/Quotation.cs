namespace NewsAlerts.Summarizing.Headlines;

internal static class Quotation
{
    /// <summary>The text without its double quotation marks where these don't pair any more.</summary>
    public static string Balance(string text)
    {
        var straight = text.Count(c => c == '"') % 2 == 1;
        var curly = text.Count(c => c is '“') != text.Count(c => c is '”');
        var angled = text.Count(c => c is '«') != text.Count(c => c is '»');
        return string.Concat(text.Where(c => !((straight && c == '"') || (curly && c is '“' or '”') || (angled && c is '«' or '»'))));
    }
}
