using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Summarizing;

namespace NewsAlerts.EndToEnd.Storage;

[Collection(EmulatorFixture.Collection)]
public sealed class SpendTests(EmulatorFixture emulators)
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly ModelCost Limit = new(Tokens: 1_000, Money: 500);

    [SkippableFact]
    public async Task Two_hosts_that_spend_at_once_never_pass_the_limit_of_the_day()
    {
        await using var one = await TestPipeline.StartAsync(emulators);
        await using var other = one.AnotherHost(emulators);
        var hosts = new[] { one.Get<IModelSpend>(), other.Get<IModelSpend>() };

        var reserved = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => hosts[i % 2].TryReserveAsync(Day, new(100, 100), Limit, default).AsTask()));

        Assert.Equal(5, reserved.Count(done => done));
    }

    [SkippableFact]
    public async Task What_a_request_did_not_use_is_free_again_and_tomorrow_is_another_day()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var spend = pipeline.Get<IModelSpend>();

        Assert.True(await spend.TryReserveAsync(Day, new(1_000, 500), Limit, default));
        Assert.False(await spend.TryReserveAsync(Day, new(1, 0), Limit, default));
        Assert.True(await spend.TryReserveAsync(Day.AddDays(1), new(1_000, 500), Limit, default));
        await spend.SettleAsync(Day, new(1_000, 500), new(400, 500), default);

        Assert.False(await spend.TryReserveAsync(Day, new(1, 1), Limit, default));
        Assert.True(await spend.TryReserveAsync(Day, new(600, 0), Limit, default));
    }
}
