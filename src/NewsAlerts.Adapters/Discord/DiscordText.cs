using System.Text;

namespace NewsAlerts.Adapters.Discord;

/// <summary>
/// Text as Discord's Markdown, which shows it as it is: no emphasis, mention, emoji, time stamp, link or list comes out of it. A backslash
/// before punctuation stands for that character (support.discord.com, "Markdown Text 101"); before a colon it also keeps an address from
/// becoming a link.
/// </summary>
internal static class DiscordText
{
    private const string Special = @"\*_~`|<>[]()@:";

    /// <summary>The text, escaped.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        for (var i = 0; i < text.Length; i++)
        {
            // What makes headings, lists and quotes does so only at the beginning of a line.
            var opens = (i == 0 && text[i] is '#' or '-' or '+') || (i == digits && digits > 0 && text[i] == '.');
            if (opens || Special.Contains(text[i], StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>The text, escaped, and cut at a word where that is longer than <paramref name="max"/>.</summary>
    public static string Clipped(string text, int max)
    {
        var escaped = Escaped(text);
        for (var length = text.Length; escaped.Length > max; escaped = Escaped(NewsAlerts.Web.Mail.DisplayText.Clip(text, length)))
        {
            // A character is at most two of Discord's.
            length -= (escaped.Length - max + 1) / 2;
        }

        return escaped;
    }

    /// <summary>An address for the round brackets of a link.</summary>
    public static string Address(string url) => url.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
}
