using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>What a delivery can be relied on for: takeover, retries, expiry, and being sent again by hand.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class GuaranteeTests(EmulatorFixture emulators)
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");
    private static readonly SendOutcome Away = new SendOutcome.Deferred("451 try later");

    [SkippableFact]
    public async Task A_host_killed_while_sending_is_relieved_within_two_minutes_of_its_lease_s_end_under_the_same_id()
    {
        var (host, reader, subscription, request) = await StartAsync();
        await using var _h = host;
        var killSwitch = new KillSwitch("IDeliveryChannel.SendAsync");
        await using (var doomed = host.AnotherHost(emulators, services =>
        {
            services.ReplaceChannels(reader);
            killSwitch.Wrap(services);
        }))
        {
            // Its message is not seen again in this test: a killed Functions host keeps it hidden for 10 minutes.
            await Assert.ThrowsAsync<KilledException>(() => doomed.Get<DigestDeliverer>().DeliverAsync(request, CancellationToken.None));
        }

        var lease = (await LedgerAsync(host, subscription)).Until!.Value;
        await SweepAsync(host, lease - host.Time.GetUtcNow() - TimeSpan.FromSeconds(20));
        Assert.Single(reader.Accepted);

        await SweepAsync(host, TimeSpan.FromSeconds(20) + TimeSpan.FromMinutes(1));

        Assert.True(host.Time.GetUtcNow() < lease + TimeSpan.FromMinutes(2));
        Assert.Equal([request.DigestId, request.DigestId], reader.Accepted.Select(digest => digest.Id));
        Assert.Equal((DeliveryState.Sent, 2), ((await LedgerAsync(host, subscription)).State, (await LedgerAsync(host, subscription)).Attempts));
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task Nine_waits_with_jitter_then_failed_listed_and_sent_again_by_hand_under_the_same_id()
    {
        var (host, reader, subscription, request) = await StartAsync();
        await using var _h = host;
        TimeSpan[] waits =
        [
            TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
            TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
        ];
        reader.Answer([.. Enumerable.Repeat(Away, waits.Length + 1)]);

        foreach (var wait in waits)
        {
            var before = host.Time.GetUtcNow();
            await DeliverAsync(host, request);
            var delivery = await LedgerAsync(host, subscription);
            Assert.Equal(DeliveryState.Pending, delivery.State);
            Assert.InRange(delivery.Until!.Value - before, wait, (wait * 1.1) + TimeSpan.FromSeconds(30));
            host.Time.Advance(delivery.Until.Value - host.Time.GetUtcNow());
        }

        await DeliverAsync(host, request);
        var failed = await LedgerAsync(host, subscription);
        Assert.Equal((DeliveryState.Failed, 10, 10), (failed.State, failed.Attempts, failed.History.Attempts.Count));
        Assert.Equal(Standing.Active, (await host.Get<ISubscriptions>().FindAsync(subscription.Id, CancellationToken.None))!.Standing);
        var failure = Assert.Single(await FailuresAsync(host));
        Assert.Contains($"newsalerts deliveries retry {request.DigestId}", failure.Remedy, StringComparison.Ordinal);

        Assert.Equal(new RetryOutcome.Started(DeliveryState.Failed), await RetryAsync(host, request.DigestId));
        await host.DrainAsync();

        Assert.Equal(request.DigestId, Assert.Single(reader.Accepted).Id);
        Assert.Equal((DeliveryState.Sent, 1), ((await LedgerAsync(host, subscription)).State, (await LedgerAsync(host, subscription)).Attempts));
        Assert.Empty(await FailuresAsync(host));
    }

    [SkippableFact]
    public async Task What_has_arrived_is_repeated_only_when_that_is_what_is_asked_for()
    {
        var (host, reader, _, request) = await StartAsync();
        await using var _h = host;
        await DeliverAsync(host, request);

        Assert.IsType<RetryOutcome.Arrived>(await RetryAsync(host, request.DigestId));
        await host.DrainAsync();
        Assert.Single(reader.Accepted);

        Assert.Equal(new RetryOutcome.Started(DeliveryState.Sent), await RetryAsync(host, request.DigestId, again: true));
        await host.DrainAsync();
        Assert.Equal([request.DigestId, request.DigestId], reader.Accepted.Select(digest => digest.Id));
    }

    [SkippableFact]
    public async Task A_retry_of_what_waits_sends_it_now_and_the_scheduled_message_changes_nothing()
    {
        var (host, reader, subscription, request) = await StartAsync();
        await using var _h = host;
        reader.Answer(Away);
        await DeliverAsync(host, request);

        await RetryAsync(host, request.DigestId);
        await host.DrainAsync();
        await DeliverAsync(host, request);

        Assert.Single(reader.Accepted);
        Assert.Equal(DeliveryState.Sent, (await LedgerAsync(host, subscription)).State);
    }

    [SkippableFact]
    public async Task Nobody_retries_what_is_being_sent_is_not_there_or_has_no_reader_left()
    {
        var (host, _, subscription, request) = await StartAsync();
        await using var _h = host;
        Assert.IsType<RetryOutcome.Unknown>(await RetryAsync(host, DigestId.Of(subscription.Id, DateTimeOffset.UnixEpoch)));

        await DeliverAsync(host, request);
        var sent = await LedgerAsync(host, subscription);
        var sending = await host.Get<IDeliveries>().TryChangeAsync(
            sent with { State = DeliveryState.Sending, Until = host.Time.GetUtcNow().AddMinutes(1) }, CancellationToken.None);
        Assert.IsType<RetryOutcome.UnderWay>(await RetryAsync(host, request.DigestId));

        await host.Get<IDeliveries>().TryChangeAsync(sending! with { State = DeliveryState.Failed, Until = null }, CancellationToken.None);
        await host.Get<ISubscriptions>().RemoveAsync(subscription.Id, host.Time.GetUtcNow(), CancellationToken.None);
        Assert.IsType<RetryOutcome.SubscriptionRemoved>(await RetryAsync(host, request.DigestId));
    }

    [SkippableFact]
    public async Task A_digest_that_is_too_old_is_listed_and_not_sent_until_somebody_wants_it()
    {
        var (host, reader, subscription, request) = await StartAsync();
        await using var _h = host;
        reader.Answer(Away);
        await DeliverAsync(host, request);
        host.Time.Advance(TimeSpan.FromDays(7));

        await DeliverAsync(host, request);

        Assert.Empty(reader.Accepted);
        Assert.Equal(DeliveryState.Expired, (await LedgerAsync(host, subscription)).State);
        var failure = Assert.Single(await FailuresAsync(host));
        Assert.Equal(DeliveryEnds.Expired, failure.Reason);
        Assert.Contains("451 try later", failure.Detail, StringComparison.Ordinal);

        await RetryAsync(host, request.DigestId);
        await host.DrainAsync();
        Assert.Equal(request.DigestId, Assert.Single(reader.Accepted).Id);
    }

    [SkippableFact]
    public async Task A_wait_beyond_the_digest_s_life_is_not_waited_for()
    {
        var (host, reader, subscription, request) = await StartAsync(("Deliver:DigestLifetime", "00:10:00"));
        await using var _h = host;
        reader.Answer(new SendOutcome.Deferred("429 slow down", TimeSpan.FromHours(3)));

        await DeliverAsync(host, request);

        Assert.Equal(DeliveryState.Expired, (await LedgerAsync(host, subscription)).State);
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task A_turn_that_was_not_had_counts_as_no_attempt()
    {
        var (host, reader, subscription, request) = await StartAsync();
        await using var _h = host;
        reader.Answer(new SendOutcome.NotTried());

        await DeliverAsync(host, request);

        var waiting = await LedgerAsync(host, subscription);
        Assert.Equal((DeliveryState.Pending, 0, 0), (waiting.State, waiting.Attempts, waiting.History.Attempts.Count));
        Assert.InRange(waiting.Until!.Value - host.Time.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        host.Time.Advance(TimeSpan.FromSeconds(10));
        await DeliverAsync(host, request);
        Assert.Single(reader.Accepted);
    }

    /// <summary>A reader with one article pending, and the message for its digest, taken from the queue.</summary>
    private async Task<(TestPipeline Host, RecordingChannel Reader, Subscription Subscription, DeliverRequest Request)> StartAsync(params (string, string)[] settings)
    {
        var reader = new RecordingChannel();
        await using var setup = await TestPipeline.StartAsync(emulators);
        var host = setup.AnotherHost(emulators, services => services.ReplaceChannels(reader), settings);
        var subscription = await host.SubscribeAsync(Reader);
        await host.DropAsync("berth.txt", Texts.Article(1));
        await host.DrainAsync();
        host.Time.Advance(TimeSpan.FromHours(25));
        await host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        var request = Assert.IsType<DeliverRequest>(Assert.Single(await host.TakeAsync(Queues.Deliver)));
        return (host, reader, subscription, request);
    }

    private static Task DeliverAsync(TestPipeline host, DeliverRequest request) =>
        host.Get<DigestDeliverer>().DeliverAsync(request, CancellationToken.None);

    private static Task<RetryOutcome> RetryAsync(TestPipeline host, DigestId id, bool again = false) =>
        host.Get<DeliveryRetry>().RetryAsync(id, again, CancellationToken.None);

    private static async Task<Delivery> LedgerAsync(TestPipeline host, Subscription subscription) =>
        await host.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).SingleAsync();

    private static async Task<IReadOnlyList<Failure>> FailuresAsync(TestPipeline host) =>
        await host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync();

    private static async Task SweepAsync(TestPipeline host, TimeSpan after)
    {
        host.Time.Advance(after);
        await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        await host.DrainAsync();
    }
}
