namespace NewsAlerts.Chaos;

/// <summary>What a run does. The same plan makes the same decisions; in which order processes get to run is the system's.</summary>
internal sealed record ChaosPlan
{
    public required int Seed { get; init; }

    /// <summary>How many originals are dropped: new ones, the same again, changed ones, malformed ones.</summary>
    public int Articles { get; init; } = 60;

    /// <summary>How many subscriptions there are from the start; more are added on the way.</summary>
    public int Subscriptions { get; init; } = 6;

    /// <summary>How many hosts are killed with SIGKILL.</summary>
    public int Kills { get; init; } = 6;

    /// <summary>How many hosts are stopped and continued: half of them longer than every lease.</summary>
    public int Stops { get; init; } = 2;

    /// <summary>How many hosts are ended with SIGTERM and started again.</summary>
    public int Restarts { get; init; } = 1;

    /// <summary>Of a hundred requests and connections, so many are disturbed.</summary>
    public int FaultPercent { get; init; } = 20;

    /// <summary>How many processes of the local host share the storage account.</summary>
    public int Hosts { get; init; } = 3;

    /// <summary>The rig's program as an earlier version built it: every second process that is started is that version's host. Null for one version only.</summary>
    public string? Older { get; init; }

    /// <summary>How far the hosts' clocks are apart from the machine's, the one ahead and the next behind.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long requests are disturbed after the last blow, and then, as long again, only those to webhooks and mail: what waited goes out now.</summary>
    public TimeSpan Aftermath { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest that everything may take to come to rest once nothing is injected any more.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>The longest that the part with faults may take; what is left of it then is not done, and said.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>A source of decisions for one purpose: what others do, and how often, does not change it.</summary>
    public Random RandomFor(string purpose)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{Seed}/{purpose}"));
        return new Random(BitConverter.ToInt32(hash));
    }
}
