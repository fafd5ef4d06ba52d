using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Adapters.Http;

namespace NewsAlerts.Tests.Adapters.Http;

public sealed class HostGateTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_host_that_answers_makes_the_next_one_wait_for_its_turn()
    {
        var gate = new HostGate(1, HostGate.Patience, _time);
        var first = await gate.TryEnterAsync("a.example", CancellationToken.None);

        var second = gate.TryEnterAsync("a.example", CancellationToken.None);
        Assert.False(second.IsCompleted);
        first!.Dispose();

        Assert.NotNull(await second);
    }

    [Fact]
    public async Task A_host_that_hangs_sends_the_next_one_away_at_once_and_those_that_wait_in_the_end()
    {
        var gate = new HostGate(1, HostGate.Patience, _time);
        using var hanging = await gate.TryEnterAsync("a.example", CancellationToken.None);
        var waiting = gate.TryEnterAsync("A.EXAMPLE", CancellationToken.None);

        _time.Advance(HostGate.Patience);

        Assert.Null(await waiting);
        Assert.True(gate.TryEnterAsync("a.example", CancellationToken.None).IsCompletedSuccessfully);
        Assert.Null(await gate.TryEnterAsync("a.example", CancellationToken.None));
    }

    [Fact]
    public async Task Another_host_is_not_concerned()
    {
        var gate = new HostGate(1, HostGate.Patience, _time);
        using var hanging = await gate.TryEnterAsync("a.example", CancellationToken.None);

        Assert.NotNull(await gate.TryEnterAsync("b.example", CancellationToken.None));
    }

    [Fact]
    public async Task A_turn_that_is_ended_twice_counts_once()
    {
        var gate = new HostGate(1, HostGate.Patience, _time);
        var first = await gate.TryEnterAsync("a.example", CancellationToken.None);
        first!.Dispose();
        first.Dispose();

        using var second = await gate.TryEnterAsync("a.example", CancellationToken.None);
        _time.Advance(HostGate.Patience);
        Assert.NotNull(second);
        Assert.Null(await gate.TryEnterAsync("a.example", CancellationToken.None));
    }

    [Fact]
    public async Task One_who_gives_up_waiting_takes_no_turn()
    {
        var gate = new HostGate(1, HostGate.Patience, _time);
        var first = await gate.TryEnterAsync("a.example", CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var second = gate.TryEnterAsync("a.example", stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first!.Dispose();

        Assert.NotNull(await gate.TryEnterAsync("a.example", CancellationToken.None));
    }
}
