using Azure.Data.Tables;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;

namespace NewsAlerts.EndToEnd.Storage;

[Collection(EmulatorFixture.Collection)]
public sealed class SubscriptionsTests(EmulatorFixture emulators)
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");

    [SkippableFact]
    public async Task A_subscription_comes_back_as_it_was_added_secret_included()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var secret = WebhookSecret.New();
        var added = await pipeline.SubscribeAsync(new Channel.Webhook(new Uri("https://hooks.example.com/news"), secret));

        var found = await pipeline.Get<ISubscriptions>().FindAsync(added.Id, CancellationToken.None);

        var webhook = Assert.IsType<Channel.Webhook>(found!.Channel);
        Assert.Equal(secret.Reveal(), webhook.Secret.Reveal());
        Assert.Equal(added.Schedule!.Cron, found.Schedule!.Cron);
        Assert.Equal(added.Name, found.Name);
    }

    [SkippableFact]
    public async Task A_change_gives_the_shard_a_new_version_and_a_moved_due_time_does_not()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var subscriptions = pipeline.Get<ISubscriptions>();
        var before = await subscriptions.GetShardVersionAsync(0, CancellationToken.None);
        var added = await pipeline.SubscribeAsync(Reader);
        var after = await subscriptions.GetShardVersionAsync(0, CancellationToken.None);
        var due = await subscriptions.FindDueAsync(added.Id, CancellationToken.None);

        await subscriptions.MoveDueAsync(new DueDigest(added.Id, due!.Value), due.Value.AddDays(1), CancellationToken.None);

        Assert.Null(before);
        Assert.NotNull(after);
        Assert.Equal(after, await subscriptions.GetShardVersionAsync(0, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_due_time_is_moved_by_one_host_only()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var subscriptions = pipeline.Get<ISubscriptions>();
        var added = await pipeline.SubscribeAsync(Reader);
        var due = (await subscriptions.FindDueAsync(added.Id, CancellationToken.None))!.Value;

        var moves = await Task.WhenAll(Enumerable.Range(1, 4).Select(day =>
            subscriptions.MoveDueAsync(new DueDigest(added.Id, due), due.AddDays(day), CancellationToken.None)));

        Assert.Single(moves, moved => moved);
        var next = await subscriptions.FindDueAsync(added.Id, CancellationToken.None);
        var listed = await subscriptions.ListDueAsync(0, due.AddDays(9), CancellationToken.None).ToListAsync();
        Assert.Equal([new DueDigest(added.Id, next!.Value)], listed);
    }

    [SkippableFact]
    public async Task Only_what_is_due_is_listed()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var added = await pipeline.SubscribeAsync(Reader);
        var subscriptions = pipeline.Get<ISubscriptions>();
        var due = (await subscriptions.FindDueAsync(added.Id, CancellationToken.None))!.Value;

        Assert.Empty(await subscriptions.ListDueAsync(0, due.AddTicks(-1), CancellationToken.None).ToListAsync());
        Assert.Single(await subscriptions.ListDueAsync(0, due, CancellationToken.None).ToListAsync());
    }

    [SkippableFact]
    public async Task Changes_made_at_the_same_time_all_count_and_move_the_due_time_once()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var subscriptions = pipeline.Get<ISubscriptions>();
        var added = await pipeline.SubscribeAsync(Reader);
        var due = (await subscriptions.FindDueAsync(added.Id, CancellationToken.None))!.Value;
        var version = await subscriptions.GetShardVersionAsync(0, CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => subscriptions.ChangeAsync(
            added.Id, one => one with { Name = one.Name + "+" }, (_, before) => before!.Value.AddDays(1), CancellationToken.None)));

        Assert.Equal(added.Name + "++++", (await subscriptions.FindAsync(added.Id, CancellationToken.None))!.Name);
        var listed = await subscriptions.ListDueAsync(0, DateTimeOffset.MaxValue, CancellationToken.None).ToListAsync();
        Assert.Equal([new DueDigest(added.Id, due.AddDays(4))], listed);
        Assert.NotEqual(version, await subscriptions.GetShardVersionAsync(0, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_subscription_that_came_back_without_its_due_row_can_be_changed()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var subscriptions = pipeline.Get<ISubscriptions>();
        var added = await pipeline.SubscribeAsync(Reader);
        var due = (await subscriptions.FindDueAsync(added.Id, CancellationToken.None))!.Value;
        await pipeline.Get<StorageClients>().Table(Tables.Subscriptions).DeleteEntityAsync("00", DueKey(added.Id, due));

        using var hung = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await subscriptions.ChangeAsync(added.Id, one => one with { Name = "New" }, (_, _) => due.AddDays(1), hung.Token);

        Assert.Equal("New", (await subscriptions.FindAsync(added.Id, CancellationToken.None))!.Name);
        Assert.Equal([new DueDigest(added.Id, due.AddDays(1))], await subscriptions.ListDueAsync(0, due.AddDays(9), CancellationToken.None).ToListAsync());
    }

    [SkippableFact]
    public async Task Two_due_rows_that_came_back_become_one()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var subscriptions = pipeline.Get<ISubscriptions>();
        var added = await pipeline.SubscribeAsync(Reader);
        var due = (await subscriptions.FindDueAsync(added.Id, CancellationToken.None))!.Value;
        await pipeline.Get<StorageClients>().Table(Tables.Subscriptions).AddEntityAsync(new TableEntity("00", DueKey(added.Id, due.AddDays(1))));

        Assert.True(await subscriptions.MoveDueAsync(new DueDigest(added.Id, due), due.AddDays(1), CancellationToken.None));

        Assert.Equal([new DueDigest(added.Id, due.AddDays(1))], await subscriptions.ListDueAsync(0, due.AddDays(9), CancellationToken.None).ToListAsync());
        Assert.Equal(due.AddDays(1), await subscriptions.FindDueAsync(added.Id, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_due_row_without_a_subscription_goes_a_day_after_it_was_written_and_holds_up_nobody()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var subscriptions = pipeline.Get<ISubscriptions>();
        var added = await pipeline.SubscribeAsync(Reader);
        var orphan = new DueDigest(SubscriptionId.New(shards: 1), DateTimeOffset.UnixEpoch.AddYears(50));
        await pipeline.Get<StorageClients>().Table(Tables.Subscriptions).AddEntityAsync(new TableEntity("00", DueKey(orphan.SubscriptionId, orphan.Due)));

        await pipeline.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        Assert.Equal(orphan, await subscriptions.ListDueAsync(0, pipeline.Time.GetUtcNow(), CancellationToken.None).SingleAsync());

        pipeline.Time.Advance(TimeSpan.FromHours(25));
        await pipeline.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        Assert.Empty(await subscriptions.ListDueAsync(0, pipeline.Time.GetUtcNow(), CancellationToken.None).ToListAsync());
        Assert.Equal(added.Id, Assert.Single(await pipeline.TakeAsync(Queues.Deliver)) is DeliverRequest request ? request.DigestId.SubscriptionId : default);
    }

    [SkippableFact]
    public async Task A_due_row_that_is_put_back_before_its_subscription_waits_for_it()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var added = await pipeline.SubscribeAsync(Reader);
        var table = pipeline.Get<StorageClients>().Table(Tables.Subscriptions);
        var row = (await table.GetEntityAsync<TableEntity>("00", $"s|{added.Id}")).Value;
        await table.DeleteEntityAsync("00", row.RowKey);
        pipeline.Time.Advance(TimeSpan.FromDays(9));
        var due = await pipeline.Get<ISubscriptions>().ListDueAsync(0, pipeline.Time.GetUtcNow(), CancellationToken.None).SingleAsync();

        // Written, by this clock, less than a day ago.
        Assert.False(await pipeline.Get<ISubscriptions>().DropOrphanAsync(due, pipeline.Time.GetUtcNow().AddDays(-10), CancellationToken.None));
        await table.AddEntityAsync(row);
        Assert.False(await pipeline.Get<ISubscriptions>().DropOrphanAsync(due, pipeline.Time.GetUtcNow(), CancellationToken.None));

        await pipeline.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        Assert.Equal(new DeliverRequest(DigestId.Of(added.Id, due.Due)), Assert.Single(await pipeline.TakeAsync(Queues.Deliver)) with { TraceParent = null });
    }

    [SkippableFact]
    public async Task Active_subscriptions_of_a_newer_version_are_counted_and_what_is_broken_is_passed_over()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var readable = await pipeline.SubscribeAsync(Reader);
        foreach (var document in new[]
        {
            """{"version":9,"standing":"Active","channel":"of a kind to come"}""",
            """{"version":9,"standing":"Resting"}""",
            """{"version":9,"standing":"Disabled"}""",
            """{"version":9,"standing":"Active","removed":"2026-05-04T12:00:00+00:00"}""",
            """{"version":2,"standing":"Active"}""",
            "{",
        })
        {
            await pipeline.Get<StorageClients>().Table(Tables.Subscriptions)
                .AddEntityAsync(new TableEntity("00", $"s|{SubscriptionId.New(shards: 1)}") { ["Document"] = document });
        }

        var shard = await pipeline.Get<ISubscriptions>().ReadShardAsync(0, CancellationToken.None);

        Assert.Equal((readable.Id, 2), (Assert.Single(shard.Readable).Id, shard.Newer));
    }

    [SkippableFact]
    public async Task A_removed_subscription_is_not_changed()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var subscriptions = pipeline.Get<ISubscriptions>();
        var added = await pipeline.SubscribeAsync(Reader);
        await subscriptions.RemoveAsync(added.Id, pipeline.Time.GetUtcNow(), CancellationToken.None);

        Assert.Null(await subscriptions.ChangeAsync(added.Id, one => one with { Name = "New" }, (_, due) => due, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_removed_subscription_leaves_a_tombstone_and_nothing_due()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var subscriptions = pipeline.Get<ISubscriptions>();
        var added = await pipeline.SubscribeAsync(Reader);

        Assert.True(await subscriptions.RemoveAsync(added.Id, pipeline.Time.GetUtcNow(), CancellationToken.None));
        Assert.False(await subscriptions.RemoveAsync(added.Id, pipeline.Time.GetUtcNow(), CancellationToken.None));

        Assert.NotNull((await subscriptions.FindAsync(added.Id, CancellationToken.None))!.Removed);
        Assert.Empty(await subscriptions.ListAsync(CancellationToken.None).ToListAsync());
        Assert.Empty(await subscriptions.ListDueAsync(0, DateTimeOffset.MaxValue, CancellationToken.None).ToListAsync());

        await subscriptions.ForgetAsync(added.Id, CancellationToken.None);
        Assert.Null(await subscriptions.FindAsync(added.Id, CancellationToken.None));
    }

    private static string DueKey(SubscriptionId id, DateTimeOffset due) => $"d|{due.UtcTicks:D19}|{id}";
}
