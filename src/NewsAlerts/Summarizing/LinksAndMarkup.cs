using System.Text.RegularExpressions;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing;

/// <summary>Addresses and mark-up that a model wrote although its article has none of them: the ways in which text becomes more than text.</summary>
public static partial class LinksAndMarkup
{
    /// <summary>What ends a sentence rather than the address before it.</summary>
    private static readonly char[] Closing = ['.', ',', ';', ':', '!', '?', ')', '"', '”', '’'];

    /// <summary>Whether <paramref name="text"/> holds a URL, a mail address, a host name, mark-up or an invisible character that does not stand in the article.</summary>
    public static bool HasForeign(Article article, string text)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        return Suspicious().Matches(text).Any(match =>
            match.Value.TrimEnd(Closing) is var value
            && !article.Text.Contains(value, StringComparison.Ordinal)
            && article.Citation.Title?.Contains(value, StringComparison.Ordinal) is not true);
    }

    // In this order: a scheme or www; a mail address; a name that ends like a host's ("harbour.example"), which mail readers turn into links;
    // tags and comments; Markdown's links, code and emphasis; character references; controls, and the invisible characters that reverse or hide text.
    [GeneratedRegex(@"
        (?: \b[a-z][a-z0-9+.\-]{1,20}:// | \b(?:javascript|data|mailto|tel): | \bwww\. ) \S*
        | [^\s@]+@[^\s@]+
        | (?<![\p{L}\p{Nd}]) (?: [a-z0-9](?:[a-z0-9\-]*[a-z0-9])?\. )+ [a-z]{2,24} (?![\p{L}\p{Nd}]) (?:/\S*)?
        | <[a-z/!?][^>]*>?
        | !?\[[^\]]*\]\([^)]*\)? | `+ | \*\*|__|~~
        | &\#?[a-z0-9]{1,31};
        | [\p{Cc}\p{Co}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+ | [\uDB40][\uDC00-\uDFFF]",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Suspicious();
}
