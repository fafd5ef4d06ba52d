using NewsAlerts.Digesting;

namespace NewsAlerts.Web.Mail;

/// <summary>The subject line of a digest's mail.</summary>
public static class DigestSubject
{
    /// <summary>Longest subject, in UTF-16 code units: more than any client shows.</summary>
    public const int MaxLength = 120;

    private const int MaxTitle = 50;
    private const int MaxHeadlines = 2;

    /// <summary>
    /// The title, the first headline or two as far as they fit, and how many more there are, such as
    /// "Harbour news: Bridge reopens after storm; and 11 more". One line without control characters.
    /// </summary>
    public static string Of(DigestView digest)
    {
        List<ItemView> items = [.. digest.Full, .. digest.Brief];
        var count = items.Count + digest.Unlisted;
        var title = Opening(digest.Kind, DisplayText.Clip(digest.Title, MaxTitle), count);
        for (var shown = Math.Min(items.Count, MaxHeadlines); shown > 1; shown--)
        {
            var subject = $"{title}: {string.Join("; ", items.Take(shown).Select(item => item.Headline))}{More(count, shown)}";
            if (subject.Length <= MaxLength)
            {
                return subject;
            }
        }

        var more = More(count, 1);
        return $"{title}: {DisplayText.Clip(items[0].Headline, MaxLength - title.Length - ": ".Length - more.Length)}{more}";
    }

    private static string Opening(DigestKind kind, string title, int count) => kind switch
    {
        DigestKind.Alert => $"Alert · {title}",
        DigestKind.RoundUp => $"{title}, {DigestView.HeldAlerts(count)}",
        _ => title,
    };

    private static string More(int count, int shown) => count > shown ? $"; and {count - shown} more" : "";
}
