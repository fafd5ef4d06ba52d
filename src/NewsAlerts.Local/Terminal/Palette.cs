using Spectre.Console;

namespace NewsAlerts.Local.Terminal;

/// <summary>The command's few colours, which read on dark and on light, and its marks. Never colour alone: a mark or a word says it too.</summary>
internal static class Palette
{
    public const string Accent = "teal";
    public const string Dim = "grey";
    public const string Good = "green";
    public const string Warn = "olive";
    public const string Bad = "red";

    public const string Done = $"[{Good}]✓[/]";
    public const string Known = $"[{Dim}]=[/]";
    public const string Failed = $"[{Bad}]✗[/]";
    public const string Waiting = $"[{Warn}]…[/]";

    /// <summary>A table without lines: headings in a quiet colour, two spaces between columns.</summary>
    public static Table Table(params ReadOnlySpan<string> headings)
    {
        var table = new Table().Border(TableBorder.None).NoSafeBorder();
        foreach (var heading in headings)
        {
            var column = new TableColumn(new Markup($"[{Dim}]{Markup.Escape(heading)}[/]")).PadLeft(0).PadRight(2).NoWrap();
            table.AddColumn(column);
        }

        return table;
    }

    public static string Heading(string text) => $"[bold {Accent}]{Markup.Escape(text)}[/]";

    public static string Quiet(string text) => $"[{Dim}]{Markup.Escape(text)}[/]";

    /// <summary>An article in a list.</summary>
    public static string Headline(string text, string? source) => Plain(text) + (source is null ? "" : Quiet($" · {source}"));

    public static string Plain(string? text) => Markup.Escape(text ?? string.Empty);
}
