namespace NewsAlerts.Chaos.Hosts;

/// <summary>What takes minutes in production, in seconds: only options of the product are set, none is left out.</summary>
internal sealed record RigTimes
{
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan LeaseMargin { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan FirstCheck { get; init; } = TimeSpan.FromSeconds(8);

    public TimeSpan CheckAgain { get; init; } = TimeSpan.FromSeconds(4);

    public TimeSpan PurgeAfter { get; init; } = TimeSpan.FromSeconds(90);

    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>The settings of a host, as environment variables.</summary>
    public IEnumerable<(string Key, string Value)> Settings =>
    [
        ("Deliver__Lease", $"{Lease:c}"),
        ("Deliver__LeaseMargin", $"{LeaseMargin:c}"),
        .. Enumerable.Range(0, 19).Select(i => ($"Deliver__RetryDelays__{i}", i < 6 ? "00:00:01" : "00:00:03")),
        ("Sweep__FirstCheck", $"{FirstCheck:c}"),
        ("Sweep__CheckAgain", $"{CheckAgain:c}"),
        ("Sweep__PurgeAfter", $"{PurgeAfter:c}"),
        ("Sweep__MissedAfter", "00:00:20"),
        ("Sweep__MaxChecks", "50"),
        ("Ingest__MaxAttempts", "20"),
        ("Local__VisibilityTimeout", $"{VisibilityTimeout:c}"),
        ("Local__DigestInterval", "00:00:01"),
        ("Local__SweepInterval", "00:00:02"),
        ("Local__DrainTimeout", "00:00:05"),
        ("Webhooks__Timeout", $"{SendTimeout:c}"),
        ("Webhooks__AllowInsecure", "true"),
        ("Webhooks__AllowLoopback", "true"),
        ("OpenAI__Timeout", "00:00:03"),
        ("OpenAI__ArticleTimeout", "00:00:06"),
        ("OpenAI__RetryDelay", "00:00:00.2"),
        ("OpenAI__Rest", "00:00:05"),
        ("Email__Timeout", $"{SendTimeout:c}"),
        ("Email__Tls", "None"),
    ];
}
