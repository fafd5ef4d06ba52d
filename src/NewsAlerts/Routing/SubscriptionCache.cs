using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace NewsAlerts.Routing;

/// <summary>The subscriptions of each shard, read again only when the shard's version has changed.</summary>
public sealed class SubscriptionCache(ISubscriptions subscriptions, IOptions<RoutingOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<int, Shard> _shards = new();

    public async Task<IReadOnlyList<Subscription>> GetAsync(int shard, CancellationToken cancellationToken)
    {
        var reading = _shards.GetOrAdd(shard, static _ => new Shard()).Current(IsFresh, last => ReadAsync(shard, last));
        return (await reading.WaitAsync(cancellationToken)).Subscriptions;
    }

    private bool IsFresh(Snapshot snapshot) => time.GetElapsedTime(snapshot.CheckedAt) < options.Value.RefreshAfter;

    // Shared by everybody who waits for it, so that no single caller's token cancels it.
    private async Task<Snapshot> ReadAsync(int shard, Snapshot? last)
    {
        // The version is read first: a change that comes in between is read too early at worst, never missed.
        var checkedAt = time.GetTimestamp();
        var version = await subscriptions.GetShardVersionAsync(shard, CancellationToken.None);
        return last is not null && last.Version == version
            ? last with { CheckedAt = checkedAt }
            : new Snapshot(version, await subscriptions.ListShardAsync(shard, CancellationToken.None).ToListAsync(), checkedAt);
    }

    private sealed class Shard
    {
        private readonly Lock _lock = new();
        private Snapshot? _last;
        private Task<Snapshot>? _reading;

        /// <summary>The reading under way, the last one while it is fresh, or a new one.</summary>
        public Task<Snapshot> Current(Func<Snapshot, bool> isFresh, Func<Snapshot?, Task<Snapshot>> read)
        {
            lock (_lock)
            {
                if (_reading is { IsCompletedSuccessfully: true } done)
                {
                    _last = done.GetAwaiter().GetResult();
                    _reading = isFresh(_last) ? done : read(_last);
                }
                else if (_reading is null or { IsCompleted: true })
                {
                    _reading = read(_last);
                }

                return _reading;
            }
        }
    }

    private sealed record Snapshot(string? Version, IReadOnlyList<Subscription> Subscriptions, long CheckedAt);
}
