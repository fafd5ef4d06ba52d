using NewsAlerts.Local.Evaluating;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>An evaluation for people.</summary>
internal static class EvaluationTable
{
    public static void Write(IAnsiConsole output, EvaluationJson report)
    {
        output.MarkupLine(Palette.Heading(report.File ?? "all together"));
        string[] facts =
        [
            Wording.Count(report.Articles, "article"),
            .. report.Skipped > 0 ? [Wording.Count(report.Skipped, "line") + " skipped"] : Array.Empty<string>(),
            $"{Wording.Number(report.ArticlesPerSecond)} a second",
            .. report.Grounded is { } grounded ? [$"{Wording.Percent(grounded)} of {Wording.Count(report.Points, "key point")} grounded"] : Array.Empty<string>(),
        ];
        output.MarkupLine(Palette.Quiet(string.Join(" · ", facts)));
        Write(output, "key points", report.KeyPoints);
        Write(output, "headlines", report.Headlines);
        output.WriteLine();
    }

    private static void Write(IAnsiConsole output, string task, IReadOnlyList<SystemJson> systems)
    {
        if (systems.Count == 0)
        {
            return;
        }

        var table = Palette.Table(task, "n", "R1", "R2", "RLsum", "words", "of text", $"{systems[0].System} is ahead in R1+R2 by");
        foreach (var column in table.Columns.Skip(1).Take(6))
        {
            column.RightAligned();
        }

        foreach (var system in systems)
        {
            table.AddRow(
                Palette.Plain(system.System),
                Wording.Number(system.N),
                Wording.Decimal(system.Rouge1),
                Wording.Decimal(system.Rouge2),
                Wording.Decimal(system.RougeLsum),
                Wording.Number(system.Words),
                Wording.Percent(system.Compression),
                system.Margin is { } margin ? Markup.Escape($"{Wording.Signed(margin.Mean)} [{Wording.Signed(margin.Low)}, {Wording.Signed(margin.High)}]") : "");
        }

        output.Write(table);
    }
}
