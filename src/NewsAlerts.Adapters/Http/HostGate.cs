namespace NewsAlerts.Adapters.Http;

/// <summary>
/// Lets only so many requests at a time go to one host. A host that answers makes the next one wait for its turn; one that hangs sends it away at
/// once, so that those who wait for it never take all of the places where work is done.
/// </summary>
/// <param name="most">How many at a time.</param>
/// <param name="patience">A host whose oldest request takes longer than this hangs, for now; and nobody waits longer than this for a turn.</param>
/// <param name="time">The clock.</param>
internal sealed class HostGate(int most, TimeSpan patience, TimeProvider time)
{
    /// <summary>What a request over HTTP is given.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A turn, which ends when it is disposed of; null where the host has too many requests under way.</summary>
    public async Task<IDisposable?> TryEnterAsync(string name, CancellationToken cancellationToken)
    {
        Host host;
        bool hangs;
        lock (_hosts)
        {
            host = _hosts.TryGetValue(name, out var known) ? known : _hosts[name] = new Host(most);
            host.Users++;
            hangs = host.Running is [var oldest, ..] && time.GetElapsedTime(oldest) >= patience;
        }

        var entered = false;
        try
        {
            entered = host.Free.Wait(0, CancellationToken.None) || (!hangs && await WaitAsync(host.Free, cancellationToken));
            return entered ? Begin(name, host) : null;
        }
        finally
        {
            if (!entered)
            {
                Leave(name, host);
            }
        }
    }

    private async Task<bool> WaitAsync(SemaphoreSlim free, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        try
        {
            await free.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private Turn Begin(string name, Host host)
    {
        var began = time.GetTimestamp();
        lock (_hosts)
        {
            host.Running.Add(began);
        }

        return new Turn(() =>
        {
            lock (_hosts)
            {
                host.Running.Remove(began);
            }

            host.Free.Release();
            Leave(name, host);
        });
    }

    /// <summary>A host that nobody talks to is forgotten: there may be any number over time.</summary>
    private void Leave(string name, Host host)
    {
        lock (_hosts)
        {
            if (--host.Users == 0)
            {
                _hosts.Remove(name);
                host.Free.Dispose();
            }
        }
    }

    private sealed class Host(int most)
    {
        public SemaphoreSlim Free { get; } = new(most);

        /// <summary>When the requests under way began, the oldest first.</summary>
        public List<long> Running { get; } = [];

        /// <summary>How many have a turn or wait for one.</summary>
        public int Users { get; set; }
    }

    private sealed class Turn(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
