using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting;

/// <summary>Addresses as originals give them.</summary>
internal static class CitedUrl
{
    private const int Longest = 2048;

    /// <summary>The address without credentials; null for what is none, or none of the web's: relative, javascript:, data:, file:.</summary>
    public static Uri? Of(string? url)
    {
        var text = url?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > Longest || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            || !Uri.TryCreate(text, UriKind.Absolute, out var parsed) || !Citation.IsWeb(parsed) || parsed.Host.Length == 0)
        {
            return null;
        }

        return parsed.UserInfo.Length == 0 ? parsed : new UriBuilder(parsed) { UserName = "", Password = "" }.Uri;
    }
}
