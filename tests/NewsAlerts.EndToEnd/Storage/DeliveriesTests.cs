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

        Assert.True(await ledger.TryAddAsync(delivery, CancellationToken.None));
        Assert.False(await ledger.TryAddAsync(delivery with { Items = 9 }, CancellationToken.None));

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
