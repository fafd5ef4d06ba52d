using System.Text.Json.Serialization;
using NewsAlerts.Articles;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Digesting;

/// <summary>
/// One frozen issue for one subscription, be it a digest, an alert or a round-up (<see cref="DigestId.Kind"/>): written once to
/// <c>digests/{subscriptionId}/{digestId}.json</c>, never rebuilt, only redelivered.
/// </summary>
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

    /// <summary>The time it stands for: when it was due, or, an alert or a round-up that could go out before that, when it was frozen.</summary>
    [JsonIgnore]
    public DateTimeOffset Time => Id is { Kind: DigestKind.RoundUp, Due: { } due } && due > Frozen ? Frozen : Id.Due ?? Frozen;

    /// <summary>The rule that its articles matched, as it was when the digest was frozen; null where every article does, and in digests of before.</summary>
    public string? Rule { get; init; }

    /// <summary>At least one article, in the order in which they were matched.</summary>
    public required IReadOnlyList<Summary> Items
    {
        get;
        init => field = value.Count > 0 ? value : throw new ArgumentException("A digest has at least one item.");
    }

    /// <summary>What it had no room for; null where it holds everything.</summary>
    public DigestRest? Rest { get; init; }

    /// <summary>The spans in which its articles were routed, for whoever sends it to link to; at most <see cref="MostTraces"/>. Null where nobody traced them.</summary>
    [JsonPropertyName("traceparents")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? TraceParents { get; init; }

    /// <summary>As many links as OpenTelemetry keeps of a span unless it is told otherwise.</summary>
    public const int MostTraces = 128;

    /// <summary>What was waiting when the freeze began, item for item: an interrupted freeze is finished from this. Empty for an alert.</summary>
    public required IReadOnlyList<PendingItem> Settles { get; init; }
}

/// <summary>What a digest only counts and links: "and 37 more".</summary>
/// <param name="Count">How many articles, at least one.</param>
/// <param name="Titles">The latest of them, in the order in which they were matched; at most <see cref="MostTitles"/>, so it may be fewer than the count.</param>
public sealed record DigestRest(int Count, IReadOnlyList<DigestTitle> Titles)
{
    public const int MostTitles = 50;
}

/// <summary>An article of which a digest names no more than this.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Language">Its language, BCP 47.</param>
/// <param name="Source">Who published it; null where unknown.</param>
/// <param name="Url">Its address, http or https; null where unknown.</param>
public sealed record DigestTitle(ArticleId ArticleId, string Headline, string Language, string? Source = null, Uri? Url = null);
