namespace NewsAlerts.Sweeping;

/// <summary>The table <c>Open</c>: what is in flight, written before a stage's first effect and removed after its hand-on.</summary>
public interface IOpenWork
{
    /// <summary>Notes that work is in flight; work that is noted already stays as it is.</summary>
    Task OpenAsync(StageRequest request, DateTimeOffset nextCheck, CancellationToken cancellationToken);

    /// <summary>Notes that it is done; does nothing where it is not open.</summary>
    Task CloseAsync(StageRequest request, CancellationToken cancellationToken);

    /// <summary>Puts off the next look at it, opening it where it is not open.</summary>
    Task PostponeAsync(StageRequest request, int checks, DateTimeOffset nextCheck, CancellationToken cancellationToken);

    /// <summary>The work whose next look is due at <paramref name="now"/>.</summary>
    IAsyncEnumerable<OpenItem> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How often the work has been looked at; null where it is not open.</summary>
    Task<int?> FindChecksAsync(StageRequest request, CancellationToken cancellationToken);
}

/// <summary>Work in flight.</summary>
/// <param name="Request">The message that would start it again.</param>
/// <param name="Checks">How often it was looked at before.</param>
public sealed record OpenItem(StageRequest Request, int Checks);
