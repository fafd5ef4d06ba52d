namespace NewsAlerts.Routing;

/// <summary>A time in which a subscription is sent nothing. What it matches meanwhile is kept for the first issue after.</summary>
/// <param name="From">When it was asked for.</param>
/// <param name="Until">When it ends by itself; null for not before it is resumed.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until = null)
{
    /// <summary>A pause until a local time in an IANA zone; the later one where the clocks show it twice.</summary>
    public static Pause UntilLocal(DateTimeOffset from, DateTime until, string timeZone) => new(from, LocalTime.Latest(until, IanaZone.Find(timeZone)));

    public bool Includes(DateTimeOffset instant) => Until is null || instant < Until;
}
