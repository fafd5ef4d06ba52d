using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Storage;

[Collection(EmulatorFixture.Collection)]
public sealed class DeliveriesTests(EmulatorFixture emulators)
{
    [SkippableFact]
    public async Task A_delivery_is_entered_once()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var ledger = pipeline.Get<IDeliveries>();
        var delivery = Pending(pipeline);

        var entered = await ledger.TryAddAsync(delivery, CancellationToken.None);
        Assert.Equal(await ledger.FindAsync(delivery.DigestId, CancellationToken.None), entered);
        Assert.Null(await ledger.TryAddAsync(delivery with { Items = 9 }, CancellationToken.None));

        Assert.Equal(delivery.Items, (await ledger.FindAsync(delivery.DigestId, CancellationToken.None))!.Items);
    }

    [SkippableFact]
    public async Task Of_two_hosts_that_read_the_same_row_one_claims_it()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var ledger = pipeline.Get<IDeliveries>();
        await ledger.TryAddAsync(Pending(pipeline), CancellationToken.None);
        var read = await ledger.FindAsync(Pending(pipeline).DigestId, CancellationToken.None);

        var one = await ledger.TryChangeAsync(read! with { State = DeliveryState.Sending, Owner = "one" }, CancellationToken.None);
        var two = await ledger.TryChangeAsync(read with { State = DeliveryState.Sending, Owner = "two" }, CancellationToken.None);

        Assert.NotNull(one);
        Assert.Null(two);
        Assert.NotNull(await ledger.TryChangeAsync(one with { State = DeliveryState.Sent }, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_host_whose_own_write_was_answered_too_late_still_has_its_claim()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var ledger = pipeline.Get<IDeliveries>();
        await ledger.TryAddAsync(Pending(pipeline), CancellationToken.None);
        var read = await ledger.FindAsync(Pending(pipeline).DigestId, CancellationToken.None);
        var claim = read! with { State = DeliveryState.Sending, Owner = "one", Until = pipeline.Time.GetUtcNow(), Attempts = 1 };
        await ledger.TryChangeAsync(claim, CancellationToken.None);

        Assert.NotNull(await ledger.TryChangeAsync(claim, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_row_comes_back_as_it_was_written()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var ledger = pipeline.Get<IDeliveries>();
        var now = pipeline.Time.GetUtcNow();
        var written = Pending(pipeline) with
        {
            State = DeliveryState.Failed,
            Attempts = 2,
            LastError = "No such mailbox.",
            History = default(DeliveryHistory).With(now, "451 later").With(now, "No such\nmailbox."),
            FailingSince = now,
            HinderedAt = now.AddHours(-1),
            Refused = Refusal.Address,
            Created = now,
            Restarted = now,
            Updated = now,
        };
        await ledger.TryAddAsync(written, CancellationToken.None);

        var read = await ledger.FindAsync(written.DigestId, CancellationToken.None);

        Assert.Equal(written, read! with { ETag = null });
        Assert.Equal([new PastAttempt(now, "451 later"), new PastAttempt(now, "No such mailbox.")], read.History.Attempts);
    }

    [SkippableFact]
    public async Task The_latest_of_all_come_first_and_one_that_was_entered_twice_comes_once()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var ledger = pipeline.Get<IDeliveries>();
        var now = pipeline.Time.GetUtcNow();
        var entered = Enumerable.Range(0, 70)
            .Select(hours => Pending(pipeline) with { DigestId = DigestId.Of(SubscriptionId.New(1), now), Created = now.AddHours(-hours), Updated = now })
            .ToList();
        foreach (var delivery in entered)
        {
            await ledger.TryAddAsync(delivery, CancellationToken.None);
        }

        await ledger.TryAddAsync(entered[3] with { Created = now.AddMinutes(1) }, CancellationToken.None);

        var latest = await ledger.ListLatestAsync(null, now.AddHours(-50), CancellationToken.None).Select(one => one.DigestId).ToListAsync();
        Assert.Equal(entered.Take(51).Select(one => one.DigestId), latest);
        Assert.Equal(
            [entered[5].DigestId],
            await ledger.ListLatestAsync(entered[5].DigestId.SubscriptionId, now.AddHours(-50), CancellationToken.None).Select(one => one.DigestId).ToListAsync());
        Assert.Empty(await ledger.ListLatestAsync(entered[60].DigestId.SubscriptionId, now.AddHours(-50), CancellationToken.None).ToListAsync());
    }

    [SkippableFact]
    public async Task What_changed_lately_says_how_its_destination_does()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var ledger = pipeline.Get<IDeliveries>();
        var now = pipeline.Time.GetUtcNow();
        var (sent, refused) = (Pending(pipeline) with { State = DeliveryState.Sent }, Pending(pipeline) with { State = DeliveryState.Failed, FailingSince = now, Refused = Refusal.Address, HinderedAt = now.AddHours(-1) });
        refused = refused with { DigestId = DigestId.Of(sent.DigestId.SubscriptionId, now) };
        await ledger.TryAddAsync(sent, CancellationToken.None);
        await ledger.TryAddAsync(refused, CancellationToken.None);
        await ledger.TryAddAsync(sent with { DigestId = DigestId.Of(sent.DigestId.SubscriptionId, now.AddDays(-40)), Updated = now.AddDays(-31) }, CancellationToken.None);

        var changed = await ledger.ListChangedAsync(sent.DigestId.SubscriptionId, now.AddDays(-30), CancellationToken.None).ToListAsync();

        Assert.Equal(
            [
                new DeliveryTrace(sent.DigestId, DeliveryState.Sent, null, null, sent.Updated),
                new DeliveryTrace(refused.DigestId, DeliveryState.Failed, now, Refusal.Address, refused.Updated, now.AddHours(-1)),
            ],
            changed.OrderBy(one => one.State));
    }

    private static Delivery Pending(TestPipeline pipeline) => new()
    {
        DigestId = DigestId.Of(SubscriptionId.Parse("00aaaaaaaaaaaaaa", null), new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero)),
        State = DeliveryState.Pending,
        Channel = "email",
        Items = 3,
        Created = pipeline.Time.GetUtcNow(),
        Updated = pipeline.Time.GetUtcNow(),
    };
}
