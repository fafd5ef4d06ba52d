namespace NewsAlerts.Sweeping;

/// <summary>The table <c>Failures</c>: what did not work, for people to see and mend.</summary>
public interface IFailures
{
    /// <summary>Lists a failure; the same one listed again replaces the first, keeping its time.</summary>
    Task AddAsync(Failure failure, CancellationToken cancellationToken);

    /// <summary>
    /// The same for what is <see cref="Failure.Failing"/>, where it is not listed for good: whoever listed that, perhaps in the same moment, knows better.
    /// </summary>
    Task AddFailingAsync(Failure failure, CancellationToken cancellationToken);

    /// <summary>All failures, by stage.</summary>
    IAsyncEnumerable<Failure> ListAsync(CancellationToken cancellationToken);

    /// <summary>Those that are <see cref="Failure.Failing"/>, at a cost that does not depend on the others.</summary>
    IAsyncEnumerable<Failure> ListFailingAsync(CancellationToken cancellationToken);

    /// <summary>The failure of that stage and key; null where there is none.</summary>
    Task<Failure?> FindAsync(string stage, string key, CancellationToken cancellationToken);

    /// <summary>Takes the failure of that stage and key from the list; does nothing where it is not there.</summary>
    Task RemoveAsync(string stage, string key, CancellationToken cancellationToken);

    /// <summary>The same, only where it is still <see cref="Failure.Failing"/> when it goes: what is listed for good in the same moment stays.</summary>
    Task RemoveFailingAsync(string stage, string key, CancellationToken cancellationToken);

    /// <summary>The failures of that stage.</summary>
    IAsyncEnumerable<Failure> ListStageAsync(string stage, CancellationToken cancellationToken);

    /// <summary>
    /// The failures of one stage, or of all, the latest first; reads no further than the caller does. What a host of an earlier version listed comes
    /// last.
    /// </summary>
    IAsyncEnumerable<Failure> ListLatestAsync(string? stage, CancellationToken cancellationToken);

    /// <summary>The failures of a stage whose key begins so.</summary>
    IAsyncEnumerable<Failure> ListBeginningAsync(string stage, string prefix, CancellationToken cancellationToken);

    /// <summary>Writes down that somebody gave a failure up, then takes it from the list. Nothing else is touched.</summary>
    Task DiscardAsync(DiscardedFailure discarded, CancellationToken cancellationToken);

    /// <summary>What was given up, the latest first; reads no further than the caller does.</summary>
    IAsyncEnumerable<DiscardedFailure> ListDiscardedAsync(CancellationToken cancellationToken);
}

/// <summary>Work that did not reach its end.</summary>
public sealed record Failure
{
    /// <summary>The stage, one of <see cref="Stages"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>Unique within the stage, and the same each time the same work fails.</summary>
    public required string Key { get; init; }

    /// <summary>The kind, such as a <see cref="Ingesting.RejectionReason"/> or <see cref="Failing"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>What is started again by itself: the failure goes from the list when the work has come to its end.</summary>
    public const string Failing = "Failing";

    /// <summary>What is wrong, for people. No article text, no addresses, no secrets.</summary>
    public required string Detail { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>What it concerns: an original's name, an article's or a digest's id.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The message that would start the work again, as it was sent; null where there is none.</summary>
    public string? Message { get; init; }

    /// <summary>When somebody started the work again, which has not failed since; null where nobody has.</summary>
    public DateTimeOffset? Retried { get; init; }
}

/// <summary>A failure that somebody took from the list without mending it.</summary>
/// <param name="Failure">As it was listed.</param>
/// <param name="By">Who, such as <c>ines@newsdesk-3</c>.</param>
/// <param name="Because">Why, in their words; null where they did not say.</param>
/// <param name="At">When.</param>
public sealed record DiscardedFailure(Failure Failure, string By, string? Because, DateTimeOffset At);
