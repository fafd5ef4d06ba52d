using NewsAlerts.Articles;

namespace NewsAlerts.Ingesting.Text;

/// <summary>Paragraphs of a text that <see cref="TextNormalizer"/> has been over (other text works too), in linear time.</summary>
public static class ParagraphSplitter
{
    // Nobody wraps text at more than this; a longer line was never wrapped, so its break was meant.
    internal const int LongestWrappedLine = 130;

    /// <summary>
    /// The paragraphs, trimmed, ordered, disjoint and never empty; together they hold every character that is not white space.
    /// Blank lines part them. Where there are none, lines that mostly end a sentence, or are too long to have been wrapped,
    /// are paragraphs by themselves, while hard-wrapped lines stay together.
    /// </summary>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var groups = Groups(Lines.Of(text));
        var paragraphs = new List<TextSpan>();
        foreach (var group in groups)
        {
            if (EachLineIsOne(text, group, onlyGroup: groups.Count == 1))
            {
                paragraphs.AddRange(group);
            }
            else
            {
                paragraphs.Add(new TextSpan(group[0].Start, group[^1].End - group[0].Start));
            }
        }

        return paragraphs;
    }

    /// <summary>Lines between blank lines, which come as empty spans.</summary>
    internal static List<List<TextSpan>> Groups(IEnumerable<TextSpan> lines)
    {
        var groups = new List<List<TextSpan>>();
        var open = false;
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                open = false;
                continue;
            }

            if (!open)
            {
                groups.Add([]);
                open = true;
            }

            groups[^1].Add(line);
        }

        return groups;
    }

    private static bool EachLineIsOne(string text, List<TextSpan> lines, bool onlyGroup)
    {
        if (lines.Count < 2)
        {
            return false;
        }

        if (lines.Any(line => line.Length > LongestWrappedLine))
        {
            return true;
        }

        var ended = lines.Count(line => Lines.EndsSentence(text, line));
        // Beside blank lines, a single break says less: three wrapped lines may well end in a stop by chance.
        return onlyGroup ? ended * 2 > lines.Count : lines.Count > 2 && ended * 4 >= lines.Count * 3;
    }
}
