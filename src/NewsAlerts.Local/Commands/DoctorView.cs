using NewsAlerts.Local.Diagnosing;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>How what a doctor found looks on a screen, where what is well steps back, and in a pipe, where each finding is a line.</summary>
internal static class DoctorView
{
    public static Grid Of(IReadOnlyList<Finding> findings, bool isLive)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn().PadLeft(0).PadRight(1).NoWrap())
            .AddColumn(new GridColumn().PadLeft(0).PadRight(2).NoWrap())
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var (number, finding) in findings.Index())
        {
            var isWell = finding.Verdict is Verdict.Ok;
            var same = isWell ? null : findings.Take(number).FirstOrDefault(earlier => (earlier.Verdict, earlier.Seen) == (finding.Verdict, finding.Seen));
            grid.AddRow(
                Mark(finding.Verdict),
                isWell ? Palette.Quiet(finding.Check) : $"[bold]{Palette.Plain(finding.Check)}[/]",
                isWell && isLive ? Palette.Quiet(finding.Seen)
                : same is not null && isLive ? Palette.Quiet($"as with {same.Check}")
                : Palette.Plain(finding.Seen) + Remedy(finding, isLive));
        }

        return grid;
    }

    /// <summary>Never colour alone: in a pipe the mark says it too.</summary>
    public static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Ok => Palette.Done,
        Verdict.Warning => $"[{Palette.Warn}]![/]",
        _ => Palette.Failed,
    };

    private static string Remedy(Finding finding, bool isLive) =>
        finding.Remedy is null ? "" : isLive ? $"\n[{Palette.Accent}]→ {Palette.Plain(finding.Remedy)}[/]" : $"  {Palette.Plain(finding.Remedy)}";
}
