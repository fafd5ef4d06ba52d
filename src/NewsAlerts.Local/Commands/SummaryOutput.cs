using NewsAlerts.Local.Condensing;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Summarizing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>An array.</summary>
    Json,

    /// <summary>An object a line.</summary>
    Jsonl,
}

/// <summary>Writes summaries one by one, so that none waits for the last.</summary>
internal sealed class SummaryOutput(Screen screen, OutputFormat format)
{
    private bool _isFirst = true;

    public void Begin()
    {
        if (format == OutputFormat.Json)
        {
            screen.Raw.Write('[');
        }
    }

    public void Write(Condensed.Done done)
    {
        switch (format)
        {
            case OutputFormat.Jsonl:
                screen.WriteRaw(LineJson.ToText(Json(done)));
                break;
            case OutputFormat.Json:
                screen.Raw.Write(_isFirst ? "\n" : ",\n");
                screen.Raw.Write(LineJson.ToText(Json(done), indented: true));
                break;
            default:
                WriteText(done);
                break;
        }

        _isFirst = false;
    }

    public void End()
    {
        if (format == OutputFormat.Json)
        {
            screen.WriteRaw(_isFirst ? "]" : "\n]");
        }
    }

    private void WriteText(Condensed.Done done)
    {
        var output = screen.Out;
        if (!_isFirst)
        {
            output.WriteLine();
        }

        output.MarkupLine(Palette.Heading(done.Summary.Headline));
        foreach (var point in done.Summary.KeyPoints)
        {
            output.Write(Item($"[{Palette.Accent}]•[/]", $"{Palette.Plain(point.Text)} {Palette.Quiet(string.Join(' ', point.AllEvidence.Select(evidence => Quoted(point, evidence))))}"));
        }

        foreach (var note in done.Summary.Notes)
        {
            output.MarkupLine($"[{Palette.Warn}]{Markup.Escape(note)}[/]");
        }

        var origin = done.Name is null ? done.Id : done.Entry is { } entry ? $"{done.Name}, entry {entry}" : done.Name;
        output.MarkupLine(Palette.Quiet($"{origin} · {done.Article.Citation.Language} · {done.Summary.Engine}"));
    }

    /// <summary>The words themselves only where the point has others.</summary>
    private static string Quoted(KeyPoint point, Evidence evidence) => evidence.Quote.Contains(point.Text, StringComparison.Ordinal)
        ? $"[{evidence.Sentence + 1}]"
        : $"[{evidence.Sentence + 1}: “{evidence.Quote.Replace('\n', ' ')}”]";

    private static Grid Item(string mark, string text) => new Grid()
        .AddColumn(new GridColumn().Width(1).NoWrap().PadLeft(2).PadRight(1))
        .AddColumn(new GridColumn().PadLeft(0).PadRight(0))
        .AddRow(mark, text);

    private static SummaryJson Json(Condensed.Done done) => new(
        done.Id,
        done.Name,
        done.Entry,
        done.Summary.Headline,
        done.Summary.KeyPoints,
        done.Summary.Engine,
        done.Article.Citation.Language,
        done.Summary.Notes);
}
