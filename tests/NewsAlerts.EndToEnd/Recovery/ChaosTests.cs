using NewsAlerts.Chaos;
using NewsAlerts.EndToEnd.Given;
using Xunit.Abstractions;

namespace NewsAlerts.EndToEnd.Recovery;

/// <summary>The short run of tests/NewsAlerts.Chaos: processes, real signals, real faults.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class ChaosTests(EmulatorFixture emulators, ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task Hosts_that_are_killed_stopped_and_cut_off_from_storage_lose_nothing_and_send_nothing_twice()
    {
        var plan = new ChaosPlan
        {
            Seed = 7,
            Articles = 20,
            Subscriptions = 4,
            Kills = 3,
            Stops = 1,
            Restarts = 1,
            FaultPercent = 10,
            Hosts = 2,
            Aftermath = TimeSpan.FromSeconds(4),
            Limit = TimeSpan.FromMinutes(2),
            Settle = TimeSpan.FromMinutes(3),
        };
        var report = await new ChaosRun(plan, emulators.NewAccount(), _folder.Path, TimeProvider.System, _ => { }).RunAsync(CancellationToken.None);

        output.WriteLine(report.Table());
        Assert.True(report.IsGood && report.IsWhole, report.Story());
        Assert.Equal(plan.Kills + plan.Stops + plan.Restarts, report.Incidents.Count);
        Assert.Contains(report.Faults, place => place.Done.Count > 0);
        Assert.NotEmpty(report.Received);
    }
}
