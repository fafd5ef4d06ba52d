using NewsAlerts.Adapters.Storage;
using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Pipeline;

/// <summary>What Sweep makes of a queue that is longer than the time it gives to work: nothing waits twice, and what is lost is found all the same.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class BacklogTests(EmulatorFixture emulators)
{
    private const int Long = QueueFront.Most + 8;

    private static readonly TimeSpan PastTheFirstCheck = TimeSpan.FromMinutes(6);

    [SkippableFact]
    public async Task The_front_of_a_queue_shows_its_earliest_messages_and_none_that_is_still_to_come()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var queues = pipeline.Get<IWorkQueues>();
        await queues.SendAsync(Request(-1), TimeSpan.FromHours(1), CancellationToken.None);
        await SendAsync(pipeline, QueueFront.Most - 1);

        var whole = await queues.PeekAsync(Queues.Summarize, CancellationToken.None);
        await queues.SendAsync(Request(QueueFront.Most - 1), TimeSpan.Zero, CancellationToken.None);
        var full = await queues.PeekAsync(Queues.Summarize, CancellationToken.None);
        await queues.SendAsync(Request(QueueFront.Most), TimeSpan.Zero, CancellationToken.None);
        var front = await queues.PeekAsync(Queues.Summarize, CancellationToken.None);

        Assert.Equal(QueueFront.Most - 1, whole.Count);
        Assert.Equal(Enumerable.Range(0, QueueFront.Most - 1).Select(i => Request(i).Key).Order(), whole.Keys.Order());
        Assert.Equal((full.Count, full.Newest), (front.Count, front.Newest));
        Assert.Equal(full.Keys.Order(), front.Keys.Order());
    }

    [SkippableFact]
    public async Task The_front_of_an_empty_queue_holds_nothing()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);

        var front = await pipeline.Get<IWorkQueues>().PeekAsync(Queues.Summarize, CancellationToken.None);

        Assert.False(front.MayHold(Request(1), pipeline.Time.GetUtcNow()));
    }

    [SkippableFact]
    public async Task A_message_that_is_not_ours_hides_none_that_is()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.Get<StorageClients>().RawQueue(Queues.Summarize).SendMessageAsync("neither base64 nor a message");
        await pipeline.Get<IWorkQueues>().SendAsync(Request(1), TimeSpan.Zero, CancellationToken.None);

        var front = await pipeline.Get<IWorkQueues>().PeekAsync(Queues.Summarize, CancellationToken.None);

        Assert.Equal(2, front.Count);
        Assert.Equal([Request(1).Key], front.Keys);
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(Long)]
    public async Task What_waits_for_its_turn_in_a_queue_is_not_sent_a_second_time(int messages)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        for (var i = 0; i < messages; i++)
        {
            await pipeline.Get<Handover>().StartAsync(Request(i), CancellationToken.None);
        }

        pipeline.Time.Advance(PastTheFirstCheck);
        await SweepAsync(pipeline);
        await SweepAsync(pipeline);

        Assert.Equal(messages, await CountAsync(pipeline));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Beside_a_short_queue_lost_work_is_sent_again_at_the_first_look(int messages)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await SendAsync(pipeline, messages);
        await pipeline.Get<Handover>().AnnounceAsync(Request(1_000), CancellationToken.None);

        pipeline.Time.Advance(PastTheFirstCheck);
        await SweepAsync(pipeline);

        Assert.Equal(messages + 1, await CountAsync(pipeline));
    }

    [SkippableFact]
    public async Task Behind_a_long_queue_lost_work_is_sent_again_once_the_queue_is_past_it()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.Get<Handover>().AnnounceAsync(Request(1_000), CancellationToken.None);
        pipeline.Time.Advance(PastTheFirstCheck);

        // What is at the front now was put there right after the lost one was to be, and then two minutes after.
        await SendAsync(pipeline, Long);
        await SweepAsync(pipeline);
        Assert.Equal(Long, await CountAsync(pipeline));

        var lost = await pipeline.Get<IOpenWork>().FindAsync(Request(1_000), CancellationToken.None);
        await pipeline.Get<IOpenWork>().SaveAsync(lost! with { Queued = lost.Queued - TimeSpan.FromMinutes(2) }, CancellationToken.None);
        await SweepAsync(pipeline);

        Assert.Equal(Long + 1, await CountAsync(pipeline));
    }

    [SkippableFact]
    public async Task A_host_that_died_over_its_work_is_not_taken_for_a_message_that_waits()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await SendAsync(pipeline, Long);
        await pipeline.Get<Handover>().WatchAsync(Request(1_000), pipeline.Time.GetUtcNow(), CancellationToken.None);

        await SweepAsync(pipeline);

        Assert.Equal(Long + 1, await CountAsync(pipeline));
    }

    [SkippableFact]
    public async Task A_queue_that_nobody_reads_is_not_waited_for_without_end()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await pipeline.Get<Handover>().StartAsync(Request(1), CancellationToken.None);

        pipeline.Time.Advance(TimeSpan.FromHours(6));
        await SweepAsync(pipeline);

        Assert.Equal(2, await CountAsync(pipeline));
    }

    private static SummarizeRequest Request(int number) => new(ArticleId.Of($"Title {number}", "Text."));

    /// <summary>Messages of work that has no row: nothing but a queue's length.</summary>
    private static async Task SendAsync(TestPipeline pipeline, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await pipeline.Get<IWorkQueues>().SendAsync(Request(i), TimeSpan.Zero, CancellationToken.None);
        }
    }

    private static Task SweepAsync(TestPipeline pipeline) => pipeline.Get<Sweeper>().SweepAsync(CancellationToken.None);

    private static async Task<int> CountAsync(TestPipeline pipeline) =>
        (await pipeline.Get<StorageClients>().Queue(Queues.Summarize).GetPropertiesAsync()).Value.ApproximateMessagesCount;
}
