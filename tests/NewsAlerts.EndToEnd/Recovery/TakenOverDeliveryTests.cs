using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Recovery;

/// <summary>A host is held up past its lease, and comes back to a ledger that another has written to meanwhile.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class TakenOverDeliveryTests(EmulatorFixture emulators)
{
    private readonly RecordingChannel _reader = new();

    [SkippableFact]
    public async Task Who_gives_up_what_another_has_taken_over_leaves_its_work_open_and_the_next_host_sends_it()
    {
        await using var host = await StartAsync();
        _reader.WhileSending = () => AnotherHostAsync(host, row => row with { State = DeliveryState.Sending, Owner = "another", Until = host.Time.GetUtcNow().AddMinutes(2), Attempts = 2 });
        _reader.Answer(new SendOutcome.Refused("550 no such mailbox"));

        await host.SendDigestsAsync();

        Assert.Equal((DeliveryState.Sending, "another"), ((await LedgerAsync(host)).State, (await LedgerAsync(host)).Owner));
        Assert.Equal(1, await host.CountRowsAsync(Tables.Open));

        // The other one has died over it. What it leaves is found by the row that the first one has not taken away.
        _reader.WhileSending = () => Task.CompletedTask;
        await SweepAsync(host, TimeSpan.FromMinutes(10));
        Assert.Single(_reader.Accepted);
        Assert.Equal(DeliveryState.Sent, (await LedgerAsync(host)).State);
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
        Assert.Empty(await host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
    }

    [SkippableFact]
    public async Task What_a_receiver_accepted_is_written_down_though_another_has_put_it_off_meanwhile()
    {
        await using var host = await StartAsync();
        _reader.WhileSending = () => AnotherHostAsync(host, row => row with { State = DeliveryState.Pending, Owner = null, Until = host.Time.GetUtcNow().AddMinutes(5), Attempts = 2, LastError = "451 later" });

        await host.SendDigestsAsync();
        Assert.Equal((DeliveryState.Sent, null), ((await LedgerAsync(host)).State, (await LedgerAsync(host)).LastError));

        await SweepAsync(host, TimeSpan.FromMinutes(10));
        Assert.Single(_reader.Accepted);
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task What_was_sent_on_its_way_again_by_hand_goes_though_the_attempt_before_it_succeeds_late()
    {
        await using var host = await StartAsync();
        _reader.WhileSending = async () =>
        {
            _reader.WhileSending = () => Task.CompletedTask;
            host.Time.Advance(TimeSpan.FromMinutes(3));
            Assert.IsType<RetryOutcome.Started>(await host.Get<DeliveryRetry>().RetryAsync((await LedgerAsync(host)).DigestId, again: false, CancellationToken.None));
        };

        await host.SendDigestsAsync();
        await SweepAsync(host, TimeSpan.FromMinutes(10));

        Assert.Equal(2, _reader.Accepted.Count);
        Assert.Single(_reader.Accepted.Select(digest => digest.Id).Distinct());
        Assert.Equal(DeliveryState.Sent, (await LedgerAsync(host)).State);
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
    }

    private async Task<TestPipeline> StartAsync()
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        var host = setup.AnotherHost(emulators, services => services.ReplaceChannels(_reader));
        await host.SubscribeAsync(new Channel.Email("reader@example.com"));
        await host.DropAsync("a.txt", Texts.Article(1));
        await host.DrainAsync();
        return host;
    }

    /// <summary>What another host does to the row, and to the work in Open, once the lease has ended.</summary>
    private static async Task AnotherHostAsync(TestPipeline host, Func<Delivery, Delivery> change)
    {
        host.Time.Advance(TimeSpan.FromMinutes(3));
        var changed = change(await LedgerAsync(host));
        await host.Get<Handover>().WatchAsync(new DeliverRequest(changed.DigestId), changed.Until!.Value, CancellationToken.None);
        Assert.NotNull(await host.Get<IDeliveries>().TryChangeAsync(changed, CancellationToken.None));
    }

    private static async Task SweepAsync(TestPipeline host, TimeSpan later)
    {
        host.Time.Advance(later);
        await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        await host.DrainAsync();
    }

    private static async Task<Delivery> LedgerAsync(TestPipeline host) => await host.Get<IDeliveries>().ListAsync(null, CancellationToken.None).SingleAsync();
}
