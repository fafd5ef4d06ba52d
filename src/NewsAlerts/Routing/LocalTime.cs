namespace NewsAlerts.Routing;

/// <summary>The instants that a local time can mean.</summary>
internal static class LocalTime
{
    /// <summary>The first, where the clocks show it twice.</summary>
    public static DateTimeOffset Earliest(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? Utc(local, zone.GetAmbiguousTimeOffsets(local).Max()) : Unambiguous(local, zone);

    /// <summary>The last, where the clocks show it twice.</summary>
    public static DateTimeOffset Latest(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? Utc(local, zone.GetAmbiguousTimeOffsets(local).Min()) : Unambiguous(local, zone);

    /// <summary>A skipped time is the moment at which the clocks were put forward: what was to happen in the gap happens there.</summary>
    private static DateTimeOffset Unambiguous(DateTime local, TimeZoneInfo zone)
    {
        var valid = local;
        if (zone.IsInvalidTime(local))
        {
            valid = new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0, local.Kind);
            while (zone.IsInvalidTime(valid))
            {
                valid = valid.AddMinutes(1);
            }
        }

        return Utc(valid, zone.GetUtcOffset(valid));
    }

    private static DateTimeOffset Utc(DateTime local, TimeSpan offset) => new DateTimeOffset(local, offset).ToUniversalTime();
}
