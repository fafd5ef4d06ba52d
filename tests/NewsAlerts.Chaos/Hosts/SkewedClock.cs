namespace NewsAlerts.Chaos.Hosts;

/// <summary>The machine's clock, ahead of it or behind. Elapsed time is not changed.</summary>
internal sealed class SkewedClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
