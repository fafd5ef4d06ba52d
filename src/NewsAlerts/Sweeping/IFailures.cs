namespace NewsAlerts.Sweeping;

/// <summary>The table <c>Failures</c>: what did not work, for people to see and mend.</summary>
public interface IFailures
{
    /// <summary>Lists a failure; the same one listed again replaces the first, keeping its time.</summary>
    Task AddAsync(Failure failure, CancellationToken cancellationToken);

    /// <summary>All failures, by stage.</summary>
    IAsyncEnumerable<Failure> ListAsync(CancellationToken cancellationToken);

    /// <summary>The failures with that <see cref="Failure.Reason"/>.</summary>
    IAsyncEnumerable<Failure> ListAsync(string reason, CancellationToken cancellationToken);

    /// <summary>Takes the failure of that stage and key from the list; does nothing where it is not there.</summary>
    Task RemoveAsync(string stage, string key, CancellationToken cancellationToken);

    /// <summary>The failures of that stage.</summary>
    IAsyncEnumerable<Failure> ListStageAsync(string stage, CancellationToken cancellationToken);
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

    /// <summary>The message that would start the work again; null where there is none.</summary>
    public string? Message { get; init; }
}
