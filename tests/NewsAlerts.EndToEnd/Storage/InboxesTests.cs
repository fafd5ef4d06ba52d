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

        var first = await inboxes.TryAddAsync(Reader, Pending(Article(1), now), null, CancellationToken.None);
        var again = await inboxes.TryAddAsync(Reader, Pending(Article(1), now.AddMinutes(1)), null, CancellationToken.None);

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
        await inboxes.TryAddAsync(Reader, Pending(Article(1), now), null, CancellationToken.None);

        await inboxes.SettleAsync(Reader, DigestId.Of(Reader, now), [new PendingItem(now, Article(1))], NothingLeftOut, CancellationToken.None);

        Assert.False(await inboxes.TryAddAsync(Reader, Pending(Article(1), now.AddHours(1)), null, CancellationToken.None));
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
            await inboxes.TryAddAsync(Reader, Pending(Article(i), now.AddMinutes(i)), null, CancellationToken.None);
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
        await Parallel.ForEachAsync(items, async (item, stop) => await inboxes.TryAddAsync(Reader, Pending(item.ArticleId, item.Matched), null, stop));
        var digest = DigestId.Of(Reader, now);
        await inboxes.SettleAsync(Reader, digest, [.. items.Skip(30).Take(40)], NothingLeftOut, CancellationToken.None);

        await inboxes.SettleAsync(Reader, digest, items, NothingLeftOut, CancellationToken.None);

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

        Assert.True(await inboxes.TryBeginFreezeAsync(Reader, new InboxFreeze(due, now), null, null, CancellationToken.None));
        Assert.False(await inboxes.TryBeginFreezeAsync(Reader, new InboxFreeze(later, now.AddDays(1)), null, null, CancellationToken.None));
        await inboxes.SettleAsync(Reader, later, [], NothingLeftOut, CancellationToken.None);

        Assert.Equal(new InboxFreeze(due, now), await inboxes.FindFreezeAsync(Reader, CancellationToken.None));
        await inboxes.SettleAsync(Reader, due, [], NothingLeftOut, CancellationToken.None);
        Assert.Null(await inboxes.FindFreezeAsync(Reader, CancellationToken.None));
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(99)]
    public async Task A_freeze_ends_with_the_last_of_what_it_took(int items)
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();
        var taken = Enumerable.Range(0, items).Select(i => new PendingItem(now.AddSeconds(i), Article(i))).ToList();
        await Parallel.ForEachAsync(taken, async (item, stop) => await inboxes.TryAddAsync(Reader, Pending(item.ArticleId, item.Matched), null, stop));
        var digest = DigestId.Of(Reader, now);
        await inboxes.TryBeginFreezeAsync(Reader, new InboxFreeze(digest, now), null, null, CancellationToken.None);

        await inboxes.SettleAsync(Reader, digest, taken, NothingLeftOut, CancellationToken.None);

        Assert.Null(await inboxes.FindFreezeAsync(Reader, CancellationToken.None));
        Assert.Empty(await inboxes.ListPendingAsync(Reader, now.AddDays(1), 200, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_freeze_does_not_begin_on_what_another_has_taken()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();
        var item = new PendingItem(now, Article(1));
        var freeze = new InboxFreeze(DigestId.Of(Reader, now), now);
        await inboxes.TryAddAsync(Reader, Pending(Article(1), now), null, CancellationToken.None);
        await inboxes.SettleAsync(Reader, DigestId.Of(Reader, now.AddHours(-1)), [item], NothingLeftOut, CancellationToken.None);

        Assert.False(await inboxes.TryBeginFreezeAsync(Reader, freeze, item, null, CancellationToken.None));
        Assert.Null(await inboxes.FindFreezeAsync(Reader, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_freeze_begins_on_what_still_waits_and_leaves_it_waiting()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();
        var item = new PendingItem(now, Article(1));
        var freeze = new InboxFreeze(DigestId.Of(Reader, now), now);
        await inboxes.TryAddAsync(Reader, Pending(Article(1), now), null, CancellationToken.None);

        Assert.True(await inboxes.TryBeginFreezeAsync(Reader, freeze, item, null, CancellationToken.None));
        Assert.Equal(freeze, await inboxes.FindFreezeAsync(Reader, CancellationToken.None));
        Assert.Equal([item], await inboxes.ListPendingAsync(Reader, now, 10, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_host_that_settles_late_does_not_end_the_freeze_that_came_after()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();
        List<PendingItem> taken = [new PendingItem(now, Article(1))];
        await inboxes.TryAddAsync(Reader, Pending(Article(1), now), null, CancellationToken.None);
        await inboxes.SettleAsync(Reader, DigestId.Of(Reader, now), taken, NothingLeftOut, CancellationToken.None);
        var next = new InboxFreeze(DigestId.Of(Reader, now.AddDays(1)), now.AddDays(1));
        await inboxes.TryBeginFreezeAsync(Reader, next, null, null, CancellationToken.None);

        await inboxes.SettleAsync(Reader, DigestId.Of(Reader, now), taken, NothingLeftOut, CancellationToken.None);

        Assert.Equal(next, await inboxes.FindFreezeAsync(Reader, CancellationToken.None));
    }

    [SkippableFact]
    public async Task What_was_decided_about_an_article_is_read_back_as_it_was_written()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();
        var roundUp = DigestId.Of(DigestKind.RoundUp, Reader, now.AddHours(1));
        var held = new InboxEntry
        {
            ArticleId = Article(1),
            Matched = now,
            Decision = InboxDecision.Held,
            Reason = HoldReason.QuietHours,
            AlertId = roundUp,
            Repeats = true,
        };

        await inboxes.TryAddAsync(Reader, held, new AlertAllowance { RoundUp = roundUp.Due }, CancellationToken.None);

        Assert.Equal(held, await inboxes.FindAsync(Reader, Article(1), CancellationToken.None));
        Assert.Equal([new PendingItem(now, Article(1))], await inboxes.ListHeldAsync(Reader, 10, CancellationToken.None));
        Assert.Equal([new PendingItem(now, Article(1))], await inboxes.ListPendingAsync(Reader, now, 10, CancellationToken.None));

        await inboxes.SettleAsync(Reader, roundUp, [new PendingItem(now, Article(1))], new HashSet<ArticleId> { Article(1) }, CancellationToken.None);

        Assert.Equal(held with { LeftOut = true }, await inboxes.FindAsync(Reader, Article(1), CancellationToken.None));
        Assert.Empty(await inboxes.ListHeldAsync(Reader, 10, CancellationToken.None));
        Assert.Single(await inboxes.ListPendingAsync(Reader, now, 10, CancellationToken.None));
    }

    [SkippableFact]
    public async Task Two_hosts_that_count_alerts_at_the_same_moment_do_not_both_succeed()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var now = pipeline.Time.GetUtcNow();

        for (var round = 0; round < 2; round++)
        {
            // The first round adds the row, the second replaces it.
            var read = await inboxes.ReadAllowanceAsync(Reader, CancellationToken.None);
            var both = await Task.WhenAll(Enumerable.Range(2 * round, 2).Select(i => inboxes.TryAddAsync(
                Reader, Pending(Article(i), now) with { Decision = InboxDecision.Alert }, read.WithAlert(now), CancellationToken.None)));

            Assert.Single(both, added => added);
            Assert.Equal(round + 1, (await inboxes.ReadAllowanceAsync(Reader, CancellationToken.None)).Sent.Count);
        }
    }

    [SkippableFact]
    public async Task A_purged_inbox_is_empty_and_its_neighbour_is_not()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var inboxes = pipeline.Get<IInboxes>();
        var neighbour = SubscriptionId.New(shards: 1);
        await inboxes.TryAddAsync(Reader, Pending(Article(1), pipeline.Time.GetUtcNow()), null, CancellationToken.None);
        await inboxes.TryAddAsync(neighbour, Pending(Article(1), pipeline.Time.GetUtcNow()), null, CancellationToken.None);

        await inboxes.PurgeAsync(Reader, CancellationToken.None);

        Assert.Equal(2, await pipeline.CountRowsAsync(Tables.Inboxes));
        Assert.Single(await inboxes.ListPendingAsync(neighbour, DateTimeOffset.MaxValue, 10, CancellationToken.None));
    }

    private static readonly HashSet<ArticleId> NothingLeftOut = [];

    private static InboxEntry Pending(ArticleId article, DateTimeOffset matched) =>
        new() { ArticleId = article, Matched = matched, Decision = InboxDecision.Digest };

    private static ArticleId Article(int number) => ArticleId.Of(null, $"article {number}");
}
