using Cronos;

namespace NewsAlerts.Routing;

/// <summary>
/// When digests are due: a cron expression of five fields in an IANA time zone. Where clocks are put forward a skipped time
/// becomes the next valid one; where they are put back a time that comes twice counts once (Cronos, after Vixie cron).
/// </summary>
public sealed record Schedule
{
    private readonly CronExpression _expression;
    private readonly TimeZoneInfo _zone;

    /// <exception cref="FormatException">The expression or the zone is not valid; the message names which, and the remedy.</exception>
    public Schedule(string cron, string timeZone)
    {
        Cron = cron;
        TimeZone = timeZone;
        try
        {
            _expression = CronExpression.Parse(cron, CronFormat.Standard);
        }
        catch (CronFormatException ex)
        {
            throw new FormatException($"'{cron}' is not a cron expression of five fields (minute hour day month weekday, such as '30 7 * * 1-5'): {ex.Message}", ex);
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) || !zone.HasIanaId)
        {
            throw new FormatException($"'{timeZone}' is not an IANA time zone, such as Europe/Berlin or UTC.");
        }

        _zone = zone;
    }

    public string Cron { get; }

    public string TimeZone { get; }

    /// <summary>The first due time after <paramref name="instant"/>, in UTC; null where there is none ("30 February").</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant) =>
        _expression.GetNextOccurrence(instant.ToUniversalTime(), _zone)?.ToUniversalTime();
}
