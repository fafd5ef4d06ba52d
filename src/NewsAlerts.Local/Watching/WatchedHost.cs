namespace NewsAlerts.Local.Watching;

/// <summary>The feeds of one host, which is visited by one request at a time: those that are due, one after the other.</summary>
internal sealed class WatchedHost(string host, IReadOnlyList<WatchedFeed> feeds, TimeSpan every, TimeProvider time, Action<WatchNews> tell) : IWatched
{
    /// <summary>Between two requests of one visit.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromSeconds(2);

    public string Source => host;

    public async Task<TimeSpan?> LookAsync(CancellationToken cancellationToken)
    {
        await VisitAsync(early: TimeSpan.Zero, cancellationToken);
        var due = feeds.Where(feed => !feed.IsGone).Select(feed => (DateTimeOffset?)feed.Due(TimeSpan.Zero)).Min();
        return due is null ? null : TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerSecond, (due.Value - time.GetUtcNow()).Ticks));
    }

    /// <summary>A timer that comes a little early, as cron's may, must not skip a turn: a tenth of the interval will do.</summary>
    public Task LookOnceAsync(CancellationToken cancellationToken) => VisitAsync(early: every / 10, cancellationToken, isOnly: true);

    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => Task.Delay(longest, time, cancellationToken);

    private async Task VisitAsync(TimeSpan early, CancellationToken cancellationToken, bool isOnly = false)
    {
        var asked = false;
        foreach (var feed in feeds)
        {
            if (feed.IsGone)
            {
                if (isOnly)
                {
                    feed.TellGone();
                }

                continue;
            }

            if (feed.Due(early) is var due && due > time.GetUtcNow())
            {
                if (isOnly)
                {
                    tell(new WatchNews.NotDue(feed.Source, due));
                }

                continue;
            }

            if (asked)
            {
                await Task.Delay(Gap, time, cancellationToken);
            }

            asked = true;
            if (await feed.AskAsync(cancellationToken) is { } wait && wait > TimeSpan.Zero)
            {
                PutOff(time.GetUtcNow() + wait, feed);
            }
        }
    }

    /// <summary>What a host asks for counts for all that it has.</summary>
    private void PutOff(DateTimeOffset until, WatchedFeed asked)
    {
        foreach (var other in feeds.Where(feed => feed != asked && !feed.IsGone))
        {
            other.PutOff(until);
        }
    }
}
