using NewsAlerts.Digesting;

namespace NewsAlerts.Routing;

/// <summary>
/// How many alerts a subscription has had lately, and the round-up that is planned: the row <c>n</c> of its inbox, which every change replaces
/// by ETag, so that hosts that route at the same moment count together.
/// </summary>
public sealed record AlertAllowance
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>The times of the latest alerts, and of round-ups, a planned one included: it takes a place of its own.</summary>
    public IReadOnlyList<DateTimeOffset> Sent { get; init; } = [];

    /// <summary>When the planned round-up is due, to the second; null where none is.</summary>
    public DateTimeOffset? RoundUp { get; init; }

    /// <summary>When the last round-up that was frozen was due: no other has its id.</summary>
    public DateTimeOffset? LastRoundUp { get; init; }

    /// <summary>The version of the row that was read; null for a row not yet written.</summary>
    public string? ETag { get; init; }

    /// <summary>Whether one more may go out at <paramref name="now"/>, with at most so many in any 60 minutes.</summary>
    public bool HasRoom(DateTimeOffset now, int? atMost) => atMost is null || Sent.Count(sent => sent > now - Window) < atMost;

    /// <summary>With an alert sent.</summary>
    public AlertAllowance WithAlert(DateTimeOffset now, int? atMost) => this with { Sent = Kept([.. Sent, now], atMost) };

    /// <summary>With a round-up planned as soon as there is room for it, which it takes; the same where one is planned.</summary>
    /// <param name="now">The present.</param>
    /// <param name="atMost">How many may be sent in any 60 minutes; null for any number.</param>
    /// <param name="free">When the subscription may be sent something that is to go out at a time; that time itself where nobody knows.</param>
    public AlertAllowance WithRoundUp(DateTimeOffset now, int? atMost, Func<DateTimeOffset, DateTimeOffset> free)
    {
        if (RoundUp is not null)
        {
            return this;
        }

        var latest = Kept(Sent, atMost);
        var room = atMost is { } most && latest.Count >= most ? latest[^most] + Window : now;
        var due = FullSecond(Later(free(Later(room, now)), LastRoundUp?.AddSeconds(1) ?? now));
        return this with { RoundUp = due, Sent = Kept([.. latest, due], atMost) };
    }

    /// <summary>With the planned round-up on its way, whenever it was due: what is held from now on needs another.</summary>
    public AlertAllowance WithoutRoundUp(DateTimeOffset now) =>
        this with { RoundUp = null, LastRoundUp = RoundUp, Sent = [.. Sent.Select(sent => sent == RoundUp ? now : sent).Order()] };

    /// <summary>The digest that the planned round-up will be; null where none is planned.</summary>
    public DigestId? RoundUpOf(SubscriptionId subscription) =>
        RoundUp is { } due ? DigestId.Of(DigestKind.RoundUp, subscription, due) : null;

    /// <summary>Only as many as can matter.</summary>
    private static List<DateTimeOffset> Kept(IReadOnlyList<DateTimeOffset> sent, int? atMost) => [.. sent.Order().TakeLast(atMost ?? 0)];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>That second, or the next full one: ids of digests have no fractions.</summary>
    private static DateTimeOffset FullSecond(DateTimeOffset time)
    {
        var fraction = time.UtcTicks % TimeSpan.TicksPerSecond;
        return new DateTimeOffset(fraction == 0 ? time.UtcTicks : time.UtcTicks - fraction + TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }
}
