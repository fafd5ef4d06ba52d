using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>What is sent at once, what waits, and what a reader gets once where it waited.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class AlertTests(EmulatorFixture emulators) : IAsyncLifetime
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
    public async Task An_alert_goes_out_as_soon_as_its_article_is_routed_and_is_not_in_the_digest()
    {
        await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts });

        await DropAsync(2);
        Assert.Equal([DigestKind.Alert, DigestKind.Alert], _reader.Accepted.Select(digest => digest.Id.Kind));
        Assert.All(_reader.Accepted, alert => Assert.Equal(alert.Id.Story, Assert.Single(alert.Items).ArticleId));

        await Host.SendDigestsAsync();
        Assert.Equal(2, _reader.Accepted.Count);
        Assert.Equal(0, await Host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task An_alert_is_in_the_digest_too_where_the_subscription_says_repeat()
    {
        await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts with { Repeat = true } });

        await DropAsync(2);
        await Host.SendDigestsAsync();

        Assert.Equal([DigestKind.Alert, DigestKind.Alert, DigestKind.Digest], _reader.Accepted.Select(digest => digest.Id.Kind));
        Assert.Equal(2, _reader.Accepted.Last().Items.Count);
    }

    [SkippableFact]
    public async Task A_subscription_may_have_alerts_and_no_digest()
    {
        await Host.SubscribeAsync(Reader, with: AlertsOnly);

        await DropAsync(1);
        await Host.SendDigestsAsync();

        Assert.Equal(DigestKind.Alert, Assert.Single(_reader.Accepted).Id.Kind);
    }

    [SkippableFact]
    public async Task More_than_the_wanted_number_an_hour_come_in_one_round_up_when_there_is_room_again()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts with { AtMostAnHour = 2 } });

        await DropAsync(5);
        Assert.Equal(2, _reader.Accepted.Count);
        Assert.Equal(3, (await HeldAsync(subscription)).Count);

        await PassAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(2, _reader.Accepted.Count);

        await PassAsync(TimeSpan.FromMinutes(7));
        var roundUp = _reader.Accepted.Skip(2).Single();
        Assert.Equal((DigestKind.RoundUp, 3), (roundUp.Id.Kind, roundUp.Items.Count));
        Assert.Empty(await HeldAsync(subscription));

        // The round-up took one of the two places of this hour.
        await DropAsync(2);
        Assert.Equal(4, _reader.Accepted.Count);
        await Host.SendDigestsAsync();
        await PassAsync(TimeSpan.FromHours(1));
        AssertEachArticleCameOnce(7);
        Assert.Equal(0, await Host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task Articles_routed_at_the_same_moment_by_two_hosts_do_not_exceed_the_wanted_number()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts with { AtMostAnHour = 3 } });
        await using var other = Host.AnotherHost(emulators, services => services.ReplaceChannels(_reader));
        var articles = Enumerable.Range(0, 12).Select(i => ArticleId.Of(null, $"article {i}")).ToList();

        await Task.WhenAll(articles.Select((article, i) => (i % 2 == 0 ? Host : other).Get<InboxPlacement>()
            .PlaceAsync(subscription, new MatchedArticle(article, "en", Host.Time.GetUtcNow()), CancellationToken.None)));

        var decisions = await Host.Get<IInboxes>().ListAsync(subscription.Id, DateTimeOffset.MinValue.AddYears(2000), CancellationToken.None).ToListAsync();
        Assert.Equal((3, 9), (decisions.Count(one => one.Decision is InboxDecision.Alert), decisions.Count(one => one.Decision is InboxDecision.Held)));
        Assert.Single(decisions.Where(one => one.Decision is InboxDecision.Held).Select(one => one.AlertId).Distinct());
    }

    [SkippableFact]
    public async Task An_article_that_is_routed_again_is_not_alerted_again_and_keeps_its_first_decision()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: one => one with { Alerts = Alerts with { AtMostAnHour = 1 } });
        await DropAsync(2);
        var entries = await Host.Get<IInboxes>().ListAsync(subscription.Id, DateTimeOffset.MinValue.AddYears(2000), CancellationToken.None).ToListAsync();

        await PassAsync(TimeSpan.FromHours(2));
        foreach (var entry in entries)
        {
            await Host.Get<ArticleRouter>().RouteAsync(new RouteRequest(entry.ArticleId, 0), CancellationToken.None);
        }

        await Host.DrainAsync();
        AssertEachArticleCameOnce(2);
    }

    [SkippableFact]
    public async Task An_alert_whose_message_was_never_sent_goes_out_when_its_article_is_routed_again()
    {
        var subscription = await Host.SubscribeAsync(Reader, with: AlertsOnly);
        await DropAsync(1);
        var article = Assert.Single(_reader.Accepted).Items[0].ArticleId;
        var another = await Host.SubscribeAsync(Reader, "Another", with: AlertsOnly);

        // A host that died after the decision.
        await Host.Get<IInboxes>().TryAddAsync(
            another.Id,
            new InboxEntry { ArticleId = article, Matched = Host.Time.GetUtcNow(), Decision = InboxDecision.Alert, AlertId = DigestId.OfAlert(another.Id, article) },
            null,
            CancellationToken.None);
        await Host.Get<ArticleRouter>().RouteAsync(new RouteRequest(article, subscription.Id.Shard), CancellationToken.None);
        await Host.DrainAsync();

        Assert.Equal([DigestId.OfAlert(subscription.Id, article), DigestId.OfAlert(another.Id, article)], _reader.Accepted.Select(digest => digest.Id));
    }

    [SkippableFact]
    public async Task An_alert_that_was_announced_and_never_decided_is_not_sent()
    {
        var subscription = await Host.SubscribeAsync(Reader);
        await DropAsync(1);
        var pending = Assert.Single(await Host.Get<IInboxes>().ListPendingAsync(subscription.Id, DateTimeOffset.MaxValue, 10, CancellationToken.None));

        await Host.Get<Handover>().StartAsync(new DeliverRequest(DigestId.OfAlert(subscription.Id, pending.ArticleId)), CancellationToken.None);
        await Host.DrainAsync();

        Assert.Empty(_reader.Accepted);
        Assert.Equal(0, await Host.CountRowsAsync(Tables.Open));
    }

    private static Subscription AlertsOnly(Subscription subscription) => subscription with { Schedule = null, Alerts = Alerts };

    private async Task DropAsync(int articles)
    {
        for (var i = 0; i < articles; i++)
        {
            _dropped++;
            await Host.DropAsync($"{_dropped}.txt", Texts.Article(_dropped));
        }

        await Host.DrainAsync();
    }

    /// <summary>Lets time pass, and the timers run. Delayed messages sleep in real time, so what they ask for is done by Sweep, some minutes later.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        Host.Time.Advance(time);
        await Host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        await Host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        await Host.DrainAsync();
    }

    private Task<IReadOnlyList<PendingItem>> HeldAsync(Subscription subscription) =>
        Host.Get<IInboxes>().ListHeldAsync(subscription.Id, 100, CancellationToken.None);

    private void AssertEachArticleCameOnce(int articles) => Assert.Equal(
        (articles, articles),
        (_reader.Accepted.SelectMany(digest => digest.Items).Count(), _reader.Accepted.SelectMany(digest => digest.Items).Select(item => item.ArticleId).Distinct().Count()));
}
