namespace NewsAlerts.Sweeping;

/// <summary>The table <c>Open</c>: what is in flight, written before a stage's first effect and removed after its hand-on.</summary>
public interface IOpenWork
{
    /// <summary>
    /// Notes that work is in flight, and that no message of it waits in a queue; work that is noted already is looked at anew from
    /// <paramref name="nextCheck"/>.
    /// </summary>
    Task OpenAsync(StageRequest request, DateTimeOffset nextCheck, CancellationToken cancellationToken);

    /// <summary>Puts work in the place of the work that led to it, in one transaction; all of it has the same <see cref="StageRequest.Subject"/>.</summary>
    Task PassOnAsync(StageRequest done, IReadOnlyList<OpenItem> next, CancellationToken cancellationToken);

    /// <summary>Notes that work is done; does nothing where it is not open.</summary>
    Task CloseAsync(StageRequest request, CancellationToken cancellationToken);

    /// <summary>Writes work down as it stands now, such as that it was looked at, and when it is looked at next.</summary>
    Task SaveAsync(OpenItem item, CancellationToken cancellationToken);

    Task<OpenItem?> FindAsync(StageRequest request, CancellationToken cancellationToken);

    /// <summary>The work whose next look is due at <paramref name="now"/>.</summary>
    IAsyncEnumerable<OpenItem> ListDueAsync(DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Work in flight.</summary>
/// <param name="Request">The message that starts it again.</param>
/// <param name="Checks">How often it was looked at.</param>
/// <param name="NextCheck">When it is looked at next.</param>
public sealed record OpenItem(StageRequest Request, int Checks, DateTimeOffset NextCheck)
{
    /// <summary>From when on its message can be received, by the clock of the host that sent it; null where none waits in a queue.</summary>
    public DateTimeOffset? Queued { get; init; }
}
