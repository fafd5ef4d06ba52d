namespace NewsAlerts.Sweeping;

/// <summary>
/// The messages at the front of a queue that are visible, which tell whether the queue has come to a certain message yet: a queue is by and large
/// first in, first out.
/// </summary>
public sealed record QueueFront
{
    /// <summary>Most messages that one look shows.</summary>
    public const int Most = 32;

    /// <summary>
    /// How far the front must be past a message before that counts as taken: whoever took it is given this time to finish, and the clocks of hosts and
    /// of the storage account may be apart by as much.
    /// </summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>How many there are; with <see cref="Most"/>, more may be behind them.</summary>
    public required int Count { get; init; }

    /// <summary>What they ask for, as <see cref="StageRequest.Key"/>; a message that cannot be read asks for nothing.</summary>
    public required IReadOnlySet<string> Keys { get; init; }

    /// <summary>
    /// When the newest of them was put there, by the storage account's clock; null where there is none. The newest, because a scheduled retry, or a
    /// message that failed before, is at the front with a time long past.
    /// </summary>
    public required DateTimeOffset? Newest { get; init; }

    /// <summary>Whether the message of that work may still wait in the queue. Where everything can be seen, that is known; else its age tells.</summary>
    /// <param name="request">The work.</param>
    /// <param name="queued">From when on its message can be received.</param>
    public bool MayHold(StageRequest request, DateTimeOffset queued) => Count < Most ? Keys.Contains(request.Key) : Newest < queued + Margin;
}
