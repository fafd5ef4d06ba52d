using NewsAlerts.Delivering;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Recovery;

/// <summary>The storage has made a change to a subscription, and its answer is lost: who asked is told what is so, and so is who asks again.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class LostAnswerTests(EmulatorFixture emulators) : IDisposable
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task A_subscription_is_disabled_and_enabled_once_and_said_to_be()
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        await using var lost = await LostAnswers.StartAsync(setup.Account);
        await using var host = setup.AnotherHost(emulators, with: null, ("Storage", lost.Account));
        var subscription = await host.SubscribeAsync(Reader);
        var due = await FindDueAsync(host, subscription);
        var standing = host.Get<SubscriptionStanding>();

        lost.LoseNext();
        Assert.True(await standing.DisableAsync(subscription, "By hand.", CancellationToken.None));
        Assert.Null(await FindDueAsync(host, subscription));
        Assert.Single(await host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());

        lost.LoseNext();
        Assert.IsType<EnableOutcome.Enabled>(await standing.EnableAsync(subscription.Id, CancellationToken.None));
        Assert.Equal(due, await FindDueAsync(host, subscription));
        Assert.Equal([due], await host.Get<ISubscriptions>().ListDueAsync(0, DateTimeOffset.MaxValue, CancellationToken.None).Select(row => (DateTimeOffset?)row.Due).ToListAsync());

        Assert.IsType<EnableOutcome.ActiveBefore>(await standing.EnableAsync(subscription.Id, CancellationToken.None));
        Assert.Equal((due, 2), (await FindDueAsync(host, subscription), lost.Lost));
        Assert.Empty(await host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
    }

    [SkippableFact]
    public async Task A_pause_begins_and_ends_once_and_is_said_to()
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        await using var lost = await LostAnswers.StartAsync(setup.Account);
        await using var host = setup.AnotherHost(emulators, with: null, ("Storage", lost.Account));
        var subscription = await host.SubscribeAsync(Reader);
        var due = await FindDueAsync(host, subscription);
        var pause = host.Get<SubscriptionPause>();

        lost.LoseNext();
        Assert.NotNull((await pause.PauseAsync(subscription.Id, CancellationToken.None))!.Pause);
        Assert.True(await FindDueAsync(host, subscription) > due);

        lost.LoseNext();
        var resumed = await pause.ResumeAsync(subscription.Id, PausedBy.Reader, CancellationToken.None);
        Assert.Equal((null, due, true), (resumed!.Subscription.Pause, resumed.Due, resumed.Ended));

        var again = await pause.ResumeAsync(subscription.Id, PausedBy.Reader, CancellationToken.None);
        Assert.Equal((due, false, 2), (again!.Due, again.Ended, lost.Lost));
    }

    [SkippableFact]
    public async Task A_yes_is_heard_once_and_said_to_be()
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        await using var lost = await LostAnswers.StartAsync(setup.Account);
        await using var host = setup.AnotherHost(emulators, with: null, ("Storage", lost.Account));
        var subscription = await host.SubscribeAsync(Reader, with: one => one with { Standing = Standing.Unconfirmed });

        lost.LoseNext();
        var confirmed = await host.Get<Confirmations>().ConfirmAsync(subscription.Id, CancellationToken.None);

        Assert.Equal((Standing.Active, 1), (confirmed?.Standing, lost.Lost));
        Assert.NotNull(await FindDueAsync(host, subscription));
        Assert.Null(await host.Get<Confirmations>().ConfirmAsync(subscription.Id, CancellationToken.None));
    }

    [SkippableFact]
    public async Task The_commands_may_be_repeated_and_say_how_it_stood()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var subscription = await host.SubscribeAsync(Reader, "Harbour");
        var told = new List<string>();
        foreach (var command in (string[])["disable", "disable", "enable", "enable", "pause", "pause", "resume", "resume"])
        {
            var (exitCode, output, errors) = await Command.RunAsync(_folder.Path, [("Storage", host.Account)], "subscriptions", command, "Harbour");
            Assert.True(exitCode == 0, $"{command}: {output}{errors}");
            told.Add(output.Split('\n')[0]);
        }

        Assert.Collection(
            told,
            one => Assert.Contains("Harbour is disabled.", one, StringComparison.Ordinal),
            one => Assert.Contains("Harbour was disabled already: Disabled by hand.", one, StringComparison.Ordinal),
            one => Assert.Contains("Harbour is enabled; its next digest is due at", one, StringComparison.Ordinal),
            one => Assert.Contains("Harbour was active already; its next digest is due at", one, StringComparison.Ordinal),
            one => Assert.Contains("Harbour is paused until", one, StringComparison.Ordinal),
            one => Assert.Contains("Harbour is paused until", one, StringComparison.Ordinal),
            one => Assert.Contains("Harbour goes on", one, StringComparison.Ordinal),
            one => Assert.Contains("Harbour is not paused: there is nothing to resume.", one, StringComparison.Ordinal));
        Assert.Equal((Standing.Active, null), ((await FindAsync(host, subscription)).Standing, (await FindAsync(host, subscription)).Pause));
    }

    private static Task<DateTimeOffset?> FindDueAsync(TestPipeline host, Subscription subscription) =>
        host.Get<ISubscriptions>().FindDueAsync(subscription.Id, CancellationToken.None);

    private static async Task<Subscription> FindAsync(TestPipeline host, Subscription subscription) =>
        (await host.Get<ISubscriptions>().FindAsync(subscription.Id, CancellationToken.None))!;
}
