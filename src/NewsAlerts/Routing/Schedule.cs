using System.Text.Json.Serialization;
using Cronos;

namespace NewsAlerts.Routing;

/// <summary>
/// When digests are due: cron expressions of five fields in an IANA time zone. Where clocks are put forward a skipped time becomes the
/// next valid one; where they are put back a time that comes twice counts once, so that a time of day gives one issue a day (Cronos, after
/// Vixie cron). Of an expression with <c>*</c>, a range or a step in its minutes or hours those that come twice count twice: <c>0 * * * *</c> is
/// due every hour that passes, 23 or 25 times on those days.
/// </summary>
public sealed record Schedule
{
    private readonly CronExpression[] _expressions;
    private readonly TimeZoneInfo _zone;

    /// <param name="cron">An expression, or several with a semicolon between them: due whenever one of them is, and once where two are.</param>
    /// <param name="timeZone">An IANA name, such as Europe/Berlin.</param>
    /// <param name="words">The same as a person said it, such as <c>weekdays 07:30</c>; null where cron was said.</param>
    /// <exception cref="FormatException">The expression or the zone is not valid; the message names which, and the remedy.</exception>
    [JsonConstructor]
    public Schedule(string cron, string timeZone, string? words = null)
    {
        (Cron, TimeZone, Words) = (cron, timeZone, words);
        _expressions = [.. cron.Split(';').Select(one => Parse(one.Trim()))];
        _zone = IanaZone.Find(timeZone);
    }

    public string Cron { get; }

    public string TimeZone { get; }

    /// <summary>How its owner said it, without the zone; null where in cron.</summary>
    public string? Words { get; }

    /// <summary>Reads cron or words, with a zone behind them or without: docs/commands.md, "When a digest comes".</summary>
    /// <exception cref="FormatException">It is neither; the message says what is wrong, and the remedy.</exception>
    public static Schedule Read(string text, string defaultZone)
    {
        var (words, zone) = IanaZone.Split(text, defaultZone);
        return ScheduleWords.ToCron(words) is { } cron ? new Schedule(cron, zone, words.ToLowerInvariant()) : new Schedule(words, zone);
    }

    /// <summary>The first due time after <paramref name="instant"/>, in UTC; null where there is none ("30 February").</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant) =>
        _expressions.Min(expression => expression.GetNextOccurrence(instant.ToUniversalTime(), _zone)?.ToUniversalTime());

    // The parsed parts follow from the text.
    public bool Equals(Schedule? other) => other is not null && (Cron, TimeZone, Words) == (other.Cron, other.TimeZone, other.Words);

    public override int GetHashCode() => HashCode.Combine(Cron, TimeZone, Words);

    private static CronExpression Parse(string cron)
    {
        try
        {
            return CronExpression.Parse(cron, CronFormat.Standard);
        }
        // The latter for H, "any minute, but always the same", which a seed would have to choose.
        catch (Exception ex) when (ex is CronFormatException or MissingSeedException)
        {
            // What begins with a letter was meant as words: a parser of cron has nothing to say of it.
            var why = cron.Length > 0 && char.IsLetter(cron[0]) ? "." : $": {ex.Message}";
            throw new FormatException(
                $"'{cron}' is not a cron expression of five fields (minute hour day month weekday, such as '30 7 * * 1-5'), nor words such as '{ScheduleWords.Example}'{why}", ex);
        }
    }
}
