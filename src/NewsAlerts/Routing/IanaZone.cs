namespace NewsAlerts.Routing;

/// <summary>Time zones by their IANA names, which mean the same on every platform; those of Windows do not.</summary>
internal static class IanaZone
{
    /// <exception cref="FormatException">There is no zone of that name.</exception>
    public static TimeZoneInfo Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId
            ? zone
            : throw new FormatException($"'{name}' is not an IANA time zone, such as Europe/Berlin or UTC.");

    /// <summary>Takes the zone from the end of <paramref name="text"/>, where there is one.</summary>
    /// <returns>The rest with single spaces, and the zone, not yet looked up.</returns>
    public static (string Words, string Zone) Split(string text, string defaultZone)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [.. { Length: > 0 } rest, var last] && IsName(last)
            ? (string.Join(' ', rest), last)
            : (string.Join(' ', words), defaultZone);
    }

    /// <summary>A name has a slash and begins with a letter, as no field of cron does, or is one of the few zones without.</summary>
    private static bool IsName(string word) =>
        char.IsAsciiLetter(word[0]) && (word.Contains('/', StringComparison.Ordinal) || word.Equals("UTC", StringComparison.OrdinalIgnoreCase));
}
