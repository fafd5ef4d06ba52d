namespace NewsAlerts.Ingesting.Formats;

/// <summary>
/// What Markdig must not be given: its own limit is the depth of nesting, and some of its work grows with the square of what stands in a
/// text, or makes far more of it. No article comes near.
/// </summary>
internal static class MarkdownBounds
{
    /// <summary>For each closing bracket it looks back over every open one, and over every definition for each new one: 50,000 take seconds.</summary>
    private const int MaxBrackets = 5_000;

    /// <summary>Lists and quotations that a line begins. Each line of them is tried as each kind of block, before the depth is looked at.</summary>
    private const int MaxMarkers = 200;

    /// <summary>Each row of a table is filled up to the widest, so that 25,000 characters become 200 MB of HTML.</summary>
    private const int MaxCells = 200_000;

    /// <summary>What of it a text goes over; null where it goes over nothing.</summary>
    public static string? Exceeded(ReadOnlySpan<char> markdown)
    {
        if (markdown.Count('[') > MaxBrackets)
        {
            return $"over {MaxBrackets:N0} opening brackets";
        }

        var (lines, widest) = (0L, 0L);
        foreach (var line in markdown.EnumerateLines())
        {
            if (Markers(line) > MaxMarkers)
            {
                return $"over {MaxMarkers} lists and quotations in one another";
            }

            lines++;
            widest = Math.Max(widest, line.Count('|'));
        }

        return lines * widest > MaxCells ? $"a table that may have over {MaxCells:N0} cells" : null;
    }

    /// <summary>The markers of lists and quotations that a line begins with.</summary>
    private static int Markers(ReadOnlySpan<char> line)
    {
        var markers = 0;
        for (var i = 0; i < line.Length && line[i] is ' ' or '\t' or '>' or '-' or '*' or '+' or '.' or ')' or (>= '0' and <= '9'); i++)
        {
            // A row of dashes is a rule; with spaces between them it may be lists.
            var ends = i + 1 == line.Length || line[i + 1] is ' ' or '\t';
            markers += line[i] == '>' || (ends && line[i] is not (' ' or '\t')) ? 1 : 0;
        }

        return markers;
    }
}
