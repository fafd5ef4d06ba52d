using System.Text;
using Azure.Storage.Blobs;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>From a dropped original to an inbox, or to a rejection that says why.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class IngestTests(EmulatorFixture emulators)
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");

    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "Samples");

    [SkippableFact]
    public async Task Every_sample_becomes_articles_but_the_broken_one()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var dropped = new Dictionary<string, OriginalHead>();
        foreach (var file in Directory.EnumerateFiles(Samples))
        {
            dropped.Add(Path.GetFileName(file), await pipeline.DropAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file)));
        }

        await pipeline.DrainAsync();

        var articles = new Dictionary<string, int>();
        foreach (var (name, head) in dropped)
        {
            var record = await pipeline.Get<IOriginals>().FindRecordAsync(head.Key, CancellationToken.None);
            Assert.True(record!.Done);
            articles.Add(name, record.Added.Count);
            Assert.Equal(name == "broken-off.json", record.Rejection is not null);
        }

        Assert.Equal(12, articles.Count);
        Assert.Equal((3, 2, 0), (articles["island-notes.rss"], articles["field-and-lab.atom"], articles["broken-off.json"]));
        Assert.Equal(14, articles.Values.Sum());
        Assert.Empty(await pipeline.ListBlobsAsync(Containers.Articles));
        Assert.Equal(11, (await pipeline.ListBlobsAsync(Containers.Originals)).Count);
        Assert.Equal(2, (await pipeline.ListBlobsAsync(Containers.Rejected)).Count);
        Assert.Equal(0, await pipeline.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task Every_key_point_of_every_sample_quotes_its_article()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        foreach (var file in Directory.EnumerateFiles(Samples))
        {
            await pipeline.DropAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        }

        await pipeline.DrainAsync();

        var entries = await pipeline.Get<IArchive>().LatestAsync(pipeline.Time.GetUtcNow().AddDays(-1), CancellationToken.None).ToListAsync();
        Assert.Equal(14, entries.Count);
        foreach (var entry in entries)
        {
            var article = (await pipeline.Get<ILibrary>().FindArticleAsync(entry.ArticleId, CancellationToken.None))!;
            var summary = (await pipeline.Get<ILibrary>().FindSummaryAsync(entry.ArticleId, CancellationToken.None))!;
            Assert.InRange(summary.KeyPoints.Count, 2, 3);
            Assert.All(summary.KeyPoints, point =>
            {
                Assert.Equal(point.Evidence.Quote, article.Text.Substring(point.Evidence.Start, point.Evidence.Length));
                Assert.InRange(point.Evidence.Start, article.Sentences[point.Evidence.Sentence].Span.Start, article.Sentences[point.Evidence.Sentence].Span.End);
            });
        }
    }

    [SkippableFact]
    public async Task The_same_article_twice_and_under_two_names_is_one_article()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.SubscribeAsync(Reader);
        var first = await pipeline.DropAsync("a.txt", Texts.Article(1));
        await pipeline.DrainAsync();
        var again = await pipeline.DropAsync("a.txt", Texts.Article(1));
        var renamed = await pipeline.DropAsync("b.txt", Texts.Article(1));
        await pipeline.DrainAsync();

        var originals = pipeline.Get<IOriginals>();
        var article = Assert.Single((await originals.FindRecordAsync(first.Key, CancellationToken.None))!.Added);
        Assert.Equal([article], (await originals.FindRecordAsync(again.Key, CancellationToken.None))!.Known);
        Assert.Equal([article], (await originals.FindRecordAsync(renamed.Key, CancellationToken.None))!.Known);
        Assert.Equal(2, await pipeline.CountRowsAsync(Tables.Inboxes));
        Assert.Equal(1, await pipeline.CountRowsAsync(Tables.Archive));
        Assert.Equal(3, (await pipeline.ListBlobsAsync(Containers.Originals)).Count);
    }

    public static TheoryData<string, byte[], RejectionReason> Rejected => new()
    {
        { "empty.txt", [], RejectionReason.Empty },
        { "blank.md", " \n\t\n "u8.ToArray(), RejectionReason.Empty },
        { "report.pdf", "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<<>>\nendobj"u8.ToArray(), RejectionReason.Binary },
        { "picture.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3], RejectionReason.Binary },
        { "large.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The tide came in again. ", 3_000))), RejectionReason.TooLarge },
        { "long.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The tide came in again. ", 100))), RejectionReason.TooLong },
        { "broken.json", """{ "title": "Cut off", "text": "The tide"""u8.ToArray(), RejectionReason.Malformed },
        { "broken.rss", "<rss version='2.0'><channel><item><title>Cut"u8.ToArray(), RejectionReason.Malformed },
        { "secret.txt", "-----BEGIN PGP MESSAGE-----\n\nhQEMA5lC\n-----END PGP MESSAGE-----\n"u8.ToArray(), RejectionReason.Encrypted },
        { "page.html", "<html><head><title>Nothing</title></head><body><nav><a href='/'>Home</a></nav></body></html>"u8.ToArray(), RejectionReason.NoText },
    };

    [SkippableTheory]
    [MemberData(nameof(Rejected))]
    public async Task What_cannot_be_an_article_is_rejected_with_a_reason_and_holds_up_nothing(string name, byte[] content, RejectionReason reason)
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        await using var pipeline = setup.AnotherHost(emulators, null, ("Ingest:MaxOriginalBytes", "60000"), ("Ingest:MaxTextLength", "2000"));
        var head = await pipeline.DropAsync(name, content);
        var good = await pipeline.DropAsync("good.txt", Texts.Article(1));

        await pipeline.DrainAsync();

        var record = await pipeline.Get<IOriginals>().FindRecordAsync(head.Key, CancellationToken.None);
        Assert.Equal(reason, record!.Rejection!.Reason);
        Assert.NotEmpty(record.Rejection.Detail);
        Assert.NotEmpty(record.Rejection.Remedy);
        var failure = Assert.Single(await pipeline.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
        Assert.Equal((Stages.Ingest, name, reason.ToString()), (failure.Stage, failure.Subject, failure.Reason));
        Assert.Equal(2, (await pipeline.ListBlobsAsync(Containers.Rejected)).Count);
        Assert.Empty(await pipeline.ListBlobsAsync(Containers.Articles));
        Assert.Single((await pipeline.Get<IOriginals>().FindRecordAsync(good.Key, CancellationToken.None))!.Added);
        Assert.Equal(0, await pipeline.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task A_feed_with_a_bad_entry_gives_the_others_and_lists_the_bad_one()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var head = await pipeline.DropAsync("feed.rss", Feed(Texts.Article(1), "", Texts.Article(2)));

        var outcome = Assert.IsType<IngestOutcome.Ingested>(await pipeline.IngestAsync(head));

        Assert.Equal(2, outcome.Added.Count);
        Assert.Equal(1, Assert.Single(outcome.Rejected).Entry);
        var failure = Assert.Single(await pipeline.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
        Assert.StartsWith("Entry 2:", failure.Detail, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_half_read_feed_goes_on_where_it_was_interrupted()
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        var head = await setup.DropAsync("feed.rss", Feed([.. Enumerable.Range(0, 60).Select(Texts.Article)]));
        var killSwitch = new KillSwitch(100);
        await using (var doomed = setup.AnotherHost(emulators, killSwitch.Wrap))
        {
            await Assert.ThrowsAsync<KilledException>(() => doomed.IngestAsync(head));
        }

        var half = await setup.Get<IOriginals>().FindRecordAsync(head.Key, CancellationToken.None);
        Assert.Equal((false, 25), (half!.Done, half.EntriesHandled));
        await setup.IngestAsync(head);
        await setup.DrainAsync();
        var whole = await setup.Get<IOriginals>().FindRecordAsync(head.Key, CancellationToken.None);
        Assert.Equal((true, 60), (whole!.Done, whole.Added.Count + whole.Known.Count));
        Assert.Equal(60, await setup.CountRowsAsync(Tables.Archive));
    }

    [SkippableFact]
    public async Task An_original_that_no_trigger_saw_is_ingested_by_sweep()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var missed = await pipeline.DropAsync("missed.txt", Texts.Article(1));

        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);
        Assert.Null(await pipeline.Get<IOriginals>().FindRecordAsync(missed.Key, CancellationToken.None));

        pipeline.Time.Advance(TimeSpan.FromMinutes(11));
        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);

        Assert.Single((await pipeline.Get<IOriginals>().FindRecordAsync(missed.Key, CancellationToken.None))!.Added);
    }

    [SkippableFact]
    public async Task Poisoned_messages_are_listed_once_whatever_they_hold()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var request = new SummarizeRequest(ArticleId.Of(null, "Nobody stored this."));
        var poison = pipeline.Get<StorageClients>().Queue(Queues.Summarize + Queues.PoisonSuffix);
        await poison.SendMessageAsync(MessageJson.Write(request));
        await poison.SendMessageAsync(MessageJson.Write(request));
        await poison.SendMessageAsync("""{"version":9}""");
        await poison.SendMessageAsync(new string('x', 48_000));
        await pipeline.Get<StorageClients>().RawQueue(Queues.Route + Queues.PoisonSuffix).SendMessageAsync("not base64!");

        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);

        var failures = await pipeline.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync();
        Assert.Equal([Failure.Failing, "UnknownMessage", "UnknownMessage", "UnknownMessage"], failures.Select(failure => failure.Reason).Order());
    }

    [SkippableFact]
    public async Task Poisoned_work_is_listed_started_again_and_off_the_list_when_it_has_ended()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.DropAsync("berth.txt", Texts.Article(1));
        await pipeline.IngestAsync((await pipeline.Get<IOriginals>().ListAsync(CancellationToken.None).ToListAsync()).Single());
        var request = (await pipeline.TakeAsync(Queues.Summarize)).Single();
        await pipeline.Get<StorageClients>().Queue(Queues.Summarize + Queues.PoisonSuffix).SendMessageAsync(MessageJson.Write(request));

        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);
        var failing = Assert.Single(await pipeline.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
        pipeline.Time.Advance(TimeSpan.FromHours(1));
        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);
        await pipeline.DrainAsync();
        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);

        Assert.Equal(Failure.Failing, failing.Reason);
        Assert.Equal(0, await pipeline.CountRowsAsync(Tables.Failures));
        Assert.Equal(1, await pipeline.CountRowsAsync(Tables.Archive));
    }

    [SkippableFact]
    public async Task Copies_that_are_poisoned_after_their_work_was_done_are_no_failure_for_good()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.DropAsync("berth.txt", Texts.Article(1));
        await pipeline.IngestAsync((await pipeline.Get<IOriginals>().ListAsync(CancellationToken.None).ToListAsync()).Single());
        var request = (SummarizeRequest)(await pipeline.TakeAsync(Queues.Summarize)).Single();
        await pipeline.Get<ArticleSummarizer>().SummarizeAsync(request, CancellationToken.None);
        await pipeline.DrainAsync();

        // The second copy comes when the first one's failure is still listed, and its work done once more.
        for (var copy = 0; copy < 2; copy++)
        {
            await pipeline.Get<StorageClients>().Queue(Queues.Summarize + Queues.PoisonSuffix).SendMessageAsync(MessageJson.Write(request));
            await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);
            Assert.Equal(Failure.Failing, Assert.Single(await pipeline.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync()).Reason);
            await pipeline.DrainAsync();
        }

        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);

        Assert.Equal(0, await pipeline.CountRowsAsync(Tables.Failures));
        Assert.Equal(0, await pipeline.CountRowsAsync(Tables.Open));
        Assert.Equal(1, await pipeline.CountRowsAsync(Tables.Archive));
    }

    [SkippableFact]
    public async Task What_was_given_up_is_not_begun_anew_by_a_late_poisoned_copy()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var request = new SummarizeRequest(ArticleId.Of(null, "Given up long ago."));
        await pipeline.Get<IFailures>().AddAsync(
            new Failure { Stage = request.Stage, Key = request.Key, Reason = "Stuck", Detail = "-", Remedy = "-", Subject = request.Subject, At = pipeline.Time.GetUtcNow() },
            CancellationToken.None);
        await pipeline.Get<StorageClients>().Queue(Queues.Summarize + Queues.PoisonSuffix).SendMessageAsync(MessageJson.Write(request));

        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);

        Assert.Equal(0, await pipeline.CountRowsAsync(Tables.Open));
        Assert.Equal("Stuck", Assert.Single(await pipeline.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync()).Reason);
    }

    [SkippableFact]
    public async Task A_message_that_is_not_base64_goes_to_poison_and_holds_up_no_other()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.Get<StorageClients>().RawQueue(Queues.Summarize).SendMessageAsync("not base64!");
        await pipeline.DropAsync("berth.txt", Texts.Article(1));

        await pipeline.DrainAsync();
        await pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);

        Assert.Equal(1, await pipeline.CountRowsAsync(Tables.Archive));
        Assert.Equal("UnknownMessage", Assert.Single(await pipeline.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync()).Reason);
    }

    [SkippableFact]
    public async Task A_name_that_begins_with_a_slash_is_an_original_like_any_other()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var head = await pipeline.DropAsync("/odd/berth.txt", Texts.Article(1));

        await pipeline.DrainAsync();

        Assert.Single((await pipeline.Get<IOriginals>().FindRecordAsync(head.Key, CancellationToken.None))!.Added);
        Assert.Empty(await pipeline.ListBlobsAsync(Containers.Articles));
    }

    [SkippableFact]
    public async Task An_original_that_was_replaced_is_not_refused_for_the_failures_of_the_old_one()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var head = await pipeline.DropAsync("berth.txt", Texts.Article(1));

        var outcome = await pipeline.Get<ArticleIngester>().RefuseUnreadableAsync(new IngestRequest(head.Name, OriginalKey.Of(head.Name, "0xOLD")), 5, CancellationToken.None);

        Assert.IsType<IngestOutcome.Gone>(outcome);
        Assert.Single(await pipeline.ListBlobsAsync(Containers.Articles));
    }

    private static string Feed(params string[] texts) =>
        $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Port Ellery News</title><link>https://news.example/</link><description>News</description>
        {string.Concat(texts.Select((text, i) => $"<item><title>Entry {i}</title><link>https://news.example/{i}</link><description>{text}</description></item>"))}
        </channel></rss>
        """;
}
