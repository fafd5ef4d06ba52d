namespace NewsAlerts.Routing;

/// <summary>Who gets what, when and how. One destination each, so that one bad address concerns nobody else.</summary>
public sealed record Subscription
{
    /// <summary>The version of the row that this code writes. A host that knew only 1 would send what a rule keeps out, so it must not read these.</summary>
    public const int CurrentVersion = 2;

    /// <summary>The oldest version that this code reads.</summary>
    public const int OldestVersion = 1;

    public int Version { get; init => field = DocumentVersion.Known(value, OldestVersion, CurrentVersion, "a subscription"); } = CurrentVersion;

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

    /// <summary>Whether it is sent anything. Only an active one has articles routed to it.</summary>
    public Standing Standing { get; init; } = Standing.Active;

    /// <summary>Why it is disabled, for people; null for any other standing. Without addresses or secrets.</summary>
    public string? DisabledBecause { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was removed: a tombstone until its inbox is purged. Null while it lives.</summary>
    public DateTimeOffset? Removed { get; init; }
}
