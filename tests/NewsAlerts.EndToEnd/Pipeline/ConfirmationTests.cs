using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>The question whether an address wants a subscription, through dead mail servers and repeated messages.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class ConfirmationTests(EmulatorFixture emulators)
{
    private static readonly (string, string) Site = ("Web:BaseUrl", "https://news.example.org");

    private readonly string _address = $"{EmulatorFixture.NewPrefix()}@example.com";

    [SkippableFact]
    public async Task A_question_is_asked_once_however_often_its_message_comes()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators, Site);
        var subscription = await AddAsync(pipeline);
        await pipeline.DrainAsync();
        var asked = await LedgerAsync(pipeline);

        await pipeline.Get<DigestDeliverer>().DeliverAsync(new(asked.DigestId), CancellationToken.None);
        await pipeline.DrainAsync();

        Assert.Equal(DeliveryState.Sent, asked.State);
        Assert.Equal(DigestKind.Confirmation, asked.DigestId.Kind);
        Assert.Contains(asked.DigestId.ToString(), Assert.Single(await MailsAsync()).Header("message-id"), StringComparison.Ordinal);
        Assert.Equal(0, await pipeline.CountRowsAsync(Tables.Open));
        Assert.Equal(Standing.Unconfirmed, (await pipeline.Get<ISubscriptions>().FindAsync(subscription.Id, CancellationToken.None))!.Standing);
    }

    [SkippableFact]
    public async Task An_unconfirmed_address_gets_its_question_and_nothing_else()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators, Site);
        var subscription = await AddAsync(pipeline);
        await pipeline.DropAsync("berth.txt", Texts.Article(1));
        await pipeline.DrainAsync();

        await pipeline.SendDigestsAsync();
        await pipeline.Get<Handover>().StartAsync(new DeliverRequest(DigestId.Of(subscription.Id, pipeline.Time.GetUtcNow())), CancellationToken.None);
        await pipeline.DrainAsync();

        Assert.Equal("Please confirm: Morning briefing", Assert.Single(await MailsAsync()).Subject);
    }

    [SkippableFact]
    public async Task A_question_that_met_a_dead_mail_server_is_asked_later_by_another_host()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators, Site, ("Email:Port", "1"));
        await using var mended = pipeline.AnotherHost(emulators, settings: Site);
        await AddAsync(pipeline);
        await pipeline.DrainAsync();
        var waiting = await LedgerAsync(pipeline);

        pipeline.Time.Advance(TimeSpan.FromMinutes(1));
        await mended.Get<DigestDeliverer>().DeliverAsync(new(waiting.DigestId), CancellationToken.None);

        Assert.Equal((DeliveryState.Pending, 1), (waiting.State, waiting.Attempts));
        Assert.Equal(DeliveryState.Sent, (await LedgerAsync(pipeline)).State);
        Assert.Single(await MailsAsync());
    }

    [SkippableFact]
    public async Task A_question_that_comes_after_the_answer_or_too_late_is_not_asked()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators, Site, ("Email:Port", "1"));
        await using var mended = pipeline.AnotherHost(emulators, settings: Site);
        var (answered, late) = (await AddAsync(pipeline), await AddAsync(pipeline));
        await pipeline.DrainAsync();
        await pipeline.Get<Confirmations>().ConfirmAsync(answered.Id, CancellationToken.None);

        pipeline.Time.Advance(TimeSpan.FromDays(8));
        foreach (var delivery in await pipeline.Get<IDeliveries>().ListAsync(null, CancellationToken.None).ToListAsync())
        {
            await mended.Get<DigestDeliverer>().DeliverAsync(new(delivery.DigestId), CancellationToken.None);
        }

        Assert.Empty(await MailsAsync());
        Assert.Equal(DeliveryState.Cancelled, (await pipeline.Get<IDeliveries>().ListAsync(answered.Id, CancellationToken.None).SingleAsync()).State);
        Assert.Equal(DeliveryState.Expired, (await pipeline.Get<IDeliveries>().ListAsync(late.Id, CancellationToken.None).SingleAsync()).State);
    }

    [SkippableFact]
    public async Task A_yes_counts_once_and_sets_the_due_time()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators, Site);
        var subscription = await AddAsync(pipeline);

        var yes = await pipeline.Get<Confirmations>().ConfirmAsync(subscription.Id, CancellationToken.None);
        var again = await pipeline.Get<Confirmations>().ConfirmAsync(subscription.Id, CancellationToken.None);

        Assert.Equal(Standing.Active, yes!.Standing);
        Assert.Null(again);
        Assert.Equal(
            subscription.NextDueAfter(pipeline.Time.GetUtcNow()), await pipeline.Get<ISubscriptions>().FindDueAsync(subscription.Id, CancellationToken.None));
    }

    private async Task<Subscription> AddAsync(TestPipeline pipeline)
    {
        var subscription = new Subscription
        {
            Id = SubscriptionId.New(shards: 1),
            Name = "Morning briefing",
            Channel = new Channel.Email(_address),
            Schedule = new Schedule("0 12 * * *", "UTC"),
            Created = pipeline.Time.GetUtcNow(),
        };
        await pipeline.Get<Confirmations>().AddAsync(subscription, CancellationToken.None);
        return subscription;
    }

    private static async Task<Delivery> LedgerAsync(TestPipeline pipeline) =>
        await pipeline.Get<IDeliveries>().ListAsync(null, CancellationToken.None).SingleAsync();

    private async Task<IReadOnlyList<CaughtMail>> MailsAsync() =>
        [.. (await emulators.Mail.ListAsync(CancellationToken.None)).Where(mail => mail.To.Any(to => to.Address == _address))];
}
