using System.Globalization;
using System.Text;

namespace NewsAlerts.Web.Mail;

/// <summary>Text of unknown origin made fit to be shown on one line: in a mail, in its subject, on a terminal.</summary>
internal static class DisplayText
{
    /// <summary>
    /// The text without control characters, line breaks and bidirectional overrides, white space collapsed, and cut at a
    /// word with an ellipsis where it is longer than <paramref name="max"/> UTF-16 code units. Null where nothing is left.
    /// </summary>
    public static string? Line(string? text, int max)
    {
        if (text is null)
        {
            return null;
        }

        var line = new StringBuilder(Math.Min(text.Length, max + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (!Reorders(rune))
            {
                line.Append(rune.ToString());
            }

            // One more than fits is enough to know that something was left out.
            if (line.Length > max + 1)
            {
                break;
            }
        }

        var clean = line.ToString().TrimEnd();
        return clean.Length == 0 ? null : Clip(clean, max);
    }

    /// <summary>The text, cut at a word with an ellipsis where it is longer than <paramref name="max"/> UTF-16 code units.</summary>
    public static string Clip(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        var end = 0;
        var word = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var length && end + length < max)
        {
            end += length;
            word = text[end] == ' ' ? end : word;
        }

        // A script without spaces, or one endless word, is cut where it is full.
        return string.Concat(text.AsSpan(0, word > max / 2 ? word : end).TrimEnd(" ,;:-–—"), "…");
    }

    /// <summary>Embeddings, overrides and isolates can make a line read as what it is not (UTR 36, section 2.5); a byte order mark is no text.</summary>
    private static bool Reorders(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
