using System.Collections.Concurrent;
using NewsAlerts.Chaos.Faults;

namespace NewsAlerts.Chaos.Hosts;

/// <summary>
/// One of the hosts: a process, and the next one when that has ended, behind a proxy of its own. What is done to it is done at one of its requests, so that it
/// hits a host at work: between a write and its answer, or just before a write.
/// </summary>
internal sealed class HostSlot(string name, Func<HostProcess> start, Timeline timeline, ConcurrentQueue<Incident> incidents, TimeProvider time) : IWatch, IAsyncDisposable
{
    /// <summary>A host that has nothing to do is hit all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private HostProcess? _process;
    private Armed? _armed;

    public string Name => name;

    /// <summary>How often a process ended by itself: one that cannot reach its storage when it starts gives up, and is started again.</summary>
    public int GaveUp { get; private set; }

    /// <summary>What else sees the requests of this host.</summary>
    public required Action<Exchange> Saw { get; init; }

    public Task ArrivedAsync() => PassAsync(done: false);

    public Task DoneAsync(Exchange exchange)
    {
        Saw(exchange);
        return PassAsync(done: true);
    }

    /// <summary>Takes blows until there are none left, then keeps a host running.</summary>
    public async Task RunAsync(ConcurrentQueue<Blow> blows, Action onBlow, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && blows.TryDequeue(out var blow))
        {
            EnsureRunning();
            await TakeAsync(blow, cancellationToken);
            onBlow();
        }

        EnsureRunning();
    }

    /// <summary>Starts a process where none runs.</summary>
    public void EnsureRunning()
    {
        if (_process is { HasEnded: true })
        {
            GaveUp++;
            timeline.Note(name, "has ended by itself");
            _process.Dispose();
            _process = null;
        }

        if (_process is null)
        {
            _process = start();
            timeline.Note(name, $"starts as {_process.Id}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.ContinueAsync();
            await _process.StopAsync();
            _process.Dispose();
        }

        _gate.Dispose();
    }

    private async Task TakeAsync(Blow blow, CancellationToken cancellationToken)
    {
        var armed = new Armed(blow);
        _armed = armed;
        var began = time.GetTimestamp();
        while (!armed.Struck.Task.IsCompleted && time.GetElapsedTime(began) < Patience && !cancellationToken.IsCancellationRequested)
        {
            EnsureRunning();
            await Task.WhenAny(armed.Struck.Task, Task.Delay(TimeSpan.FromMilliseconds(250), time, cancellationToken));
        }

        await StrikeAsync(armed);
        await armed.Struck.Task;
        await RecoverAsync(blow);
    }

    private Task PassAsync(bool done) =>
        _armed is { } armed && armed.Blow.Done == done && Interlocked.Decrement(ref armed.Left) == 0 ? StrikeAsync(armed) : Task.CompletedTask;

    /// <summary>Once, whoever comes first: the request that it was planned for, or the end of patience.</summary>
    private async Task StrikeAsync(Armed armed)
    {
        await _gate.WaitAsync();
        try
        {
            if (armed.Struck.Task.IsCompleted || _process is null)
            {
                return;
            }

            _armed = null;
            var at = timeline.Note(name, $"{armed.Blow.Kind} {(armed.Blow.Done ? "after a request was done" : "before a request")}, process {_process.Id}");
            switch (armed.Blow.Kind)
            {
                case BlowKind.Kill:
                    await _process.KillAsync();
                    break;

                case BlowKind.Stop:
                    await _process.PauseAsync();
                    break;
            }

            incidents.Enqueue(new Incident(armed.Blow.Kind, at, at + (armed.Blow.Kind is BlowKind.Stop ? armed.Blow.Length : TimeSpan.Zero)));
            armed.Struck.SetResult();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task RecoverAsync(Blow blow)
    {
        if (blow.Kind is BlowKind.Restart && !await _process!.StopAsync())
        {
            timeline.Note(name, "did not end on SIGTERM");
        }

        await Task.Delay(blow.Length, time, CancellationToken.None);
        if (blow.Kind is BlowKind.Stop)
        {
            await _process!.ContinueAsync();
            timeline.Note(name, "goes on");
            return;
        }

        _process!.Dispose();
        _process = null;
        EnsureRunning();
    }

    /// <summary>A blow that waits for its request.</summary>
    private sealed class Armed(Blow blow)
    {
        public int Left = blow.AfterRequests;

        public Blow Blow => blow;

        public TaskCompletionSource Struck { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What was done to a host.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="Until">For a stop, when it went on; else the same.</param>
internal sealed record Incident(BlowKind Kind, DateTimeOffset At, DateTimeOffset Until);
