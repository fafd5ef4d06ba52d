using System.Text;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.EndToEnd.Recovery;

/// <summary>Promise 2: a correction is a new version that names what it replaces; twice is the same as once, and nobody gets anything again.</summary>
[Collection(EmulatorFixture.Collection)]
public sealed class ReplayTests(EmulatorFixture emulators)
{
    private static readonly Channel Reader = new Channel.Email("reader@example.com");

    [SkippableFact]
    public async Task A_better_summary_is_stored_beside_the_one_that_it_replaces_once_and_is_what_is_found()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var article = await SummarizedAsync(host);
        var first = await FindAsync(host, article);
        var firstBytes = await ReadAsync(host, $"{article}/summary.json");
        await using var better = Better(host);

        var replaced = Assert.IsType<ReplayOutcome.Replaced>(await ReplayAsync(better, article));
        var same = Assert.IsType<ReplayOutcome.Same>(await ReplayAsync(better, article));

        Assert.True(first.SaysTheSameAs(replaced.Before));
        Assert.Equal(((int?)1, 2, "Better: " + first.Headline), (replaced.After.Replaces, replaced.After.Revision, replaced.After.Headline));
        Assert.Equal(2, same.Summary.Revision);
        Assert.Equal(replaced.After.Headline, (await FindAsync(host, article)).Headline);
        Assert.Equal(firstBytes, await ReadAsync(host, $"{article}/summary.json"));
        Assert.Equal([$"{article}/article.json", $"{article}/summary.json", $"{article}/summary.v2.json"], await host.ListBlobsAsync(Containers.Library));
        var archived = Assert.Single(await host.Get<IArchive>().LatestAsync(host.Time.GetUtcNow().AddDays(-1), CancellationToken.None).ToListAsync());
        Assert.Equal(replaced.After.Headline, archived.Headline);
    }

    [SkippableFact]
    public async Task What_comes_out_as_it_was_makes_no_new_version_and_a_dry_run_stores_nothing()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var article = await SummarizedAsync(host);
        Assert.IsType<ReplayOutcome.Same>(await ReplayAsync(host, article));

        await using var better = Better(host);
        var outcome = await better.Get<SummaryReplay>().ReplayAsync(article, dryRun: true, evenWithoutModel: true, CancellationToken.None);

        Assert.StartsWith("Better: ", Assert.IsType<ReplayOutcome.Replaced>(outcome).After.Headline, StringComparison.Ordinal);
        Assert.Equal(2, (await host.ListBlobsAsync(Containers.Library)).Count);
        Assert.DoesNotContain("Better", (await FindAsync(host, article)).Headline, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Nothing_is_sent_or_matched_again_frozen_digests_stay_and_what_is_pending_gets_the_new_one()
    {
        await using var setup = await TestPipeline.StartAsync(emulators);
        var reader = new RecordingChannel();
        await using var host = setup.AnotherHost(emulators, services => services.ReplaceChannels(reader));
        await host.SubscribeAsync(Reader);
        var sent = await SummarizedAsync(host, 1);
        await host.SendDigestsAsync();
        var frozen = Assert.Single(await host.ListBlobsAsync(Containers.Digests));
        var bytes = await ReadAsync(host, frozen, Containers.Digests);
        var pending = await SummarizedAsync(host, 2);
        var late = await host.SubscribeAsync(Reader, "Late");
        await using var better = Better(host);

        await ReplayAsync(better, sent);
        await ReplayAsync(better, pending);
        await host.DrainAsync();
        Assert.Single(reader.Accepted);
        Assert.Equal(bytes, await ReadAsync(host, frozen, Containers.Digests));
        Assert.Empty(await host.Get<IInboxes>().ListPendingAsync(late.Id, DateTimeOffset.MaxValue, 10, CancellationToken.None));

        await host.SendDigestsAsync();
        Assert.Equal(2, reader.Accepted.Count);
        var item = Assert.Single(reader.Accepted.Last().Items);
        Assert.Equal((pending, 2), (item.ArticleId, item.Revision));
        Assert.StartsWith("Better: ", item.Headline, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_replay_killed_at_any_call_is_finished_by_the_next_one()
    {
        for (var call = 0; ; call++)
        {
            await using var host = await TestPipeline.StartAsync(emulators);
            var article = await SummarizedAsync(host);
            var killSwitch = new KillSwitch(call);
            await using (var doomed = Better(host, killSwitch))
            {
                await Record.ExceptionAsync(() => ReplayAsync(doomed, article));
            }

            await using var next = Better(host);
            await ReplayAsync(next, article);

            var at = killSwitch.KilledAt ?? "never";
            Assert.True((await FindAsync(host, article)).Revision == 2, $"Killed {at}: the new summary is not found.");
            Assert.True((await host.ListBlobsAsync(Containers.Library)).Count == 3, $"Killed {at}: there is one summary too many.");
            var archived = Assert.Single(await host.Get<IArchive>().LatestAsync(host.Time.GetUtcNow().AddDays(-1), CancellationToken.None).ToListAsync());
            Assert.True(archived.Headline.StartsWith("Better: ", StringComparison.Ordinal), $"Killed {at}: the archive has the old headline.");
            if (!killSwitch.HasKilled)
            {
                Assert.True(call >= 4, "The switch is not where the calls are.");
                return;
            }
        }
    }

    [SkippableFact]
    public async Task A_version_that_was_stored_and_not_yet_named_is_taken_up()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var article = await SummarizedAsync(host);
        await using var better = Better(host);
        var replaced = Assert.IsType<ReplayOutcome.Replaced>(await ReplayAsync(better, article));

        // As a kill between the two leaves it.
        await host.Get<StorageClients>().Container(Containers.Library).GetBlobClient($"{article}/summary.json").SetMetadataAsync(new Dictionary<string, string>());
        Assert.Equal(1, (await FindAsync(host, article)).Revision);

        Assert.IsType<ReplayOutcome.Same>(await ReplayAsync(better, article));
        Assert.True((await FindAsync(host, article)).SaysTheSameAs(replaced.After));
        Assert.Equal(3, (await host.ListBlobsAsync(Containers.Library)).Count);
    }

    [SkippableFact]
    public async Task A_model_s_summary_is_not_given_up_for_the_embedded_summariser_s_unless_that_is_asked_for()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var article = await SummarizedAsync(host);
        await using (var better = Better(host))
        {
            await ReplayAsync(better, article);
        }

        Assert.IsType<ReplayOutcome.Kept>(await host.Get<SummaryReplay>().ReplayAsync(article, dryRun: false, evenWithoutModel: false, CancellationToken.None));
        Assert.Equal(2, (await FindAsync(host, article)).Revision);

        Assert.IsType<ReplayOutcome.Replaced>(await ReplayAsync(host, article));
        Assert.Equal((3, "embedded"), ((await FindAsync(host, article)).Revision, (await FindAsync(host, article)).Engine));
    }

    [SkippableFact]
    public async Task An_article_without_a_summary_is_handed_to_its_stage()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var outcome = Assert.IsType<Ingesting.IngestOutcome.Ingested>(await host.IngestAsync(await host.DropAsync("a.txt", Texts.Article(1))));
        await host.TakeAsync(Queues.Summarize);

        Assert.IsType<ReplayOutcome.NotSummarized>(await ReplayAsync(host, outcome.Added[0]));
        await host.DrainAsync();

        Assert.Equal(1, (await FindAsync(host, outcome.Added[0])).Revision);
        Assert.IsType<ReplayOutcome.NoArticle>(await ReplayAsync(host, ArticleId.Of(null, "Nobody stored this.")));
    }

    [SkippableFact]
    public async Task The_archive_gives_what_came_between_two_times_newest_first()
    {
        await using var host = await TestPipeline.StartAsync(emulators);
        var archive = host.Get<IArchive>();
        var noon = new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
        for (var hours = 0; hours < 72; hours += 12)
        {
            await archive.AddAsync(new ArchiveEntry(noon.AddHours(hours), ArticleId.Of(null, $"{hours}"), $"{hours}", null, "en"), CancellationToken.None);
        }

        var found = await archive.BetweenAsync(noon.AddHours(12), noon.AddHours(48), CancellationToken.None).Select(entry => entry.Headline).ToListAsync();

        Assert.Equal(["36", "24", "12"], found);
    }

    /// <summary>Another host, with a summariser that got better.</summary>
    private TestPipeline Better(TestPipeline host, KillSwitch? killSwitch = null) => host.AnotherHost(emulators, services =>
    {
        services.Replace(ServiceDescriptor.Singleton<ISummarizer>(provider => new BetterSummarizer(ActivatorUtilities.CreateInstance<Summarizing.Embedded.EmbeddedSummarizer>(provider))));
        killSwitch?.Wrap(services);
    });

    private static async Task<ArticleId> SummarizedAsync(TestPipeline host, int number = 1)
    {
        var outcome = (Ingesting.IngestOutcome.Ingested)await host.IngestAsync(await host.DropAsync($"{number}.txt", Texts.Article(number)));
        await host.DrainAsync();
        return outcome.Added[0];
    }

    private static Task<ReplayOutcome> ReplayAsync(TestPipeline host, ArticleId article) =>
        host.Get<SummaryReplay>().ReplayAsync(article, dryRun: false, evenWithoutModel: true, CancellationToken.None);

    private static async Task<Summary> FindAsync(TestPipeline host, ArticleId article) => (await host.Get<ILibrary>().FindSummaryAsync(article, CancellationToken.None))!;

    private static async Task<string> ReadAsync(TestPipeline host, string blob, string container = Containers.Library)
    {
        BlobDownloadResult read = await host.Get<StorageClients>().Container(container).GetBlobClient(blob).DownloadContentAsync();
        return Encoding.UTF8.GetString(read.Content);
    }

    private sealed class BetterSummarizer(ISummarizer inner) : ISummarizer
    {
        public async ValueTask<Summary> SummarizeAsync(Article article, CancellationToken cancellationToken)
        {
            var summary = await inner.SummarizeAsync(article, cancellationToken);
            return summary with { Headline = "Better: " + summary.Headline, Engine = "better" };
        }
    }
}
