namespace NewsAlerts.EndToEnd.Given;

/// <summary>The real clock, put forward: storage keeps the real time, so a frozen clock would drift apart from it.</summary>
internal sealed class TimeMachine : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

    public void Advance(TimeSpan by) => _ahead += by;
}
