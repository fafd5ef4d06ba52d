using NewsAlerts.Articles;
using NewsAlerts.Digesting;

namespace NewsAlerts.Routing;

/// <summary>What was decided about an article for a subscription, once: a row <c>a|article</c> of its inbox.</summary>
public sealed record InboxEntry
{
    public required ArticleId ArticleId { get; init; }

    public required DateTimeOffset Matched { get; init; }

    public required InboxDecision Decision { get; init; }

    /// <summary>Why it was not sent at once, where it might have been; null where nothing stood against it.</summary>
    public HoldReason? Reason { get; init; }

    /// <summary>The alert or round-up that it goes out with. For a held one it is the round-up that was planned when it was held, then the one that took it.</summary>
    public DigestId? AlertId { get; init; }

    /// <summary>The digest that took it; null while it is pending, and where it goes into none.</summary>
    public DigestId? DigestId { get; init; }

    /// <summary>Whether the issue that took it only counts it, having had no room.</summary>
    public bool LeftOut { get; init; }

    /// <summary>The span of its routing, for the row that it waits in: the digest that takes it links there. Null where nobody traces it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Whether an alerted one goes into the scheduled digest too.</summary>
    public bool Repeats { get; init; }
}

/// <summary>What becomes of an article in an inbox.</summary>
public enum InboxDecision
{
    /// <summary>It is pending for the next scheduled digest.</summary>
    Digest,

    /// <summary>It is alerted at once.</summary>
    Alert,

    /// <summary>It is held for a round-up.</summary>
    Held,
}
