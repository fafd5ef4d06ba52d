using NewsAlerts.Digesting;

namespace NewsAlerts.Routing;

/// <summary>
/// How many alerts a subscription has had lately, and the round-up that is planned: the row <c>n</c> of its inbox, which every change replaces
/// by ETag, so that hosts that route at the same moment count together.
/// </summary>
public sealed record AlertAllowance
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>When the latest alerts and round-ups went out, the oldest first; as many as can ever matter.</summary>
    public IReadOnlyList<DateTimeOffset> Sent { get; init; } = [];

    /// <summary>When the planned round-up is due, to the second; null where none is. Its place among the mails of an hour is taken already.</summary>
    public DateTimeOffset? RoundUp { get; init; }

    /// <summary>When the last round-up that was frozen was due: no other has its id.</summary>
    public DateTimeOffset? LastRoundUp { get; init; }

    /// <summary>The version of the row that was read; null for a row not yet written.</summary>
    public string? ETag { get; init; }

    /// <summary>Whether an alert may go out at <paramref name="now"/>, with at most so many mails in any 60 minutes.</summary>
    public bool HasRoom(DateTimeOffset now, int? atMost) => atMost is null || SentLately(now) + (RoundUp is null ? 0 : 1) < atMost;

    /// <summary>Whether the planned round-up may go out at <paramref name="now"/>, whenever it is due.</summary>
    public bool HasRoomForRoundUp(DateTimeOffset now, int? atMost) => atMost is null || SentLately(now) < atMost;

    /// <summary>With an alert sent.</summary>
    public AlertAllowance WithAlert(DateTimeOffset now) => this with { Sent = With(now) };

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

        var room = atMost is { } most && Sent.Count >= most ? Sent[^most] + Window : now;
        return this with { RoundUp = FullSecond(Later(free(Later(room, now)), LastRoundUp?.AddSeconds(1) ?? now)) };
    }

    /// <summary>With the planned round-up on its way, whenever it was due: what is held from now on needs another.</summary>
    public AlertAllowance WithoutRoundUp(DateTimeOffset now) => this with { RoundUp = null, LastRoundUp = RoundUp, Sent = With(now) };

    /// <summary>The digest that the planned round-up will be; null where none is planned.</summary>
    public DigestId? RoundUpOf(SubscriptionId subscription) =>
        RoundUp is { } due ? DigestId.Of(DigestKind.RoundUp, subscription, due) : null;

    private int SentLately(DateTimeOffset now) => Sent.Count(sent => sent > now - Window);

    private List<DateTimeOffset> With(DateTimeOffset now) => [.. Sent.Append(now).Order().TakeLast(AlertPolicy.MostAnHour)];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>That second, or the next full one: ids of digests have no fractions.</summary>
    private static DateTimeOffset FullSecond(DateTimeOffset time)
    {
        var fraction = time.UtcTicks % TimeSpan.TicksPerSecond;
        return new DateTimeOffset(fraction == 0 ? time.UtcTicks : time.UtcTicks - fraction + TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }
}
