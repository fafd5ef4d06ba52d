using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>Quiet hours and pauses: nothing is sent in them, and nothing is lost or repeated after them.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class HoldTests(EmulatorFixture emulators) : IAsyncLifetime
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");
    private static readonly AlertPolicy Alerts = new() { TimeZone = "UTC" };

    private readonly RecordingChannel _reader = new();
    private TestPipeline? _host;
    private int _dropped;

    private TestPipeline Host => _host!;

    public async Task InitializeAsync()
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        _host = setup.AnotherHost(emulators, services => services.ReplaceChannels(_reader));
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    [SkippableFact]
    public async Task Alerts_of_quiet_hours_come_in_one_round_up_when_they_end()
    {
        await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts, Quiet = QuietFor(hours: 3) });

        await DropAsync(2);
        await PassAsync(TimeSpan.FromHours(1));
        await DropAsync(1);
        Assert.Empty(_reader.Accepted);

        await PassAsync(TimeSpan.FromHours(2.2));
        var roundUp = Assert.Single(_reader.Accepted);
        Assert.Equal((DigestKind.RoundUp, 3), (roundUp.Id.Kind, roundUp.Items.Count));

        await DropAsync(1);
        Assert.Equal(DigestKind.Alert, _reader.Accepted.Last().Id.Kind);
        await AssertEachArticleCameOnceAsync(4);
    }

    [SkippableFact]
    public async Task Alerts_of_quiet_hours_wait_for_the_digest_where_the_subscription_says_so()
    {
        await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts, Quiet = QuietFor(hours: 3) with { Policy = HeldArticles.Digest } });

        await DropAsync(2);
        await Host.SendDigestsAsync();
        await PassAsync(TimeSpan.FromHours(4));

        Assert.Equal((DigestKind.Digest, 2), (Assert.Single(_reader.Accepted).Id.Kind, _reader.Accepted.Single().Items.Count));
        await AssertEachArticleCameOnceAsync(2);
    }

    [SkippableFact]
    public async Task A_round_up_goes_out_once_when_its_quiet_hours_end_before_they_were_to()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts with { AtMostAnHour = 5 }, Quiet = QuietFor(hours: 3) });
        await DropAsync(2);
        var allowance = await Host.Get<IInboxes>().ReadAllowanceAsync(subscription.Id, CancellationToken.None);

        await ChangeAsync(subscription, one => one with { Quiet = null });
        await Host.Get<Handover>().SendAsync(new DeliverRequest(allowance.RoundUpOf(subscription.Id)!.Value), CancellationToken.None);
        await Host.DrainAsync();

        var roundUp = Assert.Single(_reader.Accepted);
        Assert.Equal((DigestKind.RoundUp, 2), (roundUp.Id.Kind, roundUp.Items.Count));
        Assert.Equal(roundUp.Frozen, roundUp.Time);
        await PassAsync(TimeSpan.FromHours(4));
        await AssertEachArticleCameOnceAsync(2);
    }

    [SkippableFact]
    public async Task A_round_up_whose_message_comes_early_waits_for_room()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts with { AtMostAnHour = 1 } });
        await DropAsync(2);
        var allowance = await Host.Get<IInboxes>().ReadAllowanceAsync(subscription.Id, CancellationToken.None);

        await Host.Get<Handover>().SendAsync(new DeliverRequest(allowance.RoundUpOf(subscription.Id)!.Value), CancellationToken.None);
        await Host.DrainAsync();
        Assert.Equal(DigestKind.Alert, Assert.Single(_reader.Accepted).Id.Kind);

        await PassAsync(TimeSpan.FromMinutes(70));
        await AssertEachArticleCameOnceAsync(2);
    }

    [SkippableFact]
    public async Task A_digest_that_could_not_be_sent_before_quiet_hours_is_sent_after_them()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts });
        _reader.Answer(new SendOutcome.Deferred("451 try later"));
        await DropAsync(1);
        Assert.Equal(1, _reader.Calls);

        await ChangeAsync(subscription, one => one with { Quiet = QuietFor(hours: 3) });
        await PassAsync(TimeSpan.FromHours(1));
        await PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(1, _reader.Calls);

        await PassAsync(TimeSpan.FromHours(1.2));
        Assert.Equal((2, 1), (_reader.Calls, _reader.Accepted.Count));
        await AssertEachArticleCameOnceAsync(1);
    }

    [SkippableFact]
    public async Task What_is_matched_during_a_pause_is_in_the_first_digest_after_it()
    {
        await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts, Pause = new Pause(one.Created, one.Created.AddDays(3)) });

        await DropAsync(2);
        await Host.SendDigestsAsync();
        await DropAsync(1);
        await Host.SendDigestsAsync();
        Assert.Empty(_reader.Accepted);

        await Host.SendDigestsAsync();
        await Host.SendDigestsAsync();
        Assert.Equal((DigestKind.Digest, 3), (Assert.Single(_reader.Accepted).Id.Kind, _reader.Accepted.Single().Items.Count));
        await AssertEachArticleCameOnceAsync(3);
    }

    [SkippableFact]
    public async Task A_digest_that_is_due_when_a_pause_begins_is_not_sent_and_its_articles_are_in_the_next()
    {
        var subscription = await Host.SubscribeAsync(Reader);
        await DropAsync(1);
        Host.Time.Advance(TimeSpan.FromHours(25));
        await Host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);

        await ChangeAsync(subscription, one => one with { Pause = new Pause(one.Created) });
        await PassAsync(TimeSpan.FromDays(2));
        Assert.Empty(_reader.Accepted);

        await ChangeAsync(subscription, one => one with { Pause = null });
        await Host.SendDigestsAsync();
        await AssertEachArticleCameOnceAsync(1);
    }

    [SkippableFact]
    public async Task What_a_pause_keeps_back_for_longer_than_it_would_live_is_sent_after_it()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts });
        _reader.Answer(new SendOutcome.Deferred("451 try later"));
        await DropAsync(1);
        Assert.Equal(1, _reader.Calls);

        // An alert lives a day.
        await ChangeAsync(subscription, one => one with { Pause = new Pause(one.Created) });
        for (var day = 0; day < 4; day++)
        {
            await PassAsync(TimeSpan.FromDays(1));
        }

        Assert.Equal(1, _reader.Calls);
        await ChangeAsync(subscription, one => one with { Pause = null });
        await PassAsync(InboxPlacement.LookAgain + TimeSpan.FromMinutes(10));

        Assert.Equal(DigestKind.Alert, Assert.Single(_reader.Accepted).Id.Kind);
        Assert.True((await Host.Get<IDeliveries>().FindAsync(_reader.Accepted.Single().Id, CancellationToken.None))!.Held > TimeSpan.FromDays(3));
        await AssertEachArticleCameOnceAsync(1);
    }

    [SkippableFact]
    public async Task An_alert_that_an_endless_pause_overtook_comes_as_soon_as_that_is_ended()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts });
        await Host.DropAsync("1.txt", Texts.Article(1));
        await Host.PrepareAsync();
        foreach (var request in await Host.TakeAsync(Queues.Route))
        {
            await Host.Get<ArticleRouter>().RouteAsync((RouteRequest)request, CancellationToken.None);
        }

        await ChangeAsync(subscription, one => one with { Pause = new Pause(one.Created) });
        await Host.DrainAsync();
        Assert.Equal(0, _reader.Calls);

        Assert.Equal(1, (await Host.Get<SubscriptionPause>().ResumeAsync(subscription.Id, PausedBy.Operator, CancellationToken.None))!.Started);
        await Host.DrainAsync();
        Assert.Equal(DigestKind.Alert, Assert.Single(_reader.Accepted).Id.Kind);
        await AssertEachArticleCameOnceAsync(1);
    }

    [SkippableFact]
    public async Task What_an_endless_pause_held_comes_in_a_round_up_within_hours_of_its_end()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Schedule = null, Alerts = Alerts, Pause = new Pause(one.Created) });
        await DropAsync(2);
        for (var day = 0; day < 3; day++)
        {
            await PassAsync(TimeSpan.FromDays(1));
        }

        await DropAsync(1);
        Assert.Empty(_reader.Accepted);

        await ChangeAsync(subscription, one => one with { Pause = null });
        await PassAsync(InboxPlacement.LookAgain + TimeSpan.FromMinutes(10));
        Assert.Equal((DigestKind.RoundUp, 3), (Assert.Single(_reader.Accepted).Id.Kind, _reader.Accepted.Single().Items.Count));
        await AssertEachArticleCameOnceAsync(3);
    }

    [SkippableFact]
    public async Task What_a_pause_held_comes_at_once_when_its_reader_ends_it()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Schedule = null, Alerts = Alerts });
        _reader.Answer(new SendOutcome.Deferred("451 try later"));
        await DropAsync(1);
        await Host.Get<SubscriptionPause>().PauseAsync(subscription.Id, CancellationToken.None);
        await PassAsync(TimeSpan.FromHours(1));
        await DropAsync(2);
        Assert.Empty(_reader.Accepted);

        for (var presses = 0; presses < 2; presses++)
        {
            await Host.Get<SubscriptionPause>().ResumeAsync(subscription.Id, PausedBy.Reader, CancellationToken.None);
            await Host.DrainAsync();
        }

        Assert.Equal([DigestKind.Alert, DigestKind.RoundUp], _reader.Accepted.Select(digest => digest.Id.Kind).Order());
        await AssertEachArticleCameOnceAsync(3);
    }

    [SkippableFact]
    public async Task What_is_held_for_a_subscription_that_is_disabled_does_not_come_with_what_is_held_after_it_is_enabled()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Schedule = null, Alerts = Alerts, Quiet = QuietFor(hours: 3) });
        await DropAsync(1);
        await ChangeAsync(subscription, one => one with { Standing = Standing.Disabled });
        await PassAsync(TimeSpan.FromHours(4));
        Assert.Equal(DeliveryState.Cancelled, (await Host.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).SingleAsync()).State);

        await ChangeAsync(subscription, one => one with { Standing = Standing.Active, Quiet = QuietFor(hours: 3) });
        await DropAsync(1);
        await PassAsync(TimeSpan.FromHours(4));

        Assert.Single(Assert.Single(_reader.Accepted).Items);
        Assert.Equal(0, await Host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task An_article_in_another_language_leaves_no_trace()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Languages = ["de"] });

        await DropAsync(1);

        Assert.Empty(await Host.Get<IInboxes>().ListPendingAsync(subscription.Id, DateTimeOffset.MaxValue, 10, CancellationToken.None));
        Assert.Equal(0, await Host.CountRowsAsync(Tables.Inboxes));
    }

    [SkippableFact]
    public async Task A_subscriptions_own_limit_shows_the_latest_and_counts_the_rest()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { MaxItems = 2 });
        await DropAsync(5);
        var pending = await Host.Get<IInboxes>().ListPendingAsync(subscription.Id, DateTimeOffset.MaxValue, 10, CancellationToken.None);

        await Host.SendDigestsAsync();

        var digest = Assert.Single(_reader.Accepted);
        Assert.Equal(pending.TakeLast(2).Select(item => item.ArticleId), digest.Items.Select(item => item.ArticleId));
        Assert.Equal(pending.Take(3).Select(item => item.ArticleId), digest.Rest!.Titles.Select(title => title.ArticleId));
        var left = await Host.Get<IInboxes>().ListAsync(subscription.Id, subscription.Created, CancellationToken.None).CountAsync(entry => entry.LeftOut);
        Assert.Equal(3, left);
    }

    /// <summary>From some minutes ago for so many hours, once.</summary>
    private QuietHours QuietFor(double hours)
    {
        var (from, to) = (Host.Time.GetUtcNow().AddMinutes(-5), Host.Time.GetUtcNow().AddHours(hours));
        return new QuietHours
        {
            TimeZone = "UTC",
            Windows = [new QuietWindow([from.DayOfWeek], TimeOnly.FromDateTime(from.UtcDateTime), TimeOnly.FromDateTime(to.UtcDateTime))],
        };
    }

    private async Task ChangeAsync(Subscription subscription, Func<Subscription, Subscription> change) => await Host.Get<ISubscriptions>().ChangeAsync(
        subscription.Id, change, (changed, _) => changed.NextDueAfter(Host.Time.GetUtcNow()), CancellationToken.None);

    private async Task DropAsync(int articles)
    {
        for (var i = 0; i < articles; i++)
        {
            _dropped++;
            await Host.DropAsync($"{_dropped}.txt", Texts.Article(_dropped));
            await Host.DrainAsync();
        }
    }

    /// <summary>Lets time pass, and the timers run. Delayed messages sleep in real time, so what they ask for is done by Sweep, some minutes later.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        Host.Time.Advance(time);
        await Host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        await Host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        await Host.DrainAsync();
    }

    private async Task AssertEachArticleCameOnceAsync(int articles)
    {
        var came = _reader.Accepted.SelectMany(digest => digest.Items).Select(item => item.ArticleId).ToList();
        Assert.Equal((articles, articles), (came.Count, came.Distinct().Count()));
        Assert.Equal(0, await Host.CountRowsAsync(Tables.Open));
        Assert.Empty(await Host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
    }
}
