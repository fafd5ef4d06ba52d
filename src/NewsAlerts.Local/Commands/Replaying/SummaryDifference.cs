using NewsAlerts.Local.Terminal;
using NewsAlerts.Summarizing;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Replaying;

/// <summary>Two summaries of one article, as what goes, what comes and what stays.</summary>
internal static class SummaryDifference
{
    public static void Write(Screen screen, Summary before, Summary after, string title)
    {
        screen.Out.MarkupLine(title);
        var grid = new Grid()
            .AddColumn(new GridColumn().PadLeft(2).PadRight(1).NoWrap())
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        Add(grid, [before.Headline], [after.Headline], text => $"[bold]{Palette.Plain(text)}[/]");
        Add(grid, [.. before.KeyPoints.Select(point => point.Text)], [.. after.KeyPoints.Select(point => point.Text)], Palette.Plain);
        if (before.KeyPoints.Select(point => point.Text).SequenceEqual(after.KeyPoints.Select(point => point.Text)) && !before.KeyPoints.SequenceEqual(after.KeyPoints))
        {
            grid.AddRow(Gone, Palette.Quiet("other evidence")).AddRow(New, Palette.Quiet("for the same key points"));
        }

        Add(grid, before.Notes, after.Notes, Palette.Quiet);
        if (before.Engine != after.Engine)
        {
            Add(grid, [$"by {before.Engine}"], [$"by {after.Engine}"], Palette.Quiet);
        }

        screen.Out.Write(grid);
    }

    private const string Gone = $"[{Palette.Bad}]-[/]";
    private const string New = $"[{Palette.Good}]+[/]";

    /// <summary>A few lines on each side: what stays keeps its place, what goes stands before what comes.</summary>
    private static void Add(Grid grid, IReadOnlyList<string> before, IReadOnlyList<string> after, Func<string, string> markup)
    {
        var at = 0;
        foreach (var line in after)
        {
            var stays = before.Skip(at).ToList().IndexOf(line);
            if (stays < 0)
            {
                // What it most likely stands in the place of.
                if (at < before.Count && !after.Contains(before[at]))
                {
                    grid.AddRow(Gone, markup(before[at++]));
                }

                grid.AddRow(New, markup(line));
                continue;
            }

            foreach (var gone in before.Skip(at).Take(stays))
            {
                grid.AddRow(Gone, markup(gone));
            }

            grid.AddRow(" ", Palette.Quiet(line));
            at += stays + 1;
        }

        foreach (var gone in before.Skip(at))
        {
            grid.AddRow(Gone, markup(gone));
        }
    }
}
