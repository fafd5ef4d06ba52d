using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.Local.Watching;

/// <summary>Makes of a command line's words what is watched, and keeps it from other processes while it is.</summary>
internal sealed class WatchedSources(
    WatchMemory memory, FeedFetcher fetcher, ArticlesInbox inbox, IngestOptions limits, TimeProvider time, Action<WatchNews> tell) : IDisposable
{
    private readonly List<IDisposable> _held = [];

    /// <summary>What people call them.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>A watch for each folder, and one for each host of feeds.</summary>
    /// <exception cref="CommandException">One is neither folder nor feed, or not one that may be watched. Nothing was looked at.</exception>
    public IReadOnlyList<IWatched> Open(IReadOnlyList<string> sources, string dataFolder, bool existing, TimeSpan every)
    {
        var feeds = sources.Where(IsUrl).Select(UrlOf).DistinctBy(feed => feed.AbsoluteUri).ToList();
        var folders = sources.Where(source => !IsUrl(source)).DistinctBy(FullPath, StringComparer.Ordinal).ToList();
        foreach (var folder in folders)
        {
            Check(folder);
        }

        Names = [.. folders, .. feeds.Select(feed => feed.AbsoluteUri)];
        return [.. folders.Select(folder => OpenFolder(folder, dataFolder, existing)), .. feeds.GroupBy(feed => feed.Authority).Select(host => OpenHost(host, every))];
    }

    public void Dispose()
    {
        foreach (var held in _held)
        {
            held.Dispose();
        }
    }

    private WatchedFolder OpenFolder(string folder, string dataFolder, bool existing)
    {
        var path = FullPath(folder);
        _held.Add(memory.Hold(path));
        var watched = new WatchedFolder(folder, new FolderScan(path, dataFolder), memory.Folder(path), inbox, existing, time, tell);
        _held.Add(watched);
        return watched;
    }

    private WatchedHost OpenHost(IGrouping<string, Uri> host, TimeSpan every)
    {
        _held.AddRange(host.Select(feed => memory.Hold(feed.AbsoluteUri)));
        return new WatchedHost(
            host.Key, [.. host.Select(feed => new WatchedFeed(feed, feed.AbsoluteUri, fetcher, memory, inbox, limits, every, time, tell))], every, time, tell);
    }

    private Uri UrlOf(string source)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var url))
        {
            throw new CommandException($"'{source}' is not an address. A feed's is such as https://example.org/feed.atom.");
        }

        return fetcher.Objection(url) is { } objection ? throw new CommandException($"{source} cannot be watched. {objection}") : url;
    }

    private static void Check(string folder)
    {
        if (File.Exists(folder))
        {
            throw new CommandException($"'{folder}' is a file: `newsalerts add` adds it. `watch` takes folders and addresses of feeds.");
        }

        if (!Directory.Exists(folder))
        {
            throw new CommandException($"There is no folder '{folder}'. Check the path; a feed's address begins with https://.");
        }
    }

    private static bool IsUrl(string source) => source.Contains("://", StringComparison.Ordinal);

    private static string FullPath(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
}
