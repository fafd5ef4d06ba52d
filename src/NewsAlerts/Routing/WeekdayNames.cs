namespace NewsAlerts.Routing;

/// <summary>Days of the week as people write them: <c>mon,thu</c>, <c>weekdays</c>, <c>weekends</c>, <c>daily</c>.</summary>
internal static class WeekdayNames
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The names, for messages.</summary>
    public static string All { get; } = string.Join(", ", Week.Select(Short));

    /// <summary>"mon".</summary>
    public static string Short(DayOfWeek day) => day.ToString()[..3].ToLowerInvariant();

    /// <summary>"mon,thu", "weekdays", "weekends", "daily".</summary>
    public static string Format(IReadOnlyCollection<DayOfWeek> days) => Week.Where(days.Contains).ToList() switch
    {
        { Count: 7 } => "daily",
        var some when some.SequenceEqual(Week[..5]) => "weekdays",
        var some when some.SequenceEqual(Week[5..]) => "weekends",
        var some => string.Join(',', some.Select(Short)),
    };

    /// <summary>The days that <paramref name="text"/> names, in the week's order; null where it names something else.</summary>
    public static IReadOnlyList<DayOfWeek>? Parse(string text) => text switch
    {
        "daily" => Week,
        "weekdays" => Week[..5],
        "weekends" => Week[5..],
        _ => ParseList(text.Split(',')),
    };

    private static List<DayOfWeek>? ParseList(string[] names)
    {
        var days = names.Select(name => Array.FindIndex(Week, day => Short(day) == name || day.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        return days.Contains(-1) ? null : [.. days.Distinct().Order().Select(day => Week[day])];
    }
}
