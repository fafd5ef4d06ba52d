namespace NewsAlerts.Local.Hosting;

/// <summary>How long to wait between two looks: the shortest after something was found, then doubling up to the longest.</summary>
internal sealed class PollDelay(TimeSpan shortest, TimeSpan longest)
{
    private readonly TimeSpan _shortest = shortest;
    private TimeSpan _next = shortest;

    public TimeSpan Next()
    {
        var now = _next;
        _next = _next * 2 < longest ? _next * 2 : longest;
        return now;
    }

    public void Reset() => _next = _shortest;

    /// <summary>The wait after <paramref name="failures"/> failures in a row: <paramref name="first"/>, doubling up to <paramref name="most"/>.</summary>
    public static TimeSpan After(long failures, TimeSpan first, TimeSpan most)
    {
        var delay = first * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        return delay < most ? delay : most;
    }
}
