using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Local.Demo;
using NewsAlerts.Local.Emulators;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>What arrives: a real mail in a real inbox, a signed request at a real receiver.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class ReaderTests(EmulatorFixture emulators)
{
    [SkippableFact]
    public async Task A_dropped_article_arrives_as_a_mail()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var address = $"{EmulatorFixture.NewPrefix()}@example.com";
        var subscription = await pipeline.SubscribeAsync(new Channel.Email(address), "Harbour briefing");
        await pipeline.DropAsync("berth.txt", Texts.Article(1));
        await pipeline.DropAsync("script.txt", "A <script>alert(1)</script> title\r\nBcc: other@example.com\n\n" + Texts.Article(2));
        await pipeline.DrainAsync();

        await pipeline.SendDigestsAsync();

        var mail = Assert.Single(await MailsToAsync(address));
        var delivery = await pipeline.Get<IDeliveries>().ListAsync(subscription.Id, CancellationToken.None).SingleAsync();
        Assert.Equal(DeliveryState.Sent, delivery.State);
        Assert.StartsWith("Harbour briefing", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(delivery.DigestId.ToString(), mail.Header("message-id"), StringComparison.Ordinal);
        Assert.Contains("Harbour of Port Ellery opens berth 1", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Harbour of Port Ellery opens berth 1", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([address], mail.To.Select(to => to.Address));
        Assert.Empty(await MailsToAsync("other@example.com"));
    }

    [SkippableFact]
    public async Task A_dropped_article_arrives_at_a_webhook_signed()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await using var receiver = await DemoReceiver.StartAsync(pipeline.Time, CancellationToken.None);
        await pipeline.SubscribeAsync(new Channel.Webhook(receiver.Url, receiver.Secret));
        await pipeline.DropAsync("berth.txt", Texts.Article(1));
        await pipeline.DrainAsync();

        await pipeline.SendDigestsAsync();

        var received = Assert.Single(receiver.Received);
        Assert.True(received.IsValid);
        Assert.Equal(received.Id, (await pipeline.Get<IDeliveries>().ListAsync(null, CancellationToken.None).SingleAsync()).DigestId.ToString());
    }

    [SkippableFact]
    public async Task A_webhook_that_checks_another_secret_gets_nothing_it_believes_and_is_tried_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await using var receiver = await DemoReceiver.StartAsync(pipeline.Time, CancellationToken.None);
        await pipeline.SubscribeAsync(new Channel.Webhook(receiver.Url, WebhookSecret.New()));
        await pipeline.DropAsync("berth.txt", Texts.Article(1));
        await pipeline.DrainAsync();

        await pipeline.SendDigestsAsync();

        Assert.False(Assert.Single(receiver.Received).IsValid);
        Assert.Equal(DeliveryState.Pending, (await pipeline.Get<IDeliveries>().ListAsync(null, CancellationToken.None).SingleAsync()).State);
    }

    [SkippableFact]
    public async Task A_second_run_of_every_stage_changes_nothing()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var address = $"{EmulatorFixture.NewPrefix()}@example.com";
        await pipeline.SubscribeAsync(new Channel.Email(address));
        await pipeline.DropAsync("berth.txt", Texts.Article(1));
        await pipeline.DrainAsync();
        await pipeline.SendDigestsAsync();
        var before = await SnapshotAsync(pipeline);

        var article = (await pipeline.Get<IArchive>().LatestAsync(pipeline.Time.GetUtcNow().AddDays(-3), CancellationToken.None).SingleAsync()).ArticleId;
        var digest = (await pipeline.Get<IDeliveries>().ListAsync(null, CancellationToken.None).SingleAsync()).DigestId;
        await pipeline.Get<Summarizing.ArticleSummarizer>().SummarizeAsync(new(article), CancellationToken.None);
        await pipeline.DrainAsync();
        await pipeline.Get<ArticleRouter>().RouteAsync(new(article, 0), CancellationToken.None);
        await pipeline.Get<DigestDeliverer>().DeliverAsync(new(digest), CancellationToken.None);
        await pipeline.SendDigestsAsync();

        Assert.Equal(before, await SnapshotAsync(pipeline));
        Assert.Single(await MailsToAsync(address));
    }

    private static async Task<string> SnapshotAsync(TestPipeline pipeline)
    {
        var rows = new List<string>();
        foreach (var table in Tables.All.Except([Tables.Subscriptions]))
        {
            rows.Add($"{table}: {await pipeline.CountRowsAsync(table)}");
        }

        foreach (var container in Containers.All)
        {
            rows.AddRange(await pipeline.ListBlobsAsync(container));
        }

        return string.Join('\n', rows);
    }

    private async Task<IReadOnlyList<CaughtMail>> MailsToAsync(string address) =>
        [.. (await emulators.Mail.ListAsync(CancellationToken.None)).Where(mail => mail.To.Any(to => to.Address == address))];
}
