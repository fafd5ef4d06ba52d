using NewsAlerts.Web.Mail;

namespace NewsAlerts.Adapters.Chats;

/// <summary>An article's address as a chat takes it.</summary>
internal static class ChatLink
{
    /// <summary>
    /// The address, http or https, with the host in ASCII: one that a chat thinks malformed would have the whole message refused. Null for
    /// a host without a dot, which nobody can reach from a chat, and for what spells more than 2,000 characters.
    /// </summary>
    public static string? Of(ItemView item)
    {
        if (item.Url is null || !Uri.TryCreate(item.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || !url.IdnHost.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }

        var address = url.IdnHost == url.Host ? url.AbsoluteUri : new UriBuilder(url) { Host = url.IdnHost }.Uri.AbsoluteUri;
        return address.Length <= 2_000 && address.All(char.IsAscii) ? address : null;
    }
}
