using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting.Text;

/// <summary>What single lines tell about a text's structure.</summary>
internal static class Lines
{
    /// <summary>Every line, trimmed; a blank one is an empty span.</summary>
    public static IEnumerable<TextSpan> Of(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(TextNormalizer.LineBreaks);
            var end = length < 0 ? text.Length : start + length;
            yield return Trim(text, start, end);

            // CRLF is one break, not two.
            var isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }
    }

    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end - start);
    }

    /// <summary>Whether the line ends in a stop, seen through closing quotes and brackets.</summary>
    public static bool EndsSentence(string text, TextSpan line)
    {
        var i = line.End - 1;
        while (i > line.Start && Marks.IsCloser(text[i]))
        {
            i--;
        }

        return line.Length > 0 && (Marks.IsStop(text[i]) || Marks.IsFullStop(text[i]));
    }

    /// <summary>The length of the list marker that the line starts with ("- ", "• ", "1. ", "(b) "), its space included; 0 for none.</summary>
    public static int MarkerLength(string text, TextSpan line)
    {
        var i = line.Start;
        if (text[i] is '-' or '*' or '•' or '‣' or '◦' or '▪' or '■' or '●' or '·' or '–' or '—' or '►' or '➤' or '✓')
        {
            i++;
        }
        else
        {
            var open = text[i] == '(';
            i += open ? 1 : 0;
            var first = i;
            while (i < line.End && i - first < 2 && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (i == first && i < line.End && char.IsAsciiLetter(text[i]))
            {
                i++;
                // "A. " is far more often an initial than a marker.
                if (!(i < line.End && text[i] == ')'))
                {
                    return 0;
                }
            }

            if (i == first || i >= line.End || !(text[i] == ')' || (text[i] == '.' && !open)))
            {
                return 0;
            }

            i++;
        }

        return i < line.End && char.IsWhiteSpace(text[i]) ? i + 1 - line.Start : 0;
    }
}
