namespace NewsAlerts.Digesting;

/// <summary>The container <c>digests</c>.</summary>
public interface IDigests
{
    /// <summary>Stores a digest; false where there is one of that id, which is left as it is.</summary>
    Task<bool> TryAddAsync(Digest digest, CancellationToken cancellationToken);

    Task<Digest?> FindAsync(DigestId id, CancellationToken cancellationToken);
}
