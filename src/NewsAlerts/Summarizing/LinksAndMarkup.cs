using System.Text.RegularExpressions;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing;

/// <summary>Addresses and mark-up that a model wrote although its article has none of them: the ways in which text becomes more than text.</summary>
public static partial class LinksAndMarkup
{
    /// <summary>What ends a sentence rather than the address before it.</summary>
    private static readonly char[] Closing = ['.', ',', ';', ':', '!', '?', ')', '"', '”', '’'];

    /// <summary>What an address goes on with.</summary>
    private static readonly char[] Joining = ['.', '-', '_', '@', '/', '?', '#', '=', '&', ':', '%', '~', '+'];

    /// <summary>Whether <paramref name="text"/> holds a URL, a mail address, a host name, mark-up or an invisible character that does not stand in the article.</summary>
    public static bool HasForeign(Article article, string text)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(text);
        return Suspicious().Matches(text).Any(match =>
            match.Value.TrimEnd(Closing) is { Length: > 0 } value
            && !StandsIn(article.Text, value)
            && !StandsIn(article.Citation.Title ?? string.Empty, value));
    }

    // Whole: evil.example does not stand in notevil.example, nor in evil.example.org.
    private static bool StandsIn(string text, string value)
    {
        for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
        {
            if (!GoesOn(text, at - 1, -1, value[0]) && !GoesOn(text, at + value.Length, 1, value[^1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool GoesOn(string text, int at, int step, char edge)
    {
        if (!char.IsLetterOrDigit(edge) || (uint)at >= text.Length)
        {
            return false;
        }

        return char.IsLetterOrDigit(text[at])
            || (Joining.Contains(text[at]) && (uint)(at + step) < text.Length && char.IsLetterOrDigit(text[at + step]));
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
