namespace NewsAlerts.Routing;

/// <summary>Why a subscription may be sent nothing at some moment.</summary>
/// <param name="Reason">What holds it.</param>
/// <param name="Until">When that ends; null for not before somebody ends it.</param>
public sealed record Hold(HoldReason Reason, DateTimeOffset? Until);

/// <summary>What keeps an article, or a digest, from being sent at once.</summary>
public enum HoldReason
{
    /// <summary>As many alerts as the subscription wants in an hour went out.</summary>
    Limit,

    /// <summary>The subscription's quiet hours.</summary>
    QuietHours,

    /// <summary>The subscription is paused.</summary>
    Paused,
}
