using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Hosting;

namespace NewsAlerts.Local.Watching;

/// <summary>Looks at all that is watched, side by side. What happens to one is said, and no other suffers for it.</summary>
internal sealed class WatchRounds(IReadOnlyList<IWatched> watched, TimeProvider time, Action<WatchNews> tell)
{
    /// <summary>After a look that failed: twice as long after each further one, up to <see cref="LongestPause"/>.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>One look at each.</summary>
    public Task OnceAsync(CancellationToken cancellationToken) => Task.WhenAll(watched.Select(async one =>
    {
        try
        {
            await one.LookOnceAsync(cancellationToken);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            tell(new WatchNews.Failed(one.Source, null, ErrorSentence.Of(ex)));
        }
    }));

    /// <summary>Until it is stopped, or nothing is left to look at.</summary>
    public Task ForeverAsync(CancellationToken cancellationToken) => Task.WhenAll(watched.Select(one => ForeverAsync(one, cancellationToken)));

    private async Task ForeverAsync(IWatched one, CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            TimeSpan? wait;
            try
            {
                wait = await one.LookAsync(cancellationToken);
                failures = 0;
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                wait = PollDelay.After(++failures, ShortestPause, LongestPause);
                tell(new WatchNews.Failed(one.Source, null, ErrorSentence.Of(ex), time.GetUtcNow() + wait));
            }

            if (wait is null)
            {
                return;
            }

            await one.WaitAsync(wait.Value, cancellationToken);
        }
    }
}
