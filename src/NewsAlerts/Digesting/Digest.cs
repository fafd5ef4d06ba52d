using System.Text.Json.Serialization;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Digesting;

/// <summary>One frozen issue for one subscription: written once to <c>digests/{subscriptionId}/{digestId}.json</c>, never rebuilt, only redelivered.</summary>
public sealed record Digest
{
    /// <summary>The version of the document that this code writes and reads.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init => field = DocumentVersion.Known(value, CurrentVersion, "a digest"); } = CurrentVersion;

    public required DigestId Id { get; init; }

    /// <summary>The subscription's name when the digest was frozen.</summary>
    public required string Title { get; init; }

    /// <summary>The zone of its schedule: readers see its dates.</summary>
    public required string TimeZone { get; init; }

    public required DateTimeOffset Frozen { get; init; }

    /// <summary>The time it stands for: when it was due, or, an alert, when it was frozen.</summary>
    [JsonIgnore]
    public DateTimeOffset Time => Id.Due ?? Frozen;

    /// <summary>At least one article, in the order in which they were matched.</summary>
    public required IReadOnlyList<Summary> Items
    {
        get;
        init => field = value.Count > 0 ? value : throw new ArgumentException("A digest has at least one item.");
    }

    /// <summary>What was pending when the freeze began, item for item: an interrupted freeze is finished from this.</summary>
    public required IReadOnlyList<PendingItem> Settles { get; init; }
}
