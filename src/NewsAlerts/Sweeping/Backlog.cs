namespace NewsAlerts.Sweeping;

/// <summary>Reads how much is waiting in the whole installation.</summary>
public interface IBacklogReader
{
    /// <summary>
    /// What is waiting now. Reads what is in flight, poisoned or given up, never the archive, an inbox or the ledger; and of each at most
    /// <see cref="Backlog.MostCounted"/>. Where something cannot be read, it throws.
    /// </summary>
    Task<Backlog> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>What is waiting, stuck, poisoned or given up at one moment, for those who watch over an installation.</summary>
public sealed record Backlog
{
    /// <summary>Counting stops here: beyond it the number tells nothing that its size does not.</summary>
    public const int MostCounted = 5_000;

    /// <summary>When it was read, by the reader's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What lies in the container <c>articles</c>, counted from when it was dropped.</summary>
    public required Waiting Originals { get; init; }

    /// <summary>
    /// The messages of each queue by its stage, hidden ones (being worked on, or put off) included in the count. <see cref="Waiting.Oldest"/> is when
    /// the one that is next was sent, so of one that was put off until now a time long past.
    /// </summary>
    public required IReadOnlyDictionary<string, Waiting> Queued { get; init; }

    /// <summary>
    /// The work in the table Open by stage, whose time has come: <see cref="Waiting.Oldest"/> is when its stage was to begin. What is planned for
    /// later, such as the next attempt of a delivery, is not in it.
    /// </summary>
    public required IReadOnlyDictionary<string, Waiting> InFlight { get; init; }

    /// <summary>How much of that is past the time at which Sweep is to look at it: it does so within a minute, but for what only waits for its turn in a queue.</summary>
    public required int Overdue { get; init; }

    /// <summary>How much of that Sweep has started again at least once.</summary>
    public required int Restarted { get; init; }

    /// <summary>The messages in each poison queue, by the queue's name. Sweep empties them within a minute.</summary>
    public required IReadOnlyDictionary<string, int> Poisoned { get; init; }

    /// <summary>What is listed in the table Failures by stage, other than <see cref="Failing"/>: it waits for people.</summary>
    public required IReadOnlyDictionary<string, Waiting> Failures { get; init; }

    /// <summary>What is listed there and is started again by itself.</summary>
    public required int Failing { get; init; }

    /// <summary>The earliest due time that has passed and that no timer has taken yet; null where there is none.</summary>
    public required DateTimeOffset? OldestDue { get; init; }

    /// <summary>Since when the oldest work has been waiting: an original, a piece of work in flight, or a digest that is due; null where nothing is.</summary>
    public DateTimeOffset? OldestPending =>
        InFlight.Values.Select(stage => stage.Oldest).Append(Originals.Oldest).Append(OldestDue).Min();

    /// <summary>How long that is; zero where nothing waits.</summary>
    public TimeSpan OldestPendingAge => OldestPending is { } since && since < At ? At - since : TimeSpan.Zero;
}

/// <summary>Things that wait.</summary>
/// <param name="Count">How many; <see cref="Backlog.MostCounted"/> where there are that many or more (a queue's count is always the whole, and approximate).</param>
/// <param name="Oldest">Since when the oldest has; null where there is none.</param>
public readonly record struct Waiting(int Count, DateTimeOffset? Oldest)
{
    /// <summary>With one more that has waited since <paramref name="since"/>.</summary>
    public Waiting And(DateTimeOffset since) => new(Count + 1, Oldest < since ? Oldest : since);
}
