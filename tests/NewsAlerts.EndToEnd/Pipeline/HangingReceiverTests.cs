using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>One bad recipient never delays the others.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class HangingReceiverTests(EmulatorFixture emulators)
{
    /// <summary>Fewer than a host has: what hangs must not take them all.</summary>
    private const int Workers = 4;

    [SkippableFact]
    public async Task Twenty_good_receivers_get_theirs_while_twenty_digests_wait_for_one_that_hangs()
    {
        const int Good = 20;
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var hanging = await WebhookReceiver.StartAsync();
        var release = new TaskCompletionSource();
        hanging.Answer = context => release.Task.WaitAsync(context.RequestAborted);
        await using var setup = await TestPipeline.StartAsync(emulators);

        // An attempt at the one that hangs lasts far longer than this test may: were a worker made to wait for it, the test would fail.
        await using var host = setup.AnotherHost(emulators, settings: [("Webhooks:HostParallelism", "2"), ("Webhooks:Timeout", "00:01:30")]);
        for (var i = 0; i < Good; i++)
        {
            await host.SubscribeAsync(hanging.At($"/{i}"));
            await host.SubscribeAsync(receiver.At($"/{i}"));
        }

        await host.DropAsync("berth.txt", Texts.Article(1));
        await host.DrainAsync();
        host.Time.Advance(TimeSpan.FromHours(25));
        await host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        var requests = (await host.TakeAsync(Queues.Deliver)).Concat(await host.TakeAsync(Queues.Deliver)).Cast<DeliverRequest>().ToList();
        Assert.Equal(2 * Good, requests.Count);

        // The worst order: those that hang first.
        var ofHanging = await SubscriptionsOfAsync(host, hanging);
        requests.Sort((one, other) => ofHanging.Contains(other.DigestId.SubscriptionId).CompareTo(ofHanging.Contains(one.DigestId.SubscriptionId)));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var working = Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = CancellationToken.None },
            async (request, stop) => await host.Get<DigestDeliverer>().DeliverAsync(request, stop));
        while (receiver.Received.Count < Good)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }

        Assert.Equal(2, hanging.Received.Count);
        Assert.False(working.IsCompleted);
        release.SetResult();
        await working;
        var ledger = await host.Get<IDeliveries>().ListAsync(null, CancellationToken.None).ToListAsync();
        Assert.All(ledger.Where(one => !ofHanging.Contains(one.DigestId.SubscriptionId)), one => Assert.Equal(DeliveryState.Sent, one.State));
        Assert.All(ledger.Where(one => ofHanging.Contains(one.DigestId.SubscriptionId)), one => Assert.True(one.State is DeliveryState.Sent or DeliveryState.Pending));
    }

    private static async Task<HashSet<SubscriptionId>> SubscriptionsOfAsync(TestPipeline host, WebhookReceiver receiver)
    {
        var authority = receiver.At("/").Destination;
        return await host.Get<ISubscriptions>().ListAsync(CancellationToken.None)
            .Where(one => one.Channel.Destination == authority)
            .Select(one => one.Id)
            .ToHashSetAsync();
    }
}
