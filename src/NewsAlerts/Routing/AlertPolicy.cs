namespace NewsAlerts.Routing;

/// <summary>How a subscription is told of an article at once.</summary>
public sealed record AlertPolicy
{
    public const int MostAnHour = 60;

    /// <summary>At most so many mails of alerts and their round-ups in any 60 minutes, 1 to <see cref="MostAnHour"/>; null for as many as there are.</summary>
    public int? AtMostAnHour
    {
        get;
        init => field = value is null or (>= 1 and <= MostAnHour)
            ? value
            : throw new ArgumentException($"A subscription has at most 1 to {MostAnHour} alerts an hour, not {value}.");
    }

    /// <summary>What becomes of the articles above that.</summary>
    public HeldArticles Overflow { get; init; } = HeldArticles.RoundUp;

    /// <summary>Whether the scheduled digest holds again what was alerted.</summary>
    public bool Repeat { get; init; }

    /// <summary>The IANA zone in which alerts and round-ups show dates.</summary>
    public required string TimeZone { get; init => (field, _) = (value, IanaZone.Find(value)); }
}

/// <summary>What becomes of an article that may not be sent at once.</summary>
public enum HeldArticles
{
    /// <summary>It is held, and comes with all the others that are in one round-up, as soon as something may be sent.</summary>
    RoundUp,

    /// <summary>It waits for the next scheduled digest.</summary>
    Digest,
}
