using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Recovery;

/// <summary>Promises 1, 3 and 4: whatever call a host dies at, another one finishes.</summary>
[Collection(EmulatorFixture.LongCollection)]
public sealed class KillTests(EmulatorFixture emulators)
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");

    [SkippableFact]
    public Task A_host_killed_at_any_call_loses_nothing_and_delivers_nothing_twice() => KillEverywhereAsync(new Scenario
    {
        Articles = 1,
        LeastCalls = 20,
        PrepareAsync = host => Task.CompletedTask,
        Subscribe = one => one,
        RunAsync = async host =>
        {
            await host.DrainAsync();
            await host.SendDigestsAsync();
        },
    });

    [SkippableFact]
    public Task A_host_killed_while_it_alerts_holds_and_rounds_up_loses_nothing_and_delivers_nothing_twice() => KillEverywhereAsync(new Scenario
    {
        Articles = 2,
        LeastCalls = 50,
        PrepareAsync = host => host.PrepareAsync(),
        Subscribe = one => one with { Alerts = new AlertPolicy { AtMostAnHour = 1, TimeZone = "UTC" } },
        RunAsync = async host =>
        {
            await host.DrainAsync();
            await RoundUpAsync(host);
            await host.SendDigestsAsync();
        },
    });

    [SkippableFact]
    public Task A_host_killed_while_quiet_hours_end_loses_nothing_and_delivers_nothing_twice() => KillEverywhereAsync(new Scenario
    {
        Articles = 2,
        LeastCalls = 30,
        PrepareAsync = host => host.PrepareAsync(),
        Subscribe = one => one with { Schedule = null, Alerts = new AlertPolicy { TimeZone = "UTC" }, Quiet = QuietNow(one.Created) },
        RunAsync = async host =>
        {
            await host.DrainAsync();
            await RoundUpAsync(host);
        },
    });

    /// <summary>The same again and again, a host killed one call later each time, until one comes to its end.</summary>
    private async Task KillEverywhereAsync(Scenario scenario)
    {
        var calls = 0;
        var done = false;
        while (!done)
        {
            var round = await Task.WhenAll(Enumerable.Range(calls, 6).Select(call => RunAsync(scenario, new KillSwitch(call))));
            done = round.Any(killed => !killed);
            calls += round.Length;
        }

        Assert.True(calls > scenario.LeastCalls, $"Only {calls} calls were tried: the switch is not where the calls are.");
    }

    /// <summary>Some articles for one reader, one kill. False where the host had finished before it came.</summary>
    private async Task<bool> RunAsync(Scenario scenario, KillSwitch killSwitch)
    {
        var reader = new RecordingChannel();
        await using var setup = await TestPipeline.StartAsync(emulators);
        await setup.SubscribeAsync(Reader, with: scenario.Subscribe);
        for (var i = 1; i <= scenario.Articles; i++)
        {
            await setup.DropAsync($"berth-{i}.txt", Texts.Article(i));
        }

        await scenario.PrepareAsync(setup);
        await using (var doomed = setup.AnotherHost(emulators, services =>
        {
            services.ReplaceChannels(reader);
            killSwitch.Wrap(services);
        }))
        {
            await Record.ExceptionAsync(() => scenario.RunAsync(doomed));
        }

        await using var survivor = setup.AnotherHost(emulators, services => services.ReplaceChannels(reader));

        // Within the hour: an alert that is found only days later has expired.
        await RoundUpAsync(survivor);
        for (var round = 0; round < 4; round++)
        {
            await survivor.DrainAsync();
            await survivor.SendDigestsAsync();
            await survivor.Get<Sweeper>().SweepAsync(CancellationToken.None);
        }

        await survivor.DrainAsync();
        await AssertAllEndedWellAsync(survivor, reader, scenario.Articles, killSwitch);
        return killSwitch.HasKilled;
    }

    private static async Task AssertAllEndedWellAsync(TestPipeline pipeline, RecordingChannel reader, int articles, KillSwitch killSwitch)
    {
        var at = killSwitch.KilledAt ?? "never";
        var archived = await pipeline.Get<IArchive>().LatestAsync(DateTimeOffset.MinValue.AddYears(2020), CancellationToken.None).ToListAsync();
        Assert.Equal(articles, archived.Count);
        var lostAnswer = at.Contains("SendAsync", StringComparison.Ordinal) || at.Contains("IDeliveries.TryChangeAsync", StringComparison.Ordinal);
        foreach (var article in archived)
        {
            var digests = reader.Accepted.Where(digest => digest.Items.Any(item => item.ArticleId == article.ArticleId)).Select(digest => digest.Id).ToList();
            Assert.True(digests.Distinct().Count() == 1, $"Killed {at}: an article is in {digests.Distinct().Count()} digests.");
            Assert.True(digests.Count == 1 || lostAnswer, $"Killed {at}: a digest came {digests.Count} times.");
        }

        var inbox = await pipeline.Get<ISubscriptions>().ListAsync(CancellationToken.None).Select(one => one.Id).SingleAsync();
        Assert.Empty(await pipeline.Get<IInboxes>().ListPendingAsync(inbox, DateTimeOffset.MaxValue, 10, CancellationToken.None));
        Assert.Empty(await pipeline.Get<IInboxes>().ListHeldAsync(inbox, 10, CancellationToken.None));
        Assert.True(await pipeline.Get<IInboxes>().FindFreezeAsync(inbox, CancellationToken.None) is null, $"Killed {at}: a freeze is left.");
        Assert.True(await pipeline.CountRowsAsync(Tables.Open) == 0, $"Killed {at}: work is left open.");
        Assert.True((await pipeline.ListBlobsAsync(Containers.Articles)).Count == 0, $"Killed {at}: the original is left in the inbox.");
        Assert.True((await pipeline.ListBlobsAsync(Containers.Originals)).Count == articles, $"Killed {at}: an original is not kept.");
        Assert.True(await pipeline.CountRowsAsync(Tables.Failures) == 0, $"Killed {at}: a failure is listed.");
    }

    /// <summary>Past the end of the hour, or of quiet hours, and until Sweep looks: delayed messages sleep in real time.</summary>
    private static async Task RoundUpAsync(TestPipeline host)
    {
        host.Time.Advance(TimeSpan.FromMinutes(70));
        await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        await host.DrainAsync();
    }

    /// <summary>An hour of quiet around an instant.</summary>
    private static QuietHours QuietNow(DateTimeOffset instant) => new()
    {
        TimeZone = "UTC",
        Windows = [new QuietWindow(Enum.GetValues<DayOfWeek>(), TimeOnly.FromDateTime(instant.UtcDateTime.AddMinutes(-30)), TimeOnly.FromDateTime(instant.UtcDateTime.AddMinutes(30)))],
    };

    /// <summary>What a host does until it is killed.</summary>
    private sealed record Scenario
    {
        public required int Articles { get; init; }

        /// <summary>How many calls there are at least.</summary>
        public required int LeastCalls { get; init; }

        /// <summary>What has happened before, in a host that lives.</summary>
        public required Func<TestPipeline, Task> PrepareAsync { get; init; }

        public required Func<Subscription, Subscription> Subscribe { get; init; }

        public required Func<TestPipeline, Task> RunAsync { get; init; }
    }
}
