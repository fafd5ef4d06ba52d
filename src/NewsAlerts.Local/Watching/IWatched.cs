namespace NewsAlerts.Local.Watching;

/// <summary>Something that is looked at again and again.</summary>
internal interface IWatched
{
    /// <summary>The folder, or the host, for people.</summary>
    string Source { get; }

    /// <summary>Looks, and drops what is new.</summary>
    /// <returns>How long until the next look; null where there is none to come.</returns>
    Task<TimeSpan?> LookAsync(CancellationToken cancellationToken);

    /// <summary>Looks as the only one who will: says what is left for another time.</summary>
    Task LookOnceAsync(CancellationToken cancellationToken);

    /// <summary>Waits as long as that, or until there is a reason to look.</summary>
    Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken);
}
