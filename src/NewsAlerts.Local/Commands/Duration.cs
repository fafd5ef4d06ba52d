using System.CommandLine;
using System.Globalization;

namespace NewsAlerts.Local.Commands;

/// <summary>Options that take a length of time, such as <c>30m</c>, <c>24h</c> or <c>7d</c>.</summary>
internal static class Duration
{
    /// <param name="name">The option, such as <c>--since</c>.</param>
    /// <param name="description">What it is for; the form is added.</param>
    /// <param name="usual">The default.</param>
    /// <param name="most">The longest.</param>
    /// <param name="least">The shortest; none unless given.</param>
    /// <param name="more">What the description ends with, behind the form.</param>
    public static Option<TimeSpan> Option(string name, string description, TimeSpan usual, TimeSpan most, TimeSpan least = default, string more = "") => new(name)
    {
        Description = $"{description}, such as 30m, 24h or 7d{more}.",
        HelpName = "TIME",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (TryParse(given, out var time) && time >= least && time <= most)
            {
                return time;
            }

            result.AddError($"{name} is '{given}'; expected a time of {(least > TimeSpan.Zero ? $"at least {Written(least)} and " : "")}at most {Written(most)}: a whole number and s, m, h or d, such as 30m, 24h or 7d.");
            return usual;
        },
    };

    /// <summary>As it would be given.</summary>
    public static string Written(TimeSpan time) => time switch
    {
        { Ticks: 0 } => "0s",
        _ when time.Ticks % TimeSpan.TicksPerDay == 0 => $"{time.Days}d",
        _ when time.Ticks % TimeSpan.TicksPerHour == 0 => $"{(int)time.TotalHours}h",
        _ when time.Ticks % TimeSpan.TicksPerMinute == 0 => $"{(int)time.TotalMinutes}m",
        _ => $"{(long)time.TotalSeconds}s",
    };

    private static bool TryParse(string text, out TimeSpan time)
    {
        time = default;
        var unit = text.Length > 1 ? text[^1] : default;
        var length = unit switch { 's' => 1, 'm' => 60, 'h' => 3_600, 'd' => 86_400, _ => 0 };
        if (length == 0 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        time = TimeSpan.FromSeconds((long)number * length);
        return true;
    }
}
