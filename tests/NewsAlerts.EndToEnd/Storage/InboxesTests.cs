using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Storage;

[Collection(EmulatorFixture.Collection)]
public sealed class InboxesTests(EmulatorFixture emulators)
{
    private static readonly SubscriptionId Reader = SubscriptionId.New(shards: 1);

    [SkippableFact]
    public async Task An_article_enters_an_inbox_once_whenever_it_is_matched_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();

        var first = await inboxes.TryAddAsync(Reader, Article(1), now, CancellationToken.None);
        var again = await inboxes.TryAddAsync(Reader, Article(1), now.AddMinutes(1), CancellationToken.None);

        Assert.True(first);
        Assert.False(again);
        Assert.Equal([new PendingItem(now, Article(1))], await inboxes.ListPendingAsync(Reader, now.AddDays(1), 10, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_settled_article_never_becomes_pending_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();
        await inboxes.TryAddAsync(Reader, Article(1), now, CancellationToken.None);

        await inboxes.SettleAsync(Reader, DigestId.Of(Reader, now), [new PendingItem(now, Article(1))], CancellationToken.None);

        Assert.False(await inboxes.TryAddAsync(Reader, Article(1), now.AddHours(1), CancellationToken.None));
        Assert.Empty(await inboxes.ListPendingAsync(Reader, now.AddDays(1), 10, CancellationToken.None));
    }

    [SkippableFact]
    public async Task Pending_items_come_oldest_first_up_to_the_due_time_and_the_most_asked_for()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();
        foreach (var i in new[] { 3, 1, 2, 4 })
        {
            await inboxes.TryAddAsync(Reader, Article(i), now.AddMinutes(i), CancellationToken.None);
        }

        var pending = await inboxes.ListPendingAsync(Reader, now.AddMinutes(3), 10, CancellationToken.None);
        var two = await inboxes.ListPendingAsync(Reader, now.AddMinutes(3), 2, CancellationToken.None);

        Assert.Equal([Article(1), Article(2), Article(3)], pending.Select(item => item.ArticleId));
        Assert.Equal([Article(1), Article(2)], two.Select(item => item.ArticleId));
    }

    [SkippableFact]
    public async Task Settling_goes_on_where_an_interrupted_attempt_stopped()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();
        var items = Enumerable.Range(0, 120).Select(i => new PendingItem(now.AddSeconds(i), Article(i))).ToList();
        await Parallel.ForEachAsync(items, async (item, stop) => await inboxes.TryAddAsync(Reader, item.ArticleId, item.Matched, stop));
        var digest = DigestId.Of(Reader, now);
        await inboxes.SettleAsync(Reader, digest, [.. items.Skip(30).Take(40)], CancellationToken.None);

        await inboxes.SettleAsync(Reader, digest, items, CancellationToken.None);

        Assert.Empty(await inboxes.ListPendingAsync(Reader, now.AddDays(1), 200, CancellationToken.None));
        Assert.Equal(120, await pipeline.CountRowsAsync(Tables.Inboxes));
    }

    [SkippableFact]
    public async Task One_freeze_is_in_progress_at_a_time_and_only_its_own_digest_ends_it()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();
        var due = DigestId.Of(Reader, now);
        var later = DigestId.Of(Reader, now.AddDays(1));
        var items = Enumerable.Range(0, 500).Select(i => new PendingItem(now.AddSeconds(i), Article(i))).ToList();

        Assert.True(await inboxes.TryBeginFreezeAsync(Reader, new InboxFreeze(due, now, items), CancellationToken.None));
        Assert.False(await inboxes.TryBeginFreezeAsync(Reader, new InboxFreeze(later, now.AddDays(1), items), CancellationToken.None));
        await inboxes.EndFreezeAsync(Reader, later, CancellationToken.None);

        var freeze = await inboxes.FindFreezeAsync(Reader, CancellationToken.None);
        Assert.Equal(due, freeze!.DigestId);
        Assert.Equal(items, freeze.Items);
        await inboxes.EndFreezeAsync(Reader, due, CancellationToken.None);
        Assert.Null(await inboxes.FindFreezeAsync(Reader, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_purged_inbox_is_empty_and_its_neighbour_is_not()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var neighbour = SubscriptionId.New(shards: 1);
        await inboxes.TryAddAsync(Reader, Article(1), pipeline.Time.GetUtcNow(), CancellationToken.None);
        await inboxes.TryAddAsync(neighbour, Article(1), pipeline.Time.GetUtcNow(), CancellationToken.None);

        await inboxes.PurgeAsync(Reader, CancellationToken.None);

        Assert.Equal(2, await pipeline.CountRowsAsync(Tables.Inboxes));
        Assert.Single(await inboxes.ListPendingAsync(neighbour, DateTimeOffset.MaxValue, 10, CancellationToken.None));
    }

    private static ArticleId Article(int number) => ArticleId.Of(null, $"article {number}");
}
