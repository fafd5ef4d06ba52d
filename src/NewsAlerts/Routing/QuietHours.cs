namespace NewsAlerts.Routing;

/// <summary>
/// When a subscription is not to be disturbed: windows of local time on days of the week. A window over midnight belongs to the day on
/// which it begins. Where clocks change inside one, it begins at the earlier and ends at the later of the times that could be meant.
/// </summary>
public sealed record QuietHours
{
    /// <summary>A week has fewer windows than that, 7 on each of 7 days, so a chain of windows that touch is at its end by then, or has none.</summary>
    private const int MostInAChain = 64;

    public required string TimeZone { get; init => (field, _zone) = (value, IanaZone.Find(value)); }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<QuietWindow> Windows
    {
        get;
        init => field = value.Count is > 0 and <= 7 ? value : throw new ArgumentException("Quiet hours are 1 to 7 windows of time.");
    }

    /// <summary>What becomes of articles that would have been alerted.</summary>
    public HeldArticles Policy { get; init; } = HeldArticles.RoundUp;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.Utc;

    /// <summary>When the quiet that holds at <paramref name="instant"/> ends, windows that touch taken as one; null where nothing is quiet then.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset instant)
    {
        DateTimeOffset? end = null;
        for (var i = 0; i < MostInAChain && WindowEnd(end ?? instant) is { } later; i++)
        {
            end = later;
        }

        return end;
    }

    public bool Equals(QuietHours? other) =>
        other is not null && (TimeZone, Policy) == (other.TimeZone, other.Policy) && Windows.SequenceEqual(other.Windows);

    public override int GetHashCode() => HashCode.Combine(TimeZone, Policy, Windows.Count);

    /// <summary>The latest end of the windows around an instant.</summary>
    private DateTimeOffset? WindowEnd(DateTimeOffset instant)
    {
        // A window that began the day before yesterday has ended, whatever the clocks did since.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).Date);
        return Enumerable.Range(-1, 2)
            .Select(today.AddDays)
            .SelectMany(day => Windows.Where(window => window.Days.Contains(day.DayOfWeek)), (day, window) => window.On(day))
            .Select(span => (Start: LocalTime.Earliest(span.Start, _zone), End: LocalTime.Latest(span.End, _zone)))
            .Where(span => span.Start <= instant && instant < span.End)
            .Max(span => (DateTimeOffset?)span.End);
    }
}

/// <summary>A stretch of local time on some days of the week.</summary>
/// <param name="Days">The days on which it begins.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends; the next day where that is not later than <paramref name="From"/>, so that the same time twice is a whole day.</param>
public sealed record QuietWindow(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    internal (DateTime Start, DateTime End) On(DateOnly day) => (day.ToDateTime(From), (To > From ? day : day.AddDays(1)).ToDateTime(To));

    public bool Equals(QuietWindow? other) => other is not null && (From, To) == (other.From, other.To) && Days.SequenceEqual(other.Days);

    public override int GetHashCode() => HashCode.Combine(From, To, Days.Count);
}
