using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Local.Diagnosing;

/// <summary>Looks at what waits, what was poisoned and what failed.</summary>
internal static class BacklogExamination
{
    private const string HostRuns = "See that a host runs (`newsalerts run`, or the Functions app), and what its log says.";

    /// <summary>By then Sweep has looked at whatever got stuck.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan TooLong = TimeSpan.FromHours(1);

    public static Examination Of(IServiceProvider services) =>
        new("backlog", async stop => Look(await services.GetRequiredService<IBacklogReader>().ReadAsync(stop)), "Check the storage account; `newsalerts run` sets up what is missing.");

    internal static IReadOnlyList<Finding> Look(Backlog backlog) => [LookAtAge(backlog), LookAtPoison(backlog), LookAtFailures(backlog)];

    private static Finding LookAtAge(Backlog backlog)
    {
        const string check = "oldest pending";
        if (backlog.OldestPending is null)
        {
            return Finding.Ok(check, "nothing waits");
        }

        List<string> parts = [.. backlog.InFlight.OrderBy(stage => stage.Value.Oldest).Select(stage => $"{stage.Key} {Count(stage.Value.Count)}")];
        if (backlog.Originals.Count > 0)
        {
            parts.Insert(0, $"{Count(backlog.Originals.Count)} in the inbox");
        }

        if (backlog.OldestDue is not null)
        {
            parts.Add("digests that are due");
        }

        var age = backlog.OldestPendingAge;
        var seen = $"{Said(age)} ({string.Join(", ", parts)})";
        return age >= TooLong ? Finding.Problem(check, seen, HostRuns) : age >= Long ? Finding.Warning(check, seen, HostRuns) : Finding.Ok(check, seen);
    }

    private static Finding LookAtPoison(Backlog backlog)
    {
        var poisoned = backlog.Poisoned.Where(queue => queue.Value > 0).Select(queue => $"{queue.Key} {Wording.Number(queue.Value)}").ToList();
        return poisoned.Count == 0
            ? Finding.Ok("poison", "the poison queues are empty")
            : Finding.Warning("poison", string.Join(", ", poisoned), $"A running host lists them among the failures within a minute. {HostRuns}");
    }

    private static Finding LookAtFailures(Backlog backlog)
    {
        var listed = backlog.Failures.Select(stage => $"{stage.Key} {Count(stage.Value.Count)}").Order(StringComparer.Ordinal).ToList();
        var failing = backlog.Failing > 0 ? $"{Count(backlog.Failing)} started again by itself" : null;
        return (listed.Count, failing) switch
        {
            (0, null) => Finding.Ok("failures", "nothing is listed"),
            (0, _) => Finding.Warning("failures", failing, "`newsalerts failures` says what; nothing is to be done where its cause is mended."),
            _ => Finding.Warning("failures", string.Join(", ", [.. listed, .. failing is null ? Array.Empty<string>() : [failing]]), "`newsalerts failures` says what and how to mend it; then `newsalerts failures retry`."),
        };
    }

    private static string Count(int count) => count >= Backlog.MostCounted ? $"{Wording.Number(Backlog.MostCounted)} or more" : Wording.Number(count);

    private static string Said(TimeSpan age) => age < TimeSpan.FromMinutes(1) ? $"{age.TotalSeconds:0} s"
        : age < TimeSpan.FromHours(1) ? $"{age.TotalMinutes:0} min"
        : age < TimeSpan.FromDays(2) ? $"{age.TotalHours:0.#} h"
        : $"{age.TotalDays:0} days";
}
