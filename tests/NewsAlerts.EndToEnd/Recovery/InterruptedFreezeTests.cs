using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Recovery;

/// <summary>A freeze that a host died over, finished by one that has the message of another digest.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class InterruptedFreezeTests(EmulatorFixture emulators)
{
    [SkippableFact]
    public async Task Its_digest_is_looked_at_by_Sweep_as_one_of_which_no_message_waits()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var interrupted = await InterruptAsync(host);
        await host.Get<Handover>().FinishAsync(interrupted, CancellationToken.None);

        await FinishWithAnotherAsync(host, interrupted);

        var open = await host.Get<IOpenWork>().FindAsync(interrupted, CancellationToken.None);
        Assert.Null(open!.Queued);
        Assert.True(open.NextCheck <= host.Time.GetUtcNow() + new SweepOptions().FirstCheck);
        Assert.Equal(DeliveryState.Pending, (await host.Get<IDeliveries>().FindAsync(interrupted.DigestId, CancellationToken.None))!.State);
    }

    [SkippableFact]
    public async Task What_is_noted_about_its_digest_stays_as_it_is()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var interrupted = await InterruptAsync(host);
        await host.Get<Handover>().WatchAsync(interrupted, host.Time.GetUtcNow().AddHours(3), CancellationToken.None);
        var before = await host.Get<IOpenWork>().FindAsync(interrupted, CancellationToken.None);

        await FinishWithAnotherAsync(host, interrupted);

        Assert.Equal(before, await host.Get<IOpenWork>().FindAsync(interrupted, CancellationToken.None));
    }

    /// <summary>A host that dies right after it began to freeze a subscription's digest.</summary>
    private async Task<DeliverRequest> InterruptAsync(TestPipeline host)
    {
        await host.SubscribeAsync(new Channel.Email("reader@example.com"));
        await host.DropAsync("1.txt", Texts.Article(1));
        await host.DrainAsync();
        host.Time.Advance(TimeSpan.FromHours(25));
        await host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        var request = (DeliverRequest)Assert.Single(await host.TakeAsync(Queues.Deliver));
        await using var doomed = host.AnotherHost(emulators, new KillSwitch("IInboxes.TryBeginFreezeAsync").Wrap);
        await Assert.ThrowsAsync<KilledException>(() => doomed.Get<DigestDeliverer>().DeliverAsync(request, CancellationToken.None));
        return request;
    }

    private static async Task FinishWithAnotherAsync(TestPipeline host, DeliverRequest interrupted)
    {
        var subscription = interrupted.DigestId.SubscriptionId;
        await host.DropAsync("2.txt", Texts.Article(2));
        await host.DrainAsync();
        await host.Get<DigestDeliverer>().DeliverAsync(new DeliverRequest(DigestId.Of(subscription, host.Time.GetUtcNow())), CancellationToken.None);
        Assert.Null(await host.Get<IInboxes>().FindFreezeAsync(subscription, CancellationToken.None));
    }
}
