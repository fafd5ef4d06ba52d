using System.Reflection;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Recovery;

/// <summary>
/// Whatever a host that dies leaves behind, Sweep sends it on within ten minutes. What no trigger saw is in <see cref="Pipeline.IngestTests"/>, as are
/// both of a pair of poison messages; the lease of a dead host is in <see cref="Pipeline.GuaranteeTests"/>.
/// </summary>
[Collection(EmulatorFixture.Collection)]
public sealed class StuckWorkTests(EmulatorFixture emulators)
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");
    private static readonly TimeSpan Bearable = TimeSpan.FromMinutes(10);

    [SkippableFact]
    public Task An_article_without_a_summary() => FindsAsync(Queues.Summarize, host => host.CountRowsAsync(Tables.Archive), async host =>
        await host.IngestAsync(await host.DropAsync("a.txt", Texts.Article(1))));

    [SkippableFact]
    public Task A_summary_that_was_not_routed() => FindsAsync(Queues.Route, PendingAsync, async host =>
    {
        await host.DropAsync("a.txt", Texts.Article(1));
        await host.PrepareAsync();
    });

    [SkippableFact]
    public Task A_digest_that_is_due_and_not_frozen() => FindsAsync(Queues.Deliver, SentAsync, async host =>
    {
        await host.DropAsync("a.txt", Texts.Article(1));
        await host.DrainAsync();
        host.Time.Advance(TimeSpan.FromHours(25));
        await host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        Assert.Empty(await host.ListBlobsAsync(Containers.Digests));
    });

    [SkippableFact]
    public Task A_digest_that_is_frozen_and_not_delivered() => FindsAsync(Queues.Deliver, SentAsync, async host =>
    {
        await host.DropAsync("a.txt", Texts.Article(1));
        await host.DrainAsync();
        host.Time.Advance(TimeSpan.FromHours(25));
        await host.Get<DigestScheduler>().ScheduleDueAsync(CancellationToken.None);
        var subscription = await host.Get<ISubscriptions>().ListAsync(CancellationToken.None).SingleAsync();
        var request = (DeliverRequest)Assert.Single(await host.TakeAsync(Queues.Deliver));
        await host.Get<DigestFreezer>().FreezeAsync(request.DigestId, subscription, isEntered: false, CancellationToken.None);
        Assert.Single(await host.ListBlobsAsync(Containers.Digests));
    });

    [SkippableFact]
    public async Task A_document_of_a_newer_version_is_left_untouched_and_its_work_is_listed_with_what_to_do()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var outcome = (IngestOutcome.Ingested)await host.IngestAsync(await host.DropAsync("a.txt", Texts.Article(1)));
        var article = host.Get<StorageClients>().Container(Containers.Library).GetBlobClient($"{outcome.Added[0]}/article.json");
        var newer = (await article.DownloadContentAsync()).Value.Content.ToString().Replace("\"version\":1", "\"version\":9", StringComparison.Ordinal);
        await article.UploadAsync(BinaryData.FromString(newer), overwrite: true);

        var error = await Record.ExceptionAsync(host.DrainAsync);
        Assert.Contains("Version 9 of an article is not 1", error!.ToString(), StringComparison.Ordinal);
        var request = Assert.Single(await host.TakeAsync(Queues.Summarize));
        await host.Get<StorageClients>().Queue(Queues.Summarize + Queues.PoisonSuffix).SendMessageAsync(MessageJson.Write(request));
        await host.Get<Sweeper>().SweepAsync(CancellationToken.None);

        var failure = Assert.Single(await host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync());
        Assert.Equal((Failure.Failing, request.Subject), (failure.Reason, failure.Subject));
        Assert.Equal(newer, (await article.DownloadContentAsync()).Value.Content.ToString());

        // Upgraded, the host reads it: here, the document is put back.
        await article.UploadAsync(BinaryData.FromString(newer.Replace("\"version\":9", "\"version\":1", StringComparison.Ordinal)), overwrite: true);
        await host.Get<FailureRetry>().RetryAsync(failure, CancellationToken.None);
        await host.DrainAsync();
        await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        Assert.Equal((1, 0), (await host.CountRowsAsync(Tables.Archive), await host.CountRowsAsync(Tables.Failures)));
    }

    [SkippableFact]
    public async Task An_article_waits_for_a_host_that_reads_a_newer_subscription_and_is_placed_for_all_others()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var (others, newer) = (await host.SubscribeAsync(Reader), await host.SubscribeAsync(Reader));
        var rows = host.Get<StorageClients>().Table(Tables.Subscriptions);
        TableEntity row = await rows.GetEntityAsync<TableEntity>("00", $"s|{newer.Id}");
        var document = row.GetString("Document");
        await rows.UpdateEntityAsync(new TableEntity("00", row.RowKey) { ["Document"] = document.Replace("\"version\":2", "\"version\":9", StringComparison.Ordinal) }, ETag.All);

        await host.DropAsync("a.txt", Texts.Article(1));
        var error = await Record.ExceptionAsync(host.DrainAsync);

        Assert.Contains("A newer version of NewsAlerts wrote 1 of the subscriptions.", error!.ToString(), StringComparison.Ordinal);
        Assert.Equal((1, 0), (await host.CountPendingAsync(others), await host.CountPendingAsync(newer)));
        Assert.NotEqual(0, await host.CountRowsAsync(Tables.Open));

        // Upgraded, the host reads it: here, the document is put back.
        await rows.UpdateEntityAsync(new TableEntity("00", row.RowKey) { ["Document"] = document }, ETag.All);
        await using var upgraded = host.AnotherHost(emulators);
        await upgraded.DrainAsync();
        Assert.Equal((1, 1), (await host.CountPendingAsync(others), await host.CountPendingAsync(newer)));
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
    }

    [SkippableFact]
    public async Task A_failure_that_becomes_final_while_its_work_is_looked_for_stays_listed()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var subscription = await host.SubscribeAsync(Reader);
        var request = new DeliverRequest(DigestId.Of(subscription.Id, host.Time.GetUtcNow()));
        var failing = new Failure
        {
            Stage = request.Stage,
            Key = request.Key,
            Reason = Failure.Failing,
            Detail = "-",
            Remedy = "-",
            Subject = request.Subject,
            At = host.Time.GetUtcNow(),
            Message = MessageJson.Write(request),
        };
        var failures = host.Get<IFailures>();
        await failures.AddAsync(failing, CancellationToken.None);
        await host.Get<IOpenWork>().OpenAsync(request, host.Time.GetUtcNow(), CancellationToken.None);

        // Between the reading of the list and the look for the work, its last attempt fails.
        var open = DispatchProxy.Create<IOpenWork, EndsWhenLookedFor>();
        ((EndsWhenLookedFor)open).FindAsync = async () =>
        {
            await failures.AddAsync(failing with { Reason = DeliveryEnds.NotDelivered }, CancellationToken.None);
            await host.Get<IOpenWork>().CloseAsync(request, CancellationToken.None);
            return await host.Get<IOpenWork>().FindAsync(request, CancellationToken.None);
        };
        await using var sweeping = host.AnotherHost(emulators, services => services.AddSingleton(open));
        await sweeping.Get<PoisonSweep>().ForgetEndedAsync(CancellationToken.None);

        Assert.Equal(DeliveryEnds.NotDelivered, Assert.Single(await failures.ListAsync(CancellationToken.None).ToListAsync()).Reason);
    }

    /// <summary>Work is begun, its message is lost with its host, and within ten minutes Sweep has it done.</summary>
    private async Task FindsAsync(string queue, Func<TestPipeline, Task<int>> ended, Func<TestPipeline, Task> begin)
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        await using var host = setup.AnotherHost(emulators, services => services.ReplaceChannels(new RecordingChannel()));
        await host.SubscribeAsync(Reader);
        await begin(host);
        await host.TakeAsync(queue);
        Assert.Equal(0, await ended(host));

        for (var waited = TimeSpan.Zero; waited < Bearable; waited += TimeSpan.FromMinutes(1))
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        }

        await host.DrainAsync();
        Assert.Equal(1, await ended(host));
        Assert.Equal((0, 0), (await host.CountRowsAsync(Tables.Open), await host.CountRowsAsync(Tables.Failures)));
    }

    private static async Task<int> PendingAsync(TestPipeline host)
    {
        var inbox = await host.Get<ISubscriptions>().ListAsync(CancellationToken.None).SingleAsync();
        return (await host.Get<IInboxes>().ListPendingAsync(inbox.Id, DateTimeOffset.MaxValue, 10, CancellationToken.None)).Count;
    }

    private static async Task<int> SentAsync(TestPipeline host) =>
        await host.Get<IDeliveries>().ListAsync(null, CancellationToken.None).CountAsync(delivery => delivery.State is DeliveryState.Sent);

    /// <summary>Work that is asked for once, and is not there any more.</summary>
    public class EndsWhenLookedFor : DispatchProxy
    {
        internal Func<Task<OpenItem?>> FindAsync { get; set; } = () => Task.FromResult<OpenItem?>(null);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => FindAsync();
    }
}
