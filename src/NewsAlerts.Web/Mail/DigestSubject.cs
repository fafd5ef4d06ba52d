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
    public static string Of(Digest digest)
    {
        var headlines = digest.Items.Select(item => DisplayText.Line(item.Headline, MaxLength)).OfType<string>().Take(MaxHeadlines).ToList();
        var title = DisplayText.Line(digest.Title, MaxTitle) ?? "News";
        if (headlines.Count == 0)
        {
            return $"{title}: {DigestView.Stories(digest.Items.Count)}";
        }

        for (var shown = headlines.Count; shown > 1; shown--)
        {
            var subject = $"{title}: {string.Join("; ", headlines.Take(shown))}{More(digest, shown)}";
            if (subject.Length <= MaxLength)
            {
                return subject;
            }
        }

        var more = More(digest, 1);
        return $"{title}: {DisplayText.Clip(headlines[0], MaxLength - title.Length - ": ".Length - more.Length)}{more}";
    }

    private static string More(Digest digest, int shown) =>
        digest.Items.Count > shown ? $"; and {digest.Items.Count - shown} more" : "";
}
