using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>The ledger, and what becomes of a digest when its receiver, or the host, does not do as expected.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class DeliveryTests(EmulatorFixture emulators)
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");

    [SkippableFact]
    public async Task Nothing_pending_is_no_digest()
    {
        var (host, reader, _) = await StartAsync(articles: 0);
        await using var _h = host;

        await host.SendDigestsAsync();

        Assert.Empty(reader.Accepted);
        Assert.Equal(0, await host.CountRowsAsync(Tables.Deliveries));
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task A_repeated_message_sends_nothing_a_second_time()
    {
        var (host, reader, subscription) = await StartAsync(articles: 2);
        await using var _h = host;
        await host.SendDigestsAsync();
        var digest = Assert.Single(reader.Accepted);

        await host.Get<DigestDeliverer>().DeliverAsync(new DeliverRequest(digest.Id), CancellationToken.None);
        await host.SendDigestsAsync();

        Assert.Single(reader.Accepted);
        Assert.Equal(DeliveryState.Sent, (await LedgerAsync(host, subscription)).State);
    }

    [SkippableFact]
    public async Task What_is_matched_after_the_due_time_waits_for_the_next_digest()
    {
        var (host, reader, _) = await StartAsync(articles: 1);
        await using var _h = host;
        await host.SendDigestsAsync();
        var first = Assert.Single(reader.Accepted);
        await host.DropAsync("late.txt", Texts.Article(99));
        await host.DrainAsync();

        // The same due time again, now with something pending that came later.
        await host.Get<DigestDeliverer>().DeliverAsync(new DeliverRequest(first.Id), CancellationToken.None);
        Assert.Single(reader.Accepted);

        await host.SendDigestsAsync();
        Assert.Equal(2, reader.Accepted.Count);
        Assert.Empty(first.Items.IntersectBy(reader.Accepted.Last().Items.Select(item => item.ArticleId), item => item.ArticleId));
    }

    [SkippableFact]
    public async Task A_receiver_that_is_away_gets_the_same_digest_later()
    {
        var (host, reader, subscription) = await StartAsync(articles: 1);
        await using var _h = host;
        reader.Answer(new SendOutcome.Deferred("451 try later"), new SendOutcome.Deferred("451 try later"));

        await host.SendDigestsAsync();
        var waiting = await LedgerAsync(host, subscription);
        Assert.Equal((DeliveryState.Pending, 1, "451 try later"), (waiting.State, waiting.Attempts, waiting.LastError));
        Assert.True(waiting.Until > host.Time.GetUtcNow());

        await SweepThroughAsync(host, rounds: 3);

        Assert.Single(reader.Accepted);
        Assert.Equal((DeliveryState.Sent, 3), ((await LedgerAsync(host, subscription)).State, reader.Calls));
    }

    [SkippableFact]
    public async Task A_receiver_that_stays_away_becomes_a_listed_failure()
    {
        var (host, reader, subscription) = await StartAsync(articles: 1, ("Deliver:RetryDelays:0", "00:00:01"), ("Deliver:RetryDelays:1", "00:00:01"));
        await using var _h = host;
        reader.Answer([.. Enumerable.Repeat(new SendOutcome.Deferred("connection refused"), 9)]);

        await host.SendDigestsAsync();
        await SweepThroughAsync(host, rounds: 4);

        Assert.Equal(3, reader.Calls);
        Assert.Equal(DeliveryState.Failed, (await LedgerAsync(host, subscription)).State);
        var failure = Assert.Single(await host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
        Assert.Contains("connection refused", failure.Detail, StringComparison.Ordinal);
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task A_digest_that_kills_every_host_is_given_up_in_the_end()
    {
        var (host, reader, subscription) = await StartAsync(articles: 1, ("Deliver:RetryDelays:0", "00:00:01"), ("Deliver:RetryDelays:1", "00:00:01"));
        await using var _h = host;
        await host.SendDigestsAsync();
        var sent = await LedgerAsync(host, subscription);
        await host.Get<IDeliveries>().TryChangeAsync(
            sent with { State = DeliveryState.Sending, Attempts = 3, Owner = "dead", Until = host.Time.GetUtcNow().AddMinutes(-1) }, CancellationToken.None);

        await host.Get<DigestDeliverer>().DeliverAsync(new DeliverRequest(sent.DigestId), CancellationToken.None);

        Assert.Equal(1, reader.Calls);
        Assert.Equal(DeliveryState.Failed, (await LedgerAsync(host, subscription)).State);
        Assert.Single(await host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
    }

    [SkippableFact]
    public async Task A_refused_digest_is_a_failure_at_once_and_holds_up_nobody_else()
    {
        var (host, reader, subscription) = await StartAsync(articles: 1);
        await using var _h = host;
        await host.SubscribeAsync(Reader, "Another reader");
        await host.DropAsync("second.txt", Texts.Article(7));
        await host.DrainAsync();
        reader.Answer(new SendOutcome.Refused("550 no such mailbox"));

        await host.SendDigestsAsync();

        var states = await host.Get<IDeliveries>().ListAsync(null, CancellationToken.None).Select(delivery => delivery.State).ToListAsync();
        Assert.Equal([DeliveryState.Failed, DeliveryState.Sent], states.Order().Reverse());
        Assert.Single(reader.Accepted);
        Assert.NotNull(subscription);
    }

    [SkippableFact]
    public async Task A_removed_subscription_gets_nothing_more_and_its_inbox_goes()
    {
        var (host, reader, subscription) = await StartAsync(articles: 1);
        await using var _h = host;
        reader.Answer(new SendOutcome.Deferred("451 try later"));
        await host.SendDigestsAsync();

        await host.Get<ISubscriptions>().RemoveAsync(subscription.Id, host.Time.GetUtcNow(), CancellationToken.None);
        await host.Get<Handover>().AnnounceAsync(new PurgeRequest(subscription.Id), CancellationToken.None);
        await SweepThroughAsync(host, rounds: 2);

        Assert.Empty(reader.Accepted);
        Assert.Equal(DeliveryState.Cancelled, (await LedgerAsync(host, subscription)).State);
        Assert.Equal(0, await host.CountRowsAsync(Tables.Inboxes));
        Assert.Null(await host.Get<ISubscriptions>().FindAsync(subscription.Id, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_purge_without_a_removal_leaves_the_inbox_alone()
    {
        var (host, _, subscription) = await StartAsync(articles: 1);
        await using var _h = host;
        await host.Get<Handover>().AnnounceAsync(new PurgeRequest(subscription.Id), CancellationToken.None);

        await SweepThroughAsync(host, rounds: 1);

        Assert.Equal(2, await host.CountRowsAsync(Tables.Inboxes));
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task Two_hosts_on_one_storage_send_one_digest()
    {
        var (host, reader, _) = await StartAsync(articles: 3);
        await using var _h = host;
        await using var other = host.AnotherHost(emulators, services => services.ReplaceChannels(reader));
        reader.WhileSending = async () => await Task.Yield();
        host.Time.Advance(TimeSpan.FromHours(25));

        await Task.WhenAll(
            host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None),
            other.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None));
        var requests = await host.TakeAsync(Queues.Deliver);
        await Task.WhenAll(requests.Concat(requests).Select((request, i) =>
            (i % 2 == 0 ? host : other).Get<DigestDeliverer>().DeliverAsync((DeliverRequest)request, CancellationToken.None)));

        Assert.Equal(3, Assert.Single(reader.Accepted).Items.Count);
    }

    [SkippableFact]
    public async Task Missed_times_are_made_up_by_one_digest()
    {
        var (host, reader, _) = await StartAsync(articles: 1);
        await using var _h = host;
        host.Time.Advance(TimeSpan.FromDays(5));

        await host.SendDigestsAsync();

        Assert.Single(reader.Accepted);
    }

    [SkippableFact]
    public async Task What_exceeds_a_digest_is_counted_and_named_in_it_and_comes_in_no_other()
    {
        var (host, reader, _) = await StartAsync(articles: 5, ("Digest:MaxItems", "3"));
        await using var _h = host;

        await host.SendDigestsAsync();
        await host.SendDigestsAsync();

        var digest = Assert.Single(reader.Accepted);
        Assert.Equal((3, 2), (digest.Items.Count, digest.Rest!.Count));
        Assert.Equal(5, digest.Items.Select(item => item.ArticleId).Union(digest.Rest.Titles.Select(title => title.ArticleId)).Count());
        Assert.Empty(await host.Get<IInboxes>().ListPendingAsync(digest.Id.SubscriptionId, DateTimeOffset.MaxValue, 10, CancellationToken.None));
    }

    private async Task<(TestPipeline Host, RecordingChannel Reader, Subscription Subscription)> StartAsync(int articles, params (string, string)[] settings)
    {
        var reader = new RecordingChannel();
        await using var setup = await TestPipeline.StartAsync(emulators);
        var host = setup.AnotherHost(emulators, services => services.ReplaceChannels(reader), settings);
        var subscription = await host.SubscribeAsync(Reader);
        for (var i = 0; i < articles; i++)
        {
            await host.DropAsync($"{i}.txt", Texts.Article(i));
        }

        await host.DrainAsync();
        return (host, reader, subscription);
    }

    private static async Task<Delivery> LedgerAsync(TestPipeline host, Subscription subscription) =>
        await host.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).SingleAsync();

    /// <summary>Lets half a day pass, and Sweep start what is waiting, so many times.</summary>
    private static async Task SweepThroughAsync(TestPipeline host, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            host.Time.Advance(TimeSpan.FromHours(12));
            await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
            await host.DrainAsync();
        }
    }
}
