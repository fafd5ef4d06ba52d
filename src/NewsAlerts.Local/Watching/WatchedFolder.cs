using System.Security.Cryptography;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Operating;

namespace NewsAlerts.Local.Watching;

/// <summary>
/// Drops what appears in a folder, each content once. A file counts as complete when it has content, and its length and time stand still between two
/// looks; what is read is held to both once more.
/// </summary>
internal sealed class WatchedFolder(
    string name, FolderScan scan, FolderBook book, ArticlesInbox inbox, bool existing, TimeProvider time, Action<WatchNews> tell) : IWatched, IDisposable
{
    /// <summary>How long a file must stand still.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    /// <summary>Between two looks where nothing rings: for what the system does not tell.</summary>
    public static readonly TimeSpan Rescan = TimeSpan.FromSeconds(30);

    /// <summary>Whoever writes without a pause rings without a pause.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    private const int Parallelism = 4;

    private readonly string _path = Path.GetFullPath(name);
    private readonly FolderBell _bell = new(scan);
    private readonly Dictionary<string, Sighting> _open = new(StringComparer.Ordinal);
    private readonly HashSet<FileStamp> _unreadable = [];
    private DateTimeOffset? _tidied;

    public string Source => name;

    public async Task<TimeSpan?> LookAsync(CancellationToken cancellationToken)
    {
        _bell.Listen(_path);
        var files = Look();
        Begin(files);
        var settled = new List<FileStamp>();
        foreach (var file in files.Where(file => file.Length > 0 && !IsKnown(file)))
        {
            if (!_open.TryGetValue(file.Path, out var sighting) || sighting.File != file)
            {
                _open[file.Path] = new Sighting(file, time.GetTimestamp());
            }
            else if (time.GetElapsedTime(sighting.Since) >= Settle)
            {
                settled.Add(file);
            }
        }

        await Parallel.ForEachAsync(
            settled,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (file, stop) => await TakeAsync(file, stop));
        Forget(files);
        return _open.Values.Any(sighting => !_unreadable.Contains(sighting.File)) ? Settle : Rescan;
    }

    public async Task LookOnceAsync(CancellationToken cancellationToken)
    {
        if (await LookAsync(cancellationToken) == Settle)
        {
            await Task.Delay(Settle, time, cancellationToken);
            await LookAsync(cancellationToken);
        }

        foreach (var sighting in _open.Values.Where(sighting => !_unreadable.Contains(sighting.File)))
        {
            tell(new WatchNews.Unfinished(name, sighting.File.Path));
        }
    }

    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        if (longest <= Settle)
        {
            await Task.Delay(longest, time, cancellationToken);
            return;
        }

        await Task.Delay(ShortestWait, time, cancellationToken);
        await _bell.WaitAsync(longest - ShortestWait, time, cancellationToken);
    }

    public void Dispose() => _bell.Dispose();

    private IReadOnlyList<FileStamp> Look()
    {
        try
        {
            return scan.Look();
        }
        catch (DirectoryNotFoundException)
        {
            _bell.Deafen();
            throw;
        }
    }

    private void Begin(IReadOnlyList<FileStamp> files)
    {
        if (book.IsNew)
        {
            IReadOnlyList<FileStamp> before = existing ? [] : files;
            book.Begin(before.Select(file => SeenFile.Of(file, content: null)));
            if (before.Count > 0)
            {
                tell(new WatchNews.LeftOut(name, before.Count));
            }
        }
        else if (_tidied is null || time.GetUtcNow() - _tidied >= TimeSpan.FromDays(1))
        {
            book.Tidy(files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal), time.GetUtcNow());
        }
        else
        {
            return;
        }

        _tidied = time.GetUtcNow();
    }

    private bool IsKnown(FileStamp file) => book.Find(file.Path) is { } seen && seen.Is(file) && (seen.Content is not null || !existing);

    private async Task TakeAsync(FileStamp file, CancellationToken cancellationToken)
    {
        if (file.Length > OriginalDrop.MostBytes)
        {
            tell(new WatchNews.Failed(name, file.Path, $"It has {file.Length:N0} bytes; an original may never have more than {OriginalDrop.MostBytes:N0}. Split it."));
            book.Add(SeenFile.Of(file, SeenFile.TooLarge));
            return;
        }

        if (!OriginalName.CanBeAddressed(file.Path))
        {
            tell(new WatchNews.Failed(name, file.Path, $"It {OriginalDrop.UnaddressableName}"));
            book.Add(SeenFile.Of(file, SeenFile.Unaddressable));
            return;
        }

        if (await ReadAsync(file, cancellationToken) is not { } bytes)
        {
            return;
        }

        var content = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
        if (book.Holds(content))
        {
            book.Add(SeenFile.Of(file, content));
            tell(new WatchNews.Same(name, file.Path));
            return;
        }

        using var stream = new MemoryStream(bytes, writable: false);
        var dropped = await inbox.AddAsync(file.Path, stream, cancellationToken);
        book.Add(SeenFile.Of(file, content));
        tell(new WatchNews.Added(name, dropped));
    }

    /// <summary>All of a file; null where it cannot be read, or has changed meanwhile.</summary>
    private async Task<byte[]?> ReadAsync(FileStamp file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_path, file.Path);
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            var after = new FileInfo(path);
            return bytes.Length == file.Length && (after.Length, after.LastWriteTimeUtc) == (file.Length, file.Modified) ? bytes : null;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            bool first;
            lock (_unreadable)
            {
                first = _unreadable.Add(file);
            }

            // One that has just gone is nobody's trouble.
            if (first && File.Exists(path))
            {
                tell(new WatchNews.Failed(name, file.Path, $"It cannot be read ({ex.GetType().Name}). Check its permissions; it is tried again."));
            }

            return null;
        }
    }

    /// <summary>What is known by now, or has gone, is no longer open.</summary>
    private void Forget(IReadOnlyList<FileStamp> files)
    {
        var there = files.Where(file => !IsKnown(file)).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in _open.Keys.Where(path => !there.Contains(path)).ToList())
        {
            _open.Remove(path);
        }

        _unreadable.IntersectWith(files);
    }

    /// <param name="File">As it was.</param>
    /// <param name="Since">When it was first seen so.</param>
    private readonly record struct Sighting(FileStamp File, long Since);
}
