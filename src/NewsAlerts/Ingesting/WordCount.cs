namespace NewsAlerts.Ingesting;

/// <summary>How many words a text has, roughly, in any script.</summary>
internal static class WordCount
{
    // Unspaced scripts: Thai to Burmese, Khmer, kana and Han with their extensions, compatibility ideographs.
    private static bool IsUnspaced(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF')
            or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD87F');

    /// <summary>The words, counted no further than <paramref name="atMost"/>. Two letters of a script without spaces count as a word.</summary>
    public static int Of(string text, int atMost)
    {
        var (words, unspaced, inWord) = (0, 0, false);
        foreach (var c in text)
        {
            if (IsUnspaced(c))
            {
                unspaced++;
                inWord = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else if (c is not ('\'' or '’' or '-'))
            {
                inWord = false;
            }

            if (words + (unspaced / 2) >= atMost)
            {
                return atMost;
            }
        }

        return words + (unspaced / 2);
    }
}
