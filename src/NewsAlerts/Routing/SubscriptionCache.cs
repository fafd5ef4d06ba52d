using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Routing;

/// <summary>
/// The subscriptions of each shard, filed by what they match; read and filed again only when the shard's version has changed. Filing many
/// takes seconds: meanwhile articles go by the last version, but never by one that was not the current one within the last minute.
/// </summary>
public sealed partial class SubscriptionCache(
    ISubscriptions subscriptions, IOptions<RoutingOptions> options, TimeProvider time, ILogger<SubscriptionCache> logger)
{
    /// <summary>How long after a change an article may go by what was before: docs/architecture.md.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    /// <summary>How long a reading is waited for from its start, so that few subscriptions are always the current ones.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<int, Shard> _shards = new();

    public async Task<SubscriptionIndex> GetAsync(int shard, CancellationToken cancellationToken)
    {
        var (reading, began, last) = _shards.GetOrAdd(shard, static _ => new Shard()).Current(IsFresh, last => (ReadAsync(shard, last), time.GetTimestamp()));
        if (last is null || time.GetElapsedTime(last.CheckedAt) + Patience >= Oldest)
        {
            return (await reading.WaitAsync(cancellationToken)).Index;
        }

        var left = Patience - time.GetElapsedTime(began);
        try
        {
            return (await reading.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, cancellationToken)).Index;
        }
        catch (TimeoutException) when (!reading.IsCompleted)
        {
            return last.Index;
        }
    }

    private bool IsFresh(Snapshot snapshot) => time.GetElapsedTime(snapshot.CheckedAt) < options.Value.RefreshAfter;

    // Shared by everybody who waits for it, so that no single caller's token cancels it.
    private async Task<Snapshot> ReadAsync(int shard, Snapshot? last)
    {
        // The version is read first: a change that comes in between is read too early at worst, never missed.
        var checkedAt = time.GetTimestamp();
        var version = await subscriptions.GetShardVersionAsync(shard, CancellationToken.None);
        if (last is not null && last.Version == version)
        {
            return last with { CheckedAt = checkedAt };
        }

        var all = await subscriptions.ReadShardAsync(shard, CancellationToken.None);
        var index = await Task.Run(() => Filed(all, last?.Index));
        Log.Read(logger, all.Readable.Count, shard, (long)time.GetElapsedTime(checkedAt).TotalMilliseconds);
        return new Snapshot(version, index, checkedAt);
    }

    private static SubscriptionIndex Filed(ShardSubscriptions all, SubscriptionIndex? last)
    {
        var index = new SubscriptionIndex(all);
        if (last is not null)
        {
            index.PrepareLike(last);
        }

        return index;
    }

    private sealed class Shard
    {
        private readonly Lock _lock = new();
        private Snapshot? _last;
        private Task<Snapshot>? _reading;
        private long _began;

        /// <summary>The reading under way, the last one while it is fresh, or a new one; when it began; and what was read before it.</summary>
        public (Task<Snapshot> Reading, long Began, Snapshot? Last) Current(Func<Snapshot, bool> isFresh, Func<Snapshot?, (Task<Snapshot>, long)> read)
        {
            lock (_lock)
            {
                if (_reading is { IsCompletedSuccessfully: true } done)
                {
                    _last = done.GetAwaiter().GetResult();
                    if (!isFresh(_last))
                    {
                        (_reading, _began) = read(_last);
                    }
                }
                else if (_reading is null or { IsCompleted: true })
                {
                    (_reading, _began) = read(_last);
                }

                return (_reading, _began, _last);
            }
        }
    }

    private sealed record Snapshot(string? Version, SubscriptionIndex Index, long CheckedAt);

    private static partial class Log
    {
        [LoggerMessage(3002, LogLevel.Information, "Filed the {Count} subscriptions of shard {Shard} in {Milliseconds} ms.")]
        public static partial void Read(ILogger logger, int count, int shard, long milliseconds);
    }
}
