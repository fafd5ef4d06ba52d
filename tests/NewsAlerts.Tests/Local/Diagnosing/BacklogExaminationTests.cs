using NewsAlerts.Local.Diagnosing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Local.Diagnosing;

public sealed class BacklogExaminationTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly Backlog AtRest = GivenBacklog.AtRest(Now) with { Poisoned = new Dictionary<string, int> { ["route-poison"] = 0 } };

    [Fact]
    public void An_installation_at_rest_is_well() => Assert.All(BacklogExamination.Look(AtRest), finding => Assert.Equal((Verdict.Ok, null), (finding.Verdict, finding.Remedy)));

    [Theory]
    [InlineData(9, Verdict.Ok, "9 min")]
    [InlineData(10, Verdict.Warning, "10 min")]
    [InlineData(60, Verdict.Problem, "1 h")]
    [InlineData(4 * 24 * 60, Verdict.Problem, "4 days")]
    public void What_waits_is_told_by_its_age(int minutes, object verdict, string said)
    {
        var finding = Look("oldest pending", AtRest with { InFlight = new Dictionary<string, Waiting> { [Stages.Route] = new(3, Now.AddMinutes(-minutes)) } });

        Assert.Equal(verdict, finding.Verdict);
        Assert.Contains(said, finding.Seen, StringComparison.Ordinal);
        Assert.Contains("route 3", finding.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_that_no_timer_takes_is_waiting_too() =>
        Assert.Equal(Verdict.Problem, Look("oldest pending", AtRest with { OldestDue = Now.AddHours(-2) }).Verdict);

    [Fact]
    public void Poison_and_failures_are_counted_by_where_they_lie()
    {
        Assert.Equal("route-poison 7", Look("poison", AtRest with { Poisoned = new Dictionary<string, int> { ["route-poison"] = 7, ["deliver-poison"] = 0 } }).Seen);
        Assert.Equal("deliver 2, ingest 5,000 or more, 1 started again by itself", Look("failures", AtRest with
        {
            Failures = new Dictionary<string, Waiting> { [Stages.Ingest] = new(Backlog.MostCounted, Now), [Stages.Deliver] = new(2, Now) },
            Failing = 1,
        }).Seen);
    }

    private static Finding Look(string check, Backlog backlog) => BacklogExamination.Look(backlog).Single(finding => finding.Check == check);
}
