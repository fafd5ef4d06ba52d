using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting.Text;

/// <summary>Stretches that no sentence crosses: paragraphs, list items, and headings on lines of their own.</summary>
internal static class SentenceBlocks
{
    public static IEnumerable<TextSpan> Of(string text)
    {
        foreach (var group in ParagraphSplitter.Groups(Lines.Of(text)))
        {
            var (widest, anyEnds) = (0, false);
            foreach (var line in group)
            {
                widest = Math.Max(widest, line.Length);
                anyEnds |= Lines.EndsSentence(text, line);
            }

            var start = group[0].Start;
            var inList = Lines.MarkerLength(text, group[0]) > 0;
            for (var i = 1; i < group.Count; i++)
            {
                var marked = IsListItem(text, group[i - 1], group[i], inList);
                if (marked || IsMeantBreak(text, group[i - 1], group[i], widest, anyEnds))
                {
                    yield return new TextSpan(start, group[i - 1].End - start);
                    start = group[i].Start;
                }

                inList |= marked;
            }

            yield return new TextSpan(start, group[^1].End - start);
        }
    }

    /// <summary>A marker counts where a sentence may start; a wrapped line may begin with a dash or a year by chance.</summary>
    private static bool IsListItem(string text, TextSpan previous, TextSpan line, bool inList)
    {
        var marker = Lines.MarkerLength(text, line);
        if (marker == 0)
        {
            return false;
        }

        var last = text[previous.End - 1];
        return inList
            || last is ':' or ';' or '：'
            || Lines.EndsSentence(text, previous)
            || text[line.Start] is '•' or '*' or '●' or '■' or '▪' or '‣' or '◦' or '►' or '➤' or '✓'
            || (marker < line.Length && Marks.IsUpper(text[line.Start + marker]) && Marks.IsDash(text[line.Start]));
    }

    /// <summary>
    /// A break that wrapping did not make: the next word would have fitted well before the widest line's end, or no line of the paragraph
    /// can have been wrapped at all.
    /// </summary>
    private static bool IsMeantBreak(string text, TextSpan previous, TextSpan line, int widest, bool anyEnds)
    {
        var last = text[previous.End - 1];
        if (last is ',' or ';' or ':' or '，' or '、' || Marks.IsDash(last) || StartsInLowerCase(text, line))
        {
            return false;
        }

        if (widest > ParagraphSplitter.LongestWrappedLine || (!anyEnds && widest <= 60))
        {
            return true;
        }

        var word = text.AsSpan(line.Start, Math.Min(line.Length, 40)).IndexOfAny(' ', '\t');
        return (previous.Length + 1 + (word < 0 ? Math.Min(line.Length, 40) : word)) * 5 < widest * 3;
    }

    private static bool StartsInLowerCase(string text, TextSpan line)
    {
        var i = line.Start;
        while (i < line.End && i < line.Start + 4 && !char.IsLetterOrDigit(text[i]))
        {
            i++;
        }

        return i < line.End && char.IsLower(text[i]);
    }
}
