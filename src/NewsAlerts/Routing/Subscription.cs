namespace NewsAlerts.Routing;

/// <summary>Who gets what, when and how. One destination each, so that one bad address concerns nobody else.</summary>
public sealed record Subscription
{
    /// <summary>The version of the row that this code writes and reads.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init => field = DocumentVersion.Known(value, CurrentVersion, "a subscription"); } = CurrentVersion;

    public required SubscriptionId Id { get; init; }

    /// <summary>What its owner calls it; the digest's title. One line, at most 100 characters.</summary>
    public required string Name
    {
        get;
        init => field = value is { Length: > 0 and <= 100 } && !value.Any(char.IsControl)
            ? value
            : throw new ArgumentException("A subscription's name is one line of 1 to 100 characters.");
    }

    public required Channel Channel { get; init; }

    public required Schedule Schedule { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was removed: a tombstone until its inbox is purged. Null while it lives.</summary>
    public DateTimeOffset? Removed { get; init; }
}
