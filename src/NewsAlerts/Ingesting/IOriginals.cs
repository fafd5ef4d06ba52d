namespace NewsAlerts.Ingesting;

/// <summary>
/// What was dropped: the containers <c>articles</c>, <c>originals</c> and <c>rejected</c>, and the table <c>Originals</c>
/// that remembers what became of each.
/// </summary>
public interface IOriginals
{
    /// <summary>Drops an original into <c>articles</c>. Where the name is taken, a number is put before its extension: nothing is overwritten.</summary>
    /// <exception cref="ArgumentException"><see cref="OriginalName.CanBeAddressed"/> says no.</exception>
    Task<OriginalHead> AddAsync(string name, Stream content, CancellationToken cancellationToken);

    /// <summary>What lies in <c>articles</c>, in order of name.</summary>
    IAsyncEnumerable<OriginalHead> ListAsync(CancellationToken cancellationToken);

    /// <summary>Reads an original from <c>articles</c>; null where none of that name is there (any longer), or can be reached. Content above <paramref name="maxBytes"/> is not read.</summary>
    Task<Original?> ReadAsync(string name, long maxBytes, CancellationToken cancellationToken);

    /// <summary>Moves an original to <c>originals</c>; does nothing where it has gone or been replaced by another since it was read.</summary>
    Task MoveToOriginalsAsync(OriginalHead original, CancellationToken cancellationToken);

    /// <summary>Moves an original to <c>rejected</c>, with the reason beside it; does nothing where it has gone or been replaced since it was read.</summary>
    Task MoveToRejectedAsync(OriginalHead original, Rejection rejection, CancellationToken cancellationToken);

    /// <summary>
    /// Puts an original that was rejected, or handled, back into <c>articles</c>, where it is another one: with a key and attempts of its own.
    /// </summary>
    /// <param name="key">Its key.</param>
    /// <param name="name">Its name; where another original has that now, a number is put before the extension.</param>
    /// <param name="handled">About when it was rejected or handled, which tells where to look.</param>
    /// <param name="cancellationToken">Stops between two steps; each may be repeated.</param>
    /// <returns>The name that it has now; null where it is not kept any longer.</returns>
    Task<string?> RestoreAsync(string key, string name, DateTimeOffset handled, CancellationToken cancellationToken);

    Task<OriginalRecord?> FindRecordAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes the record, over an earlier one of the same key.</summary>
    Task SaveRecordAsync(OriginalRecord record, CancellationToken cancellationToken);
}

/// <summary>An original in <c>articles</c>, without its content.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="ETag">The version of the blob: a replaced original is another one.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ContentType">As declared at upload; null or generic where it was not.</param>
/// <param name="Modified">When it was dropped.</param>
public sealed record OriginalHead(string Name, string ETag, long Length, string? ContentType, DateTimeOffset Modified)
{
    /// <summary>Identifies this version of this original: the key of its record. Where there is none to identify, it can be given.</summary>
    public string Key
    {
        get => field ??= OriginalKey.Of(Name, ETag);
        init;
    }
}

/// <summary>An original with its content.</summary>
/// <param name="Head">What it is.</param>
/// <param name="Content">Its bytes; null where it is larger than was asked for.</param>
public sealed record Original(OriginalHead Head, ReadOnlyMemory<byte>? Content);

/// <summary>What became of an original.</summary>
public sealed record OriginalRecord
{
    /// <summary>The original's <see cref="OriginalHead.Key"/>.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>False while a feed is half read.</summary>
    public required bool Done { get; init; }

    /// <summary>How many of its entries are handled.</summary>
    public required int EntriesHandled { get; init; }

    /// <summary>The articles that it brought; at most <see cref="MaxListed"/> are listed.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>The articles that were in the library already; at most <see cref="MaxListed"/> are listed.</summary>
    public required IReadOnlyList<string> Known { get; init; }

    /// <summary>Why it, or its first entry that was, was rejected; null where all of it was accepted.</summary>
    public required Rejection? Rejection { get; init; }

    /// <summary>A table property holds 32,768 characters: room for the 500 entries that a feed may have.</summary>
    public const int MaxListed = 600;
}
