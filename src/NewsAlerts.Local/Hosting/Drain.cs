namespace NewsAlerts.Local.Hosting;

/// <summary>
/// The work in hand of one pump. A stop does not touch it at first: it has until the deadline to end by itself, then its token
/// is cancelled. At most so many pieces run at a time.
/// </summary>
internal sealed class Drain : IDisposable
{
    private readonly SemaphoreSlim _slots;
    private readonly int _parallelism;
    private readonly CancellationTokenSource _interrupt;
    private readonly CancellationTokenRegistration _onStop;

    /// <param name="parallelism">How many pieces run at a time.</param>
    /// <param name="timeout">How long after the stop work is interrupted.</param>
    /// <param name="time">The clock of that.</param>
    /// <param name="stopping">The host's wish to stop.</param>
    public Drain(int parallelism, TimeSpan timeout, TimeProvider time, CancellationToken stopping)
    {
        _parallelism = parallelism;
        _slots = new SemaphoreSlim(parallelism, parallelism);
        _interrupt = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _onStop = stopping.Register(() => _interrupt.CancelAfter(timeout));
    }

    /// <summary>Cancelled when the work has to end at once.</summary>
    public CancellationToken Interrupted => _interrupt.Token;

    public Task EnterAsync(CancellationToken stopping) => _slots.WaitAsync(stopping);

    public void Leave() => _slots.Release();

    /// <summary>Waits until all work has ended.</summary>
    public async Task EmptyAsync()
    {
        for (var i = 0; i < _parallelism; i++)
        {
            await _slots.WaitAsync(CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _onStop.Dispose();
        _interrupt.Dispose();
        _slots.Dispose();
    }
}
