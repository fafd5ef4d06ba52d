using NewsAlerts.Adapters.Storage;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Ingesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Recovery;

/// <summary>What failed is started again by hand, the way its stage was started; twice is the same as once.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class FailureRetryTests(EmulatorFixture emulators)
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");

    [SkippableFact]
    public async Task A_rejected_original_goes_back_into_the_inbox_and_is_an_article_once_its_cause_is_mended()
    {
        await using var host = await TestPipeline.StartAsync(emulators, ("Ingest:MaxOriginalBytes", "1024"));
        await host.IngestAsync(await host.DropAsync("long.txt", Texts.Article(1) + new string('\n', 1_024)));
        var failure = await OnlyFailureAsync(host);
        Assert.Equal("TooLarge", failure.Reason);
        await using var mended = host.AnotherHost(emulators);

        for (var time = 0; time < 2; time++)
        {
            var outcome = await RetryAsync(mended, failure);

            Assert.Equal(time == 0 ? new FailureRetryOutcome.Restored("long.txt") : new FailureRetryOutcome.NotListed(), outcome);
            Assert.Equal(["long.txt"], await mended.ListBlobsAsync(Containers.Articles));
            Assert.Empty(await mended.ListBlobsAsync(Containers.Rejected));
            Assert.Empty(await FailuresAsync(mended));
        }

        await mended.DrainAsync();
        Assert.Equal(1, await mended.CountRowsAsync(Tables.Archive));
        Assert.Single(await mended.ListBlobsAsync(Containers.Originals));
    }

    [SkippableFact]
    public async Task An_original_that_fails_again_is_listed_again_and_one_whose_name_is_taken_gets_another()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        await host.IngestAsync(await host.DropAsync("empty.txt", " "));
        var failure = await OnlyFailureAsync(host);
        await host.DropAsync("empty.txt", Texts.Article(1));

        Assert.Equal(new FailureRetryOutcome.Restored("empty (2).txt"), await RetryAsync(host, failure));
        await host.DrainAsync();

        var again = await OnlyFailureAsync(host);
        Assert.Equal(("Empty", "empty (2).txt"), (again.Reason, again.Subject));
        Assert.NotEqual(failure.Key, again.Key);
        Assert.Equal(1, await host.CountRowsAsync(Tables.Archive));
    }

    [SkippableFact]
    public async Task Two_who_retry_an_original_at_once_put_it_back_once()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        await host.IngestAsync(await host.DropAsync("empty.txt", " "));
        var failure = await OnlyFailureAsync(host);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RetryAsync(host, failure)));

        Assert.Equal(["empty.txt"], await host.ListBlobsAsync(Containers.Articles));
    }

    [SkippableFact]
    public async Task An_original_that_is_not_kept_any_longer_stays_listed()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        await host.IngestAsync(await host.DropAsync("empty.txt", " "));
        foreach (var blob in await host.ListBlobsAsync(Containers.Rejected))
        {
            await host.Get<StorageClients>().Container(Containers.Rejected).DeleteBlobAsync(blob);
        }

        Assert.IsType<FailureRetryOutcome.OriginalGone>(await RetryAsync(host, await OnlyFailureAsync(host)));
        await OnlyFailureAsync(host);
    }

    [SkippableFact]
    public async Task A_feed_s_bad_entry_brings_the_whole_feed_back_and_its_other_articles_are_known()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        await host.DropAsync("feed.atom", Feed("", Texts.Article(2)));
        await host.DrainAsync();
        var failure = await OnlyFailureAsync(host);
        Assert.Contains("Entry 1", failure.Detail, StringComparison.Ordinal);

        Assert.Equal(new FailureRetryOutcome.Restored("feed.atom"), await RetryAsync(host, failure));
        Assert.Empty(await FailuresAsync(host));
        await host.DrainAsync();

        Assert.Equal(failure.Reason, (await OnlyFailureAsync(host)).Reason);
        Assert.Equal(1, await host.CountRowsAsync(Tables.Archive));
    }

    [SkippableTheory]
    [InlineData(Stages.Summarize)]
    [InlineData(Stages.Route)]
    public async Task Poisoned_work_is_started_again_once_however_often_that_is_asked_and_is_off_the_list_when_it_has_ended(string stage)
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        await host.SubscribeAsync(Reader);
        var request = await PoisonAsync(host, stage);
        var failure = await OnlyFailureAsync(host);
        Assert.Equal(("Stuck", 0), (failure.Reason, await host.CountRowsAsync(Tables.Open)));

        Assert.IsType<FailureRetryOutcome.Started>(await RetryAsync(host, failure));
        var failing = await OnlyFailureAsync(host);
        Assert.IsType<FailureRetryOutcome.UnderWay>(await RetryAsync(host, failing));

        Assert.Equal((Failure.Failing, failure.At), (failing.Reason, failing.At));
        Assert.Equal([request], await host.TakeAsync(stage));

        // The message is lost with its host: the row in Open brings another.
        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        await host.DrainAsync();
        await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        Assert.Empty(await FailuresAsync(host));
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
        Assert.Equal(1, await host.CountRowsAsync(Tables.Archive));
        var inbox = await host.Get<ISubscriptions>().ListAsync(CancellationToken.None).SingleAsync();
        Assert.Single(await host.Get<IInboxes>().ListPendingAsync(inbox.Id, DateTimeOffset.MaxValue, 10, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_host_killed_anywhere_in_a_retry_leaves_work_that_is_listed_or_started()
    {
        for (var call = 0; ; call++)
        {
            await using var host = await TestPipeline.StartAsync(emulators);
            await PoisonAsync(host, Stages.Summarize);
            var failure = await OnlyFailureAsync(host);
            var killSwitch = new KillSwitch(call);
            await using (var doomed = host.AnotherHost(emulators, killSwitch.Wrap))
            {
                await Record.ExceptionAsync(() => RetryAsync(doomed, failure));
            }

            await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
            Assert.True((await FailuresAsync(host)).Count == 1, $"Killed {killSwitch.KilledAt}: the failure is not listed and its work not done.");
            await RetryAsync(host, await OnlyFailureAsync(host));
            await host.DrainAsync();

            // What was announced and not sent is sent by Sweep.
            host.Time.Advance(TimeSpan.FromMinutes(6));
            await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
            await host.DrainAsync();
            await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
            Assert.True((await FailuresAsync(host)).Count == 0 && await host.CountRowsAsync(Tables.Archive) == 1, $"Killed {killSwitch.KilledAt}: the work did not end.");
            if (!killSwitch.HasKilled)
            {
                Assert.True(call >= 3, "The switch is not where the calls are.");
                return;
            }
        }
    }

    [SkippableFact]
    public async Task A_failed_delivery_begins_anew_under_its_id_and_one_that_arrived_goes_from_the_list()
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        var reader = new RecordingChannel();
        await using var host = setup.AnotherHost(emulators, services => services.ReplaceChannels(reader));
        await host.SubscribeAsync(Reader);
        await host.DropAsync("a.txt", Texts.Article(1));
        reader.Answer(new SendOutcome.Refused("550 no"));
        await host.DrainAsync();
        await host.SendDigestsAsync();
        var failure = await OnlyFailureAsync(host);
        Assert.Equal(DeliveryEnds.NotDelivered, failure.Reason);

        Assert.IsType<FailureRetryOutcome.Started>(await RetryAsync(host, failure));
        Assert.IsType<FailureRetryOutcome.NotListed>(await RetryAsync(host, failure));
        await host.DrainAsync();

        Assert.Equal(failure.Key, Assert.Single(reader.Accepted).Id.ToString());
        await host.Get<IFailures>().AddAsync(failure, CancellationToken.None);
        var arrived = Assert.IsType<FailureRetryOutcome.NotDeliverable>(await RetryAsync(host, failure));
        Assert.IsType<RetryOutcome.Arrived>(arrived.Why);
        Assert.Empty(await FailuresAsync(host));
        Assert.Single(reader.Accepted);
    }

    [SkippableFact]
    public async Task What_no_stage_mends_says_what_does_and_stays_listed()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        await host.Get<StorageClients>().Queue(Queues.Summarize + Queues.PoisonSuffix).SendMessageAsync("""{"version":9,"articleId":"x"}""");
        await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        var newer = await OnlyFailureAsync(host);
        var without = newer with { Stage = Stages.Deliver, Message = null };
        await host.Get<IFailures>().AddAsync(without, CancellationToken.None);

        Assert.IsType<FailureRetryOutcome.Unreadable>(await RetryAsync(host, newer));
        Assert.IsType<FailureRetryOutcome.NotToBeRetried>(await RetryAsync(host, without));

        Assert.Equal([null, """{"version":9,"articleId":"x"}"""], (await FailuresAsync(host)).Select(failure => failure.Message));
        Assert.Equal(0, await host.CountRowsAsync(Tables.Open));
    }

    /// <summary>Work of a stage that was given up: its message failed too often, and Sweep with it.</summary>
    private static async Task<StageRequest> PoisonAsync(TestPipeline host, string stage)
    {
        await host.IngestAsync(await host.DropAsync("a.txt", Texts.Article(1)));
        if (stage == Stages.Route)
        {
            await host.PrepareAsync();
        }

        var request = (await host.TakeAsync(stage)).Single();
        await host.Get<IOpenWork>().SaveAsync(new OpenItem(request, 12, host.Time.GetUtcNow()), CancellationToken.None);
        await host.Get<Sweeper>().SweepAsync(CancellationToken.None);
        return request;
    }

    private static Task<FailureRetryOutcome> RetryAsync(TestPipeline host, Failure failure) =>
        host.Get<FailureRetry>().RetryAsync(failure, CancellationToken.None);

    private static async Task<IReadOnlyList<Failure>> FailuresAsync(TestPipeline host) =>
        await host.Get<IFailures>().ListAsync(CancellationToken.None).ToListAsync();

    private static async Task<Failure> OnlyFailureAsync(TestPipeline host) => Assert.Single(await FailuresAsync(host));

    private static string Feed(params string[] texts) => $"""
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title>
        {string.Concat(texts.Select((text, i) => $"<entry><id>{i}</id><title>Entry {i}</title><content type=\"text\">{text}</content></entry>"))}
        </feed>
        """;
}
