using System.Collections.Concurrent;
using System.Globalization;
using NewsAlerts.Chaos.Faults;
using NewsAlerts.Chaos.Judging;

namespace NewsAlerts.Chaos.Hosts;

/// <summary>All hosts, each behind proxies of its own to the three services of storage.</summary>
internal sealed class HostGroup : IAsyncDisposable
{
    private static readonly string[] Services = ["Blob", "Queue", "Table"];

    private readonly List<HostSlot> _slots = [];
    private readonly List<HttpFaultProxy> _proxies = [];

    public ConcurrentQueue<Incident> Incidents { get; } = new();

    /// <summary>What was done to requests to each service.</summary>
    public List<FaultPlan> Faults { get; } = [];

    public int GaveUp => _slots.Sum(slot => slot.GaveUp);

    public static async Task<HostGroup> CreateAsync(
        ChaosPlan plan, RigTimes times, string account, string folder, IReadOnlyList<(string, string)> settings, StorageWatch watch, Timeline timeline, TimeProvider time)
    {
        var group = new HostGroup();
        for (var i = 0; i < plan.Hosts; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"host {i + 1}");
            var log = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"host-{i + 1}.log"));
            var clock = plan.ClockSkew * (i % 3) switch { 0 => 1, 1 => -1, _ => 0 };
            var through = new Dictionary<string, Uri>();
            IReadOnlyList<(string, string)> all = [];
            var starts = i;
            var slot = new HostSlot(name, () => HostProcess.Start(Version(plan, starts++), folder, log, clock, all), timeline, group.Incidents, time) { Saw = exchange => watch.See(name, exchange) };
            foreach (var service in Services)
            {
                var faults = new FaultPlan(plan, $"{service} of {name}");
                group.Faults.Add(faults);
                var proxy = await HttpFaultProxy.StartAsync(Storage.EndpointOf(account, service), faults, slot, answered: null, time);
                group._proxies.Add(proxy);
                through[service] = proxy.Address;
            }

            all = [("Storage", Storage.Through(account, through)), ("NO_COLOR", "1"), .. times.Settings, .. settings];
            group._slots.Add(slot);
        }

        return group;
    }

    /// <summary>Takes the blows, whichever host is free for the next one; returns when there are none left.</summary>
    public Task RunAsync(IReadOnlyList<Blow> blows, Action onBlow, CancellationToken cancellationToken)
    {
        var left = new ConcurrentQueue<Blow>(blows);
        return Task.WhenAll(_slots.Select(slot => slot.RunAsync(left, onBlow, cancellationToken)));
    }

    /// <summary>As in a rolling upgrade that is never done: versions take turns in each place, and stand side by side.</summary>
    private static string Version(ChaosPlan plan, int start) => plan.Older is { } older && start % 2 == 0 ? older : typeof(HostGroup).Assembly.Location;

    public void EnsureRunning() => _slots.ForEach(slot => slot.EnsureRunning());

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_slots.Select(slot => slot.DisposeAsync().AsTask()));
        foreach (var proxy in _proxies)
        {
            await proxy.DisposeAsync();
        }
    }
}
