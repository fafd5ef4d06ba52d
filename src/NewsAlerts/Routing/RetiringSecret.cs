namespace NewsAlerts.Routing;

/// <summary>A webhook secret that was replaced and signs along for a while, so that the receiver can change over without a gap.</summary>
/// <param name="Secret">What the receiver may still know.</param>
/// <param name="Until">From then on it signs no more.</param>
public sealed record RetiringSecret(WebhookSecret Secret, DateTimeOffset Until)
{
    /// <summary>As many as sign along at a time: each is a signature more for the receiver to try.</summary>
    public const int Most = 4;

    /// <summary>The longest that one signs along.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);
}
