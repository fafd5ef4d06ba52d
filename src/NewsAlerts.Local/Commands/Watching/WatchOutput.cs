using NewsAlerts.Local.Condensing;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Local.Watching;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Watching;

/// <summary>Says what a watch brings, a line each: results to the output, complaints to the error stream, or all of it as JSON.</summary>
/// <param name="screen">Where.</param>
/// <param name="time">Whose time of day a line has.</param>
/// <param name="json">A JSON object a line.</param>
/// <param name="all">Also that there was nothing new.</param>
internal sealed class WatchOutput(Screen screen, TimeProvider time, bool json, bool all)
{
    private readonly Lock _lock = new();

    /// <summary>Whether something did not work.</summary>
    public bool HasFailed { get; private set; }

    public void Tell(WatchNews news)
    {
        lock (_lock)
        {
            HasFailed |= news is WatchNews.Failed;
            if (json)
            {
                screen.WriteRaw(LineJson.ToText(Json(news)));
            }
            else if (all || news is not (WatchNews.Unchanged or WatchNews.NotDue))
            {
                (news is WatchNews.Failed ? screen.Error : screen.Out).MarkupLine(Line(news));
            }
        }
    }

    private string Line(WatchNews news)
    {
        var at = Palette.Quiet(time.Local(time.GetUtcNow()));
        return news switch
        {
            WatchNews.Added { Entries: { } entries } added => $"{Palette.Done} {at}  {Palette.Plain(added.Source)}  {Wording.Count(entries, "new entry", "new entries")} added  "
                + Palette.Quiet(added.Name),
            WatchNews.Added added => $"{Palette.Done} {at}  {Palette.Plain(added.Name)}  added",
            WatchNews.Same same => $"{Palette.Known} {at}  {Palette.Plain(same.Name)}  holds the same as a file that was added",
            WatchNews.Unchanged unchanged => $"{Palette.Known} {at}  {Palette.Plain(unchanged.Source)}  nothing new",
            WatchNews.LeftOut left => $"{Palette.Known} {at}  {Palette.Plain(left.Source)}  "
                + $"{Wording.Count(left.Count, "file was", "files were")} there before and left out; --existing adds {(left.Count == 1 ? "it" : "them")}",
            WatchNews.Unfinished unfinished => $"{Palette.Waiting} {at}  {Palette.Plain(unfinished.Name)}  is still being written; the next look adds it",
            WatchNews.NotDue wait => $"{Palette.Waiting} {at}  {Palette.Plain(wait.Source)}  not asked before {time.Local(wait.Until)}",
            WatchNews.Moved moved => $"[{Palette.Warn}]![/] {at}  {Palette.Plain(moved.Source)}  has moved for good to {Palette.Plain(moved.To.AbsoluteUri)}: watch that",
            WatchNews.Failed failed => $"{Palette.Failed} {at}  {Palette.Plain(failed.Name ?? failed.Source)}: {Palette.Plain(failed.Why)}"
                + (failed.Next is { } next ? " " + Palette.Quiet($"Tried again at {time.Local(next)}.") : ""),
            _ => throw new InvalidOperationException($"Unknown news {news}."),
        };
    }

    private WatchNewsJson Json(WatchNews news)
    {
        var line = new WatchNewsJson(time.GetUtcNow(), news.Source, "");
        return news switch
        {
            WatchNews.Added added => line with { Outcome = "added", Name = added.Name, Entries = added.Entries, Known = added.Known },
            WatchNews.Same same => line with { Outcome = "same", Name = same.Name },
            WatchNews.Unchanged => line with { Outcome = "unchanged" },
            WatchNews.LeftOut left => line with { Outcome = "leftOut", Count = left.Count },
            WatchNews.Unfinished unfinished => line with { Outcome = "unfinished", Name = unfinished.Name },
            WatchNews.NotDue wait => line with { Outcome = "notDue", Next = wait.Until },
            WatchNews.Moved moved => line with { Outcome = "moved", To = moved.To.AbsoluteUri },
            WatchNews.Failed failed => line with { Outcome = "failed", Name = failed.Name, Why = failed.Why, Next = failed.Next },
            _ => throw new InvalidOperationException($"Unknown news {news}."),
        };
    }
}

/// <summary>A line of <c>watch --json</c>: docs/commands.md, "JSON".</summary>
internal sealed record WatchNewsJson(DateTimeOffset At, string Source, string Outcome)
{
    public string? Name { get; init; }

    public int? Entries { get; init; }

    public int? Known { get; init; }

    public int? Count { get; init; }

    public string? To { get; init; }

    public string? Why { get; init; }

    public DateTimeOffset? Next { get; init; }
}
