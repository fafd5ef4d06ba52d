using System.Globalization;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing.Embedded;

/// <summary>The words of a stretch of text: runs of letters, digits and the marks that hold words together.</summary>
internal ref struct Words(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private TextSpan _current;

    public readonly ReadOnlySpan<char> Current => _text.Slice(_current.Start, _current.Length);

    public readonly TextSpan Span => _current;

    public readonly Words GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = _current.End;
        var text = _text;
        while ((uint)start < (uint)text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        var end = start;
        while ((uint)end < (uint)text.Length)
        {
            var run = AsciiRun.LengthAt(text, end);
            end += run;
            if (run < AsciiRun.Longest)
            {
                if ((uint)end >= (uint)text.Length || text[end] == ' ' || !((text[end] > '\u007F' && IsPart(text[end])) || IsJoint(end)))
                {
                    break;
                }

                end++;
            }
        }

        _current = new TextSpan(start, end - start);
        return end > start;
    }

    /// <summary>How long a text reads, in words; in scripts without spaces two characters count as one.</summary>
    public static int CountIn(ReadOnlySpan<char> text)
    {
        var words = 0;
        var unspaced = 0;
        if (text.IndexOfAnyInRange('\u0E00', '\uFAFF') < 0)
        {
            for (var reader = new Words(text); reader.MoveNext();)
            {
                words++;
            }

            return words;
        }

        foreach (var word in new Words(text))
        {
            var run = 0;
            foreach (var c in word)
            {
                run += IsUnspaced(c) ? 1 : 0;
            }

            unspaced += run;
            words += run * 2 < word.Length ? 1 : 0;
        }

        return words + ((unspaced + 1) / 2);
    }

    /// <summary>The share of words that have a capital without being the first; a handful of words says little about it.</summary>
    public static float ShareOfNamesIn(ReadOnlySpan<char> text) => SentenceReading.Of(text).Names;

    /// <summary>Whether a character belongs to a script that writes no spaces between words.</summary>
    public static bool IsUnspaced(char c) =>
        // Most text lies below all of them.
        c >= '\u0E00' && c is <= '\u0EFF' or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private static bool IsPart(char c) =>
        char.IsLetterOrDigit(c)
        || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private readonly bool IsJoint(int at) =>
        _text[at] is '\'' or '’' or '-' or '.' or ',' or '\u2011' or '\u200C' && at + 1 < _text.Length && char.IsLetterOrDigit(_text[at + 1]);
}
