namespace NewsAlerts.Local.Watching;

/// <summary>What a look at a folder or a feed brought.</summary>
/// <param name="Source">The folder or feed, as the user gave it.</param>
internal abstract record WatchNews(string Source)
{
    /// <summary>Something was dropped.</summary>
    /// <param name="Source">Where it was.</param>
    /// <param name="Name">The original's name.</param>
    /// <param name="Entries">How many entries of a feed it holds; null for a file.</param>
    /// <param name="Known">How many entries of the feed were left out, as they had been in it before.</param>
    public sealed record Added(string Source, string Name, int? Entries = null, int? Known = null) : WatchNews(Source);

    /// <summary>A file holds what another one held that was added.</summary>
    public sealed record Same(string Source, string Name) : WatchNews(Source);

    /// <summary>Nothing new.</summary>
    public sealed record Unchanged(string Source) : WatchNews(Source);

    /// <summary>Files were there before the folder was watched.</summary>
    public sealed record LeftOut(string Source, int Count) : WatchNews(Source);

    /// <summary>A file is still being written.</summary>
    public sealed record Unfinished(string Source, string Name) : WatchNews(Source);

    /// <summary>A feed is not asked for yet.</summary>
    public sealed record NotDue(string Source, DateTimeOffset Until) : WatchNews(Source);

    /// <summary>A feed is elsewhere from now on.</summary>
    public sealed record Moved(string Source, Uri To) : WatchNews(Source);

    /// <summary>It did not work.</summary>
    /// <param name="Source">What.</param>
    /// <param name="Name">The file; null for all of it.</param>
    /// <param name="Why">Sentences.</param>
    /// <param name="Next">When it is tried again; null where that is unknown, or never.</param>
    public sealed record Failed(string Source, string? Name, string Why, DateTimeOffset? Next = null) : WatchNews(Source);
}
