using System.Threading.Channels;

namespace NewsAlerts.Local.Watching;

/// <summary>
/// Says that something has changed in a folder, so that nobody need wait for the next look. It may miss changes (its buffer is limited, network drives
/// tell nothing) and may not ring at all: looks do not depend on it.
/// </summary>
internal sealed class FolderBell(FolderScan scan) : IDisposable
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private FileSystemWatcher? _watcher;

    /// <summary>Listens, from now on or still. A folder that has gone and come back is another one to the system.</summary>
    public void Listen(string folder)
    {
        if (_watcher is not null)
        {
            return;
        }

        try
        {
            _watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            };
            _watcher.Created += (_, change) => Ring(change.FullPath);
            _watcher.Changed += (_, change) => Ring(change.FullPath);
            _watcher.Renamed += (_, change) => Ring(change.FullPath);
            _watcher.Error += (_, _) => _rings.Writer.TryWrite(true);
            _watcher.EnableRaisingEvents = true;
        }
        catch (Exception ex) when (ex is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Out of inotify instances, or the folder has just gone.
            Deafen();
        }
    }

    /// <summary>Stops listening.</summary>
    public void Deafen()
    {
        _watcher?.Dispose();
        _watcher = null;
    }

    /// <summary>Waits for a ring, or as long as that.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, enough.Token);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing rang.
        }
    }

    public void Dispose() => Deafen();

    private void Ring(string path)
    {
        if (scan.Concerns(path))
        {
            _rings.Writer.TryWrite(true);
        }
    }
}
