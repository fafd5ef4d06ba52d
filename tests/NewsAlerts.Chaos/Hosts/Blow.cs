namespace NewsAlerts.Chaos.Hosts;

/// <summary>Something that is done to a host.</summary>
/// <param name="Kind">What.</param>
/// <param name="AfterRequests">At which of its requests to storage, counted from when it is planned.</param>
/// <param name="Done">Whether when that request was done, before its answer goes back; else before it is passed on.</param>
/// <param name="Length">How long it is stopped, or how long it takes to start another one.</param>
internal sealed record Blow(BlowKind Kind, int AfterRequests, bool Done, TimeSpan Length)
{
    /// <summary>All blows of a run, in the order in which hosts take them.</summary>
    public static IReadOnlyList<Blow> Of(ChaosPlan plan, RigTimes times)
    {
        var random = plan.RandomFor("blows");
        var kinds = Enumerable.Repeat(BlowKind.Kill, plan.Kills)
            .Concat(Enumerable.Repeat(BlowKind.Stop, plan.Stops))
            .Concat(Enumerable.Repeat(BlowKind.Restart, plan.Restarts))
            .ToArray();
        random.Shuffle(kinds);
        var stops = 0;
        return [.. kinds.Select(kind => new Blow(
            kind,
            // Some while they start, which takes a few dozen; most at work.
            (int)Math.Pow(10, 1.3 + (random.NextDouble() * 1.6)),
            random.Next(2) == 0,
            kind is BlowKind.Stop ? Pause(stops++, random, times) : TimeSpan.FromSeconds(random.NextDouble())))];
    }

    private static TimeSpan Pause(int number, Random random, RigTimes times) =>
        number % 2 == 0 ? times.Lease + TimeSpan.FromSeconds(1 + (2 * random.NextDouble())) : times.VisibilityTimeout * (0.5 + (2 * random.NextDouble()));
}

internal enum BlowKind
{
    /// <summary>SIGKILL, then another one is started.</summary>
    Kill,

    /// <summary>SIGSTOP, and SIGCONT after a while: every second time longer than all leases.</summary>
    Stop,

    /// <summary>SIGTERM, its end, then another one is started.</summary>
    Restart,
}
