using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Failures;

/// <summary>How a failure is shown.</summary>
internal static class FailureView
{
    public static FailureJson Json(Failure failure) => new(
        failure.Stage, failure.Key, failure.Reason, failure.Subject, failure.Detail, failure.Remedy, failure.At, failure.Retried);

    /// <summary>What names it on the command line.</summary>
    public static string Name(Failure failure) => $"{failure.Stage}/{failure.Key}";

    /// <summary>✗ for what waits for people, … for what is started again by itself.</summary>
    public static string Mark(Failure failure) => failure.Reason == Failure.Failing ? Palette.Waiting : Palette.Failed;

    /// <summary>What, why, since when, how to mend it; a line where it goes into a pipe, for grep.</summary>
    public static void Write(Screen screen, TimeProvider time, Failure failure, string? more)
    {
        more ??= failure.Retried is { } retried ? $"started again by hand at {time.Local(retried)}" : null;
        var head = $"{Mark(failure)} {failure.Stage}  [bold]{Palette.Plain(failure.Subject)}[/]  {Palette.Plain(failure.Reason)}  {Palette.Quiet(time.Local(failure.At))}";
        if (!screen.IsLive)
        {
            screen.Out.MarkupLine($"{head}  {Palette.Plain(failure.Detail)} {Palette.Plain(failure.Remedy)}  {Palette.Plain(Name(failure))}{(more is null ? "" : $"  {Palette.Plain(more)}")}");
            return;
        }

        screen.Out.MarkupLine(head);
        var lines = new List<string> { Palette.Plain(failure.Detail), Palette.Quiet(failure.Remedy), $"[{Palette.Accent}]{Palette.Plain(Name(failure))}[/]" };
        if (more is not null)
        {
            lines.Add(Palette.Plain(more));
        }

        screen.Out.Write(new Padder(new Markup(string.Join('\n', lines)), new Padding(2, 0, 0, 0)));
    }
}
