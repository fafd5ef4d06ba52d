using NewsAlerts.Adapters.Storage;
using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Storage;

[Collection(EmulatorFixture.Collection)]
public sealed class BacklogReaderTests(EmulatorFixture emulators)
{
    private static readonly ArticleId Article = ArticleId.Of("Title", "Text.");

    [SkippableFact]
    public async Task An_installation_at_rest_has_nothing_waiting()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);

        var backlog = await ReadAsync(pipeline);

        Assert.Null(backlog.OldestPending);
        Assert.Equal(TimeSpan.Zero, backlog.OldestPendingAge);
        Assert.Equal((0, 0, 0, 0), (backlog.Originals.Count, backlog.Overdue, backlog.Restarted, backlog.Failing));
        Assert.All(backlog.Queued.Values, queue => Assert.Equal(default, queue));
        Assert.All(backlog.Poisoned.Values, count => Assert.Equal(0, count));
        Assert.Empty(backlog.Failures);
    }

    [SkippableFact]
    public async Task Work_counts_from_when_it_was_to_begin_however_often_it_was_started_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.Get<Handover>().AnnounceAsync(new SummarizeRequest(Article), CancellationToken.None);

        for (var minutes = 0; minutes < 40; minutes++)
        {
            pipeline.Time.Advance(TimeSpan.FromMinutes(1));
            await pipeline.Get<OpenWorkSweep>().SweepAsync(CancellationToken.None);

            // A host takes the message and dies.
            await pipeline.TakeAsync(Queues.Summarize);
        }

        var backlog = await ReadAsync(pipeline);
        Assert.Equal(1, backlog.InFlight[Stages.Summarize].Count);

        // Each of Sweep's two looks came up to a minute after its time.
        Assert.InRange(backlog.OldestPendingAge, TimeSpan.FromMinutes(38), TimeSpan.FromMinutes(41));
        Assert.Equal((0, 1), (backlog.Overdue, backlog.Restarted));
    }

    [SkippableFact]
    public async Task Work_that_is_planned_for_later_is_not_waiting_and_work_that_nobody_looks_at_is_overdue()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var handover = pipeline.Get<Handover>();
        await handover.AnnounceAsync(new RouteRequest(Article, 0), pipeline.Time.GetUtcNow().AddHours(2), CancellationToken.None);
        Assert.Empty((await ReadAsync(pipeline)).InFlight);

        pipeline.Time.Advance(TimeSpan.FromHours(3));

        var backlog = await ReadAsync(pipeline);
        Assert.Equal((1, 1), (backlog.InFlight[Stages.Route].Count, backlog.Overdue));
        Assert.InRange(backlog.OldestPendingAge, TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(61));
    }

    [SkippableFact]
    public async Task Originals_messages_poison_failures_and_due_digests_are_counted_where_they_lie()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.DropAsync("a.txt", Texts.Article(1));
        await pipeline.Get<IWorkQueues>().SendAsync(new SummarizeRequest(Article), TimeSpan.Zero, CancellationToken.None);
        await pipeline.Get<IWorkQueues>().SendAsync(new SummarizeRequest(Article), TimeSpan.FromHours(1), CancellationToken.None);
        var poison = pipeline.Get<StorageClients>().Queue(Queues.Route + Queues.PoisonSuffix);
        await poison.SendMessageAsync("{}");
        await pipeline.Get<IFailures>().AddAsync(Failed("Malformed"), CancellationToken.None);
        await pipeline.Get<IFailures>().AddAsync(Failed(Failure.Failing), CancellationToken.None);
        await pipeline.SubscribeAsync(new Channel.Email("reader@example.org"));
        pipeline.Time.Advance(TimeSpan.FromHours(25));

        var backlog = await ReadAsync(pipeline);

        Assert.Equal(1, backlog.Originals.Count);
        Assert.Equal(2, backlog.Queued[Stages.Summarize].Count);
        Assert.NotNull(backlog.Queued[Stages.Summarize].Oldest);
        Assert.Equal(1, backlog.Poisoned["route-poison"]);
        Assert.Equal((1, 1), (backlog.Failures[Stages.Ingest].Count, backlog.Failing));
        Assert.True(backlog.OldestDue < backlog.At);
    }

    private static Task<Backlog> ReadAsync(TestPipeline pipeline) => pipeline.Get<IBacklogReader>().ReadAsync(CancellationToken.None);

    private static Failure Failed(string reason) => new()
    {
        Stage = Stages.Ingest,
        Key = reason.ToLowerInvariant(),
        Reason = reason,
        Detail = "It broke off.",
        Remedy = "Mend it.",
        Subject = "broken-off.json",
        At = DateTimeOffset.UnixEpoch,
    };
}
