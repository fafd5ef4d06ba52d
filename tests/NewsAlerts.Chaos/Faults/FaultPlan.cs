using System.Collections.Concurrent;

namespace NewsAlerts.Chaos.Faults;

/// <summary>Decides, from the seed, what is done to the next request at one place; counts what was done.</summary>
internal sealed class FaultPlan(ChaosPlan plan, string place)
{
    private static readonly Fault[] Kinds = [.. Enum.GetValues<Fault>().Except([Fault.None])];

    private readonly Random _random = plan.RandomFor($"faults at {place}");
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<Fault, int> _done = new();
    private int _requests;

    public string Place => place;

    /// <summary>Off while the run begins, and from when it is to come to rest.</summary>
    public bool IsOn { get; set; }

    public int Requests => _requests;

    public IReadOnlyDictionary<Fault, int> Done => _done;

    public Fault Next()
    {
        Interlocked.Increment(ref _requests);
        if (!IsOn)
        {
            return Fault.None;
        }

        Fault fault;
        lock (_lock)
        {
            fault = _random.Next(100) < plan.FaultPercent ? Kinds[_random.Next(Kinds.Length)] : Fault.None;
        }

        if (fault != Fault.None)
        {
            _done.AddOrUpdate(fault, 1, (_, count) => count + 1);
        }

        return fault;
    }

    /// <summary>Some time up to that; decided by the seed too.</summary>
    public TimeSpan UpTo(TimeSpan most)
    {
        lock (_lock)
        {
            return most * _random.NextDouble();
        }
    }
}
