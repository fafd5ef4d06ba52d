namespace NewsAlerts.Routing;

/// <summary>A time in which a subscription is sent nothing. What it matches meanwhile is kept for the first issue after.</summary>
/// <param name="From">When it was asked for.</param>
/// <param name="Until">When it ends by itself; null for not before it is resumed.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until)
{
    public bool Includes(DateTimeOffset instant) => Until is null || instant < Until;
}
