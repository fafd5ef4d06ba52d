using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Hosting;

public sealed class TimerPumpTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 7, 29, 40, TimeSpan.Zero));

    [Fact]
    public async Task It_runs_at_the_start_and_then_on_the_full_minute()
    {
        var runs = new List<DateTimeOffset>();
        using var pump = Pump(_ =>
        {
            runs.Add(_time.GetUtcNow());
            return Task.CompletedTask;
        });

        await pump.StartAsync(CancellationToken.None);
        await Eventually.IsTrueAsync(() => runs.Count == 1);
        await AdvanceUntilAsync(() => runs.Count == 3);
        await pump.StopAsync(CancellationToken.None);

        Assert.Equal(["07:29:40", "07:30:00", "07:31:00"], runs.Select(run => run.ToString("HH:mm:ss", null)));
    }

    [Fact]
    public async Task A_run_that_fails_does_not_end_the_next()
    {
        var runs = 0;
        using var pump = Pump(_ => throw new InvalidOperationException($"{++runs}"));

        await pump.StartAsync(CancellationToken.None);
        await AdvanceUntilAsync(() => runs >= 2);
        await pump.StopAsync(CancellationToken.None);
    }

    // Time stands still until the pump waits: advancing second by second loses no tick.
    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.IsTrueAsync(() =>
    {
        if (condition())
        {
            return true;
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        return false;
    });

    private TimerPump Pump(Func<CancellationToken, Task> run) =>
        new("Test", TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), run, _time, NullLogger<TimerPump>.Instance);
}
