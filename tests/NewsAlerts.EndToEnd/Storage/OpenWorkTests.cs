using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.EndToEnd.Storage;

[Collection(EmulatorFixture.Collection)]
public sealed class OpenWorkTests(EmulatorFixture emulators)
{
    private static readonly ArticleId Article = ArticleId.Of("Title", "Text.");
    private static readonly SummarizeRequest Summarize = new(Article);

    [SkippableFact]
    public async Task Work_passes_from_one_stage_to_all_shards_of_the_next_and_a_repetition_changes_nothing()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var open = pipeline.Get<IOpenWork>();
        var now = pipeline.Time.GetUtcNow();
        List<RouteRequest> shards = [.. Enumerable.Range(0, 256).Select(shard => new RouteRequest(Article, shard))];
        await open.OpenAsync(Summarize, now, CancellationToken.None);

        for (var time = 0; time < 2; time++)
        {
            await open.PassOnAsync(Summarize, [.. shards.Select(shard => new OpenItem(shard, 0, now))], CancellationToken.None);

            var listed = await open.ListDueAsync(now, CancellationToken.None).ToListAsync();
            Assert.Equal(shards, listed.Select(item => (RouteRequest)item.Request).OrderBy(request => request.Shard));
        }
    }

    [SkippableFact]
    public async Task Only_work_whose_next_look_is_due_is_listed()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var open = pipeline.Get<IOpenWork>();
        var now = pipeline.Time.GetUtcNow();
        await open.SaveAsync(new OpenItem(Summarize, 3, now.AddMinutes(5)), CancellationToken.None);

        Assert.Empty(await open.ListDueAsync(now, CancellationToken.None).ToListAsync());
        var item = Assert.Single(await open.ListDueAsync(now.AddMinutes(5), CancellationToken.None).ToListAsync());
        Assert.Equal((Summarize, 3), (item.Request, item.Checks));
    }

    [SkippableFact]
    public async Task Closed_work_is_gone_and_may_be_closed_again()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var open = pipeline.Get<IOpenWork>();
        await open.OpenAsync(Summarize, pipeline.Time.GetUtcNow(), CancellationToken.None);

        await open.CloseAsync(Summarize, CancellationToken.None);
        await open.CloseAsync(Summarize, CancellationToken.None);

        Assert.Null(await open.FindAsync(Summarize, CancellationToken.None));
    }
}
