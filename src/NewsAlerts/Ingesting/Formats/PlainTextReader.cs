using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Ingesting.Formats;

/// <summary>Plain text: front matter or headers where there are some, a title where the first line looks like one, a byline below it or in its place.</summary>
internal sealed class PlainTextReader : IFormatReader
{
    private const int LongestTitle = 180;
    private const int LongestByline = 80;

    public string Format => "plain text";

    public ReadOutcome Read(string text, CancellationToken cancellationToken)
    {
        var (matter, rest) = FrontMatter.Take(text.TrimStart('\uFEFF', '\r', '\n'));
        if (matter.Title is null && matter.Byline is null)
        {
            (matter, rest) = FrontMatter.TakeHeaders(rest);
        }

        var lines = rest.ReplaceLineEndings("\n").Split('\n');
        var at = SkipBlank(lines, 0);
        var title = matter.Title;
        if (title is null && LooksLikeTitle(lines, at))
        {
            title = lines[at].Trim().TrimStart('#').Trim();
            at = SkipBlank(lines, IsUnderline(lines, at + 1) ? at + 2 : at + 1);
        }

        var byline = matter.Byline;
        if (byline is null && LooksLikeByline(lines, at) && (title is not null || StandsApart(lines, at)))
        {
            byline = lines[at].Trim();
            at = SkipBlank(lines, at + 1);
        }

        return Outcome.Of(new ArticleDraft
        {
            Title = title,
            Text = string.Join('\n', lines[Math.Min(at, lines.Length)..]),
            Source = matter.Source,
            Url = matter.Url,
            Byline = byline,
            Published = matter.Published,
            Language = matter.Language,
            Categories = matter.Categories,
        });
    }

    /// <summary>A short line without a full stop, apart from the rest; or directly above a line that is far too long for its paragraph's second.</summary>
    private static bool LooksLikeTitle(string[] lines, int at)
    {
        var next = SkipBlank(lines, at + 1);
        if (at >= lines.Length || next >= lines.Length)
        {
            return false;
        }

        var line = lines[at].Trim();
        if (line.Length > LongestTitle || line[^1] is '.' or '。' or '।' or ':' or ';' or ',' or '…' || Lines.MarkerLength(line, new(0, line.Length)) > 0)
        {
            return false;
        }

        return IsUnderline(lines, next) || LooksLikeByline(lines, next)
            || (!LooksLikeByline(lines, at) && (StandsApart(lines, at) || lines[next].Trim().Length >= Math.Max(80, line.Length * 3 / 2)));
    }

    private static bool LooksLikeByline(string[] lines, int at) =>
        at < lines.Length && lines[at].Trim() is { Length: > 5 and <= LongestByline } line
        && line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && char.IsUpper(line[3]) && line[^1] is not ('.' or '?' or '!' or ',')
        && SkipBlank(lines, at + 1) < lines.Length;

    private static bool StandsApart(string[] lines, int at) => SkipBlank(lines, at + 1) > at + 1;

    private static bool IsUnderline(string[] lines, int at) =>
        at < lines.Length && lines[at].Trim() is { Length: > 2 } line && line[0] is '=' or '-' or '*' or '_' && line.All(c => c == line[0]);

    private static int SkipBlank(string[] lines, int at)
    {
        while (at < lines.Length && string.IsNullOrWhiteSpace(lines[at]))
        {
            at++;
        }

        return at;
    }
}
