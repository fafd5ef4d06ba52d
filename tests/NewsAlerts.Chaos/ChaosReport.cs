using System.Globalization;
using NewsAlerts.Chaos.Faults;
using NewsAlerts.Chaos.Hosts;
using NewsAlerts.Chaos.Judging;
using NewsAlerts.Chaos.Load;
using NewsAlerts.Chaos.Readers;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Chaos;

/// <summary>What a run did, and what came of it.</summary>
internal sealed record ChaosReport
{
    private const int MostTimelines = 5;

    public required ChaosPlan Plan { get; init; }

    public required IReadOnlyList<FaultPlan> Faults { get; init; }

    public required IReadOnlyList<Incident> Incidents { get; init; }

    public required int GaveUp { get; init; }

    /// <summary>Whether all was done that was planned; false where time ran out.</summary>
    public required bool IsWhole { get; init; }

    public required TimeSpan Broke { get; init; }

    public required TimeSpan Settled { get; init; }

    public required IReadOnlyList<Entry> Dropped { get; init; }

    public required IReadOnlyList<Reader> Readers { get; init; }

    public required IReadOnlyDictionary<string, int> Changes { get; init; }

    public required IReadOnlyList<Received> Received { get; init; }

    public required IReadOnlyList<Failure> Failures { get; init; }

    /// <summary>Sorted.</summary>
    public required IReadOnlyList<TimeSpan> Recovery { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>How many stored summaries each engine made.</summary>
    public required IReadOnlyDictionary<string, int> Engines { get; init; }

    public required int Repeats { get; init; }

    public required Timeline Timeline { get; init; }

    public bool IsGood => Findings.Count == 0;

    /// <summary>The table, in Markdown.</summary>
    public string Table()
    {
        var lines = new List<string> { $"| seed {Plan.Seed} | |", "|---|--:|" };
        void Row(string name, object value) => lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {name} | {value} |"));
        Row("hosts, share of requests disturbed", $"{Plan.Hosts}{(Plan.Older is null ? "" : ", an earlier version's in turn with this one's")}, {Plan.FaultPercent}%");
        Row("SIGKILL; SIGSTOP, past the lease; SIGTERM", $"{Count(BlowKind.Kill)}; {Count(BlowKind.Stop)}, {Incidents.Count(one => one.Kind is BlowKind.Stop && one.Until - one.At >= new RigTimes().Lease)}; {Count(BlowKind.Restart)}");
        Row("starts given up, for storage did not answer", GaveUp);
        foreach (var kind in Enum.GetValues<Fault>().Except([Fault.None]))
        {
            Row($"{Name(kind)}: storage, webhook, mail, model", $"{At(kind, "Blob", "Queue", "Table")}, {At(kind, "Webhook")}, {At(kind, "Mail")}, {At(kind, "Model")}");
        }

        Row("requests and connections: storage, webhook, mail, model", $"{Requests("Blob", "Queue", "Table")}, {Requests("Webhook")}, {Requests("Mail")}, {Requests("Model")}");
        Row("originals: new, same again, changed, malformed", string.Join(", ", Enum.GetValues<DropKind>().Select(kind => Dropped.Count(one => one.Original.Kind == kind))));
        Row("subscriptions, of them removed", $"{Readers.Count}, {Readers.Count(reader => reader.Removed is not null)}");
        Row("changes to them", string.Join(", ", Changes.Select(change => $"{change.Key} {change.Value}")));
        Row("summaries by engine", string.Join(", ", Engines.Select(engine => $"{engine.Key} {engine.Value}")));
        Row("digests received, articles in them", $"{Received.DistinctBy(one => one.Id).Count()}, {Received.DistinctBy(one => one.Id).Sum(one => one.Markers.Count)}");
        Row("received again, their OK not known", Repeats);
        Row("failures listed", Failures.Count == 0 ? "0" : string.Join(", ", Failures.CountBy(failure => $"{failure.Stage} {failure.Reason}").Select(kind => $"{kind.Value} {kind.Key}")));
        Row("faults for, then at rest after", $"{Broke.TotalSeconds:0} s, {Settled.TotalSeconds:0} s");
        Row("recovery after a kill: median, p95, longest", Recovery.Count == 0 ? "-" : $"{Quantile(0.5):0.0} s, {Quantile(0.95):0.0} s, {Quantile(1):0.0} s");
        foreach (var kind in Enum.GetValues<FindingKind>())
        {
            Row($"**{kind.ToString().ToLowerInvariant()}**", Findings.Count(finding => finding.Kind == kind));
        }

        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>What was found, and how it came: for those who have to mend it.</summary>
    public string Story()
    {
        var lines = new List<string> { $"Seed {Plan.Seed}: {Findings.Count} findings.{(IsWhole ? "" : " Time ran out before all blows were dealt.")}" };
        lines.AddRange(Findings.Select(finding => $"  {finding.Kind}: {finding.What}"));
        lines.AddRange(Failures.Select(failure => $"  listed: {failure.Stage} {failure.Key} {failure.Reason}, {failure.Subject}: {failure.Detail}"));
        foreach (var finding in Findings.Where(finding => finding.Subjects.Length > 0).Take(MostTimelines))
        {
            lines.Add($"Timeline of {finding.What}:");
            lines.AddRange(Timeline.Of(finding.Subjects.ToHashSet(StringComparer.Ordinal)).Select(line => $"  {line}"));
        }

        return string.Join(Environment.NewLine, lines);
    }

    private int Count(BlowKind kind) => Incidents.Count(one => one.Kind == kind);

    private int At(Fault kind, params string[] places) => Faults.Where(plan => places.Contains(plan.Place.Split(' ')[0])).Sum(plan => plan.Done.GetValueOrDefault(kind));

    private int Requests(params string[] places) => Faults.Where(plan => places.Contains(plan.Place.Split(' ')[0])).Sum(plan => plan.Requests);

    private double Quantile(double share) => Recovery[(int)Math.Ceiling(share * Recovery.Count) - 1].TotalSeconds;

    private static string Name(Fault kind) => kind switch
    {
        Fault.Delay => "delayed",
        Fault.Answer500 => "500 (451)",
        Fault.Answer503 => "503 (421)",
        Fault.Answer429 => "429 (452)",
        Fault.Answer507 => "507 (452)",
        Fault.Drop => "dropped",
        Fault.Hang => "hung, then dropped",
        Fault.LoseAnswer => "done, answer lost",
        _ => "cut halfway",
    };
}
