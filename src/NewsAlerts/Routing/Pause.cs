using System.Text.Json.Serialization;

namespace NewsAlerts.Routing;

/// <summary>A time in which a subscription is sent nothing. What it matches meanwhile is kept for the first issue after.</summary>
/// <param name="From">When it was asked for.</param>
/// <param name="Until">When it ends by itself; null for not before it is resumed.</param>
/// <param name="By">Who asked for it. What earlier versions wrote does not say, and passes for a reader's.</param>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? Until = null, PausedBy By = PausedBy.Reader)
{
    /// <summary>Whether only an operator may end or change it. A reader's has an end, so one without is an operator's, whatever version wrote it.</summary>
    [JsonIgnore]
    public bool IsOperators => By is PausedBy.Operator || Until is null;

    /// <summary>An operator's pause until a local time in an IANA zone; the later one where the clocks show it twice.</summary>
    public static Pause UntilLocal(DateTimeOffset from, DateTime until, string timeZone) =>
        new(from, LocalTime.Latest(until, IanaZone.Find(timeZone)), PausedBy.Operator);

    public bool Includes(DateTimeOffset instant) => Until is null || instant < Until;
}

/// <summary>Who asked for a pause.</summary>
public enum PausedBy
{
    /// <summary>Who is sent the mails, by a link in one of them: may end it the same way.</summary>
    Reader,

    /// <summary>Whoever runs the installation, who alone may end it before its time.</summary>
    Operator,
}
