using System.Text.RegularExpressions;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Demo;

/// <summary>What the demo shows: live where somebody watches, line by line where not.</summary>
internal sealed partial class DemoShow(Screen screen)
{
    /// <summary>As much of a digest as a window shows.</summary>
    private const int LinesOfDigest = 36;

    public void Title(string text)
    {
        screen.Out.WriteLine();
        screen.Out.MarkupLine(Palette.Heading(text));
    }

    public void Line(string markup) => screen.Out.MarkupLine(markup);

    /// <summary>Runs something slow under a spinner that says what is going on.</summary>
    public Task WaitAsync(string what, Func<IProgress<EmulatorProgress>, Task> run) => screen.IsLive
        ? screen.Out.Status()
            .Spinner(Spinner.Known.Dots)
            .SpinnerStyle(Style.Parse(Palette.Accent))
            .StartAsync(Palette.Quiet(what), status => run(new Steps(step =>
            {
                if (step is EmulatorProgress.Installing or EmulatorProgress.Starting)
                {
                    status.Status = ProgressLines.Describe(step)[(Palette.Waiting.Length + 1)..];
                }
                else
                {
                    Line("  " + ProgressLines.Describe(step));
                }
            })))
        : run(new Steps(step => Line("  " + ProgressLines.Describe(step))));

    /// <summary>Follows the samples: the table changes in its place, or each change is a line.</summary>
    public Task FollowAsync(IReadOnlyList<Sample> samples, Func<Action<IReadOnlyList<Sample>>, Task> follow)
    {
        if (screen.IsLive)
        {
            return screen.Out.Live(Table(samples)).StartAsync(live => follow(now => live.UpdateTarget(Table(now))));
        }

        var before = samples;
        return follow(now =>
        {
            foreach (var change in SampleTable.Changes(before, now))
            {
                screen.Out.WriteLine("  " + change);
            }

            before = now;
        });
    }

    /// <summary>A digest, whole in a log, as much as fits in a window.</summary>
    public void Digest(string text, string whole)
    {
        var lines = text.TrimEnd().Split('\n');
        var shown = screen.IsLive && lines.Length > LinesOfDigest + 6 ? WholeItems(lines) : lines.Length;
        foreach (var line in lines.Take(shown))
        {
            screen.Out.WriteLine("  " + line);
        }

        if (shown < lines.Length)
        {
            Line(Palette.Quiet($"  … {lines.Length - shown} more lines:"));
            Command(whole);
        }
    }

    /// <summary>The items that fit, none of them cut: an item's first line begins with its number.</summary>
    private static int WholeItems(string[] lines)
    {
        var end = LinesOfDigest;
        while (end > 1 && !NumberedLine().IsMatch(lines[end]))
        {
            end--;
        }

        return end > 1 ? end : LinesOfDigest;
    }

    [GeneratedRegex(@"^ ?\d+\. ")]
    private static partial Regex NumberedLine();

    /// <summary>What was achieved, each with its label.</summary>
    public void Achieved(params ReadOnlySpan<(string Label, string Markup)> achievements)
    {
        var facts = Facts.Create();
        foreach (var (label, markup) in achievements)
        {
            facts.Fact($"{Palette.Done} {label}", markup);
        }

        screen.Out.Write(facts);
    }

    /// <summary>A command line to be copied: the window wraps it, we do not.</summary>
    public void Command(string text) => screen.WriteRaw("    " + text);

    private Padder Table(IReadOnlyList<Sample> samples) => new(SampleTable.Of(samples, screen.Out.Profile.Width - 2), new Padding(2, 0, 0, 0));

    private sealed class Steps(Action<EmulatorProgress> show) : IProgress<EmulatorProgress>
    {
        private readonly HashSet<EmulatorProgress> _shown = [];

        public void Report(EmulatorProgress value)
        {
            // Both emulators wait for the one installation: it is said once.
            lock (_shown)
            {
                if (_shown.Add(value))
                {
                    show(value);
                }
            }
        }
    }
}
