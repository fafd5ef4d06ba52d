using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Adapters.OpenAI;

namespace NewsAlerts.EndToEnd.Pipeline;

[Collection(EmulatorFixture.Collection)]
public sealed class ModelTests(EmulatorFixture emulators)
{
    private const string Ferry =
        "Ferry Sandpiper sails again\n\nThe ferry Sandpiper carried 214 passengers to Port Ellery on Monday after a winter of repairs. The harbour board will raise the fare by 10 per cent in May to pay for the crew.\n";

    private const string Lamps =
        "Council repairs street lamps\n\nThe council of Tarnhope voted on Tuesday to repair 640 street lamps before the winter begins. The work will cost 90,000 crowns and end in October.\n";

    [SkippableFact]
    public async Task A_dropped_article_is_condensed_by_the_model_and_what_it_cost_is_in_storage_for_all_hosts()
    {
        await using var model = (await ModelServer.StartAsync()).SaysTheFirstSentence();
        // Enough to set one request aside, not two, and what the first one did use stays used.
        (string, string)[] settings = [("OpenAI:Endpoint", model.Address + "/v1"), ("OpenAI:Model", "test-model"), ("OpenAI:DailyTokens", "3000")];
        await using var one = await TestPipeline.StartAsync(emulators, settings);
        await using var other = one.AnotherHost(emulators, with: null, settings);

        await one.DropAsync("ferry.txt", System.Text.Encoding.UTF8.GetBytes(Ferry));
        await one.DrainAsync();
        await other.DropAsync("lamps.txt", System.Text.Encoding.UTF8.GetBytes(Lamps));
        await other.DrainAsync();

        var summaries = await SummariesAsync(one);
        Assert.Equal(["embedded", "test-model"], summaries.Select(summary => summary.Engine).Order());
        Assert.Equal("Made without the model: its budget for the day is used up.", Assert.Single(summaries.Single(summary => summary.Engine == "embedded").Notes));
        Assert.Single(model.Requests);
        Assert.Equal(1, await one.CountRowsAsync(Tables.Spend));
    }

    private static async Task<IReadOnlyList<Summary>> SummariesAsync(TestPipeline pipeline)
    {
        var library = pipeline.Get<ILibrary>();
        var summaries = new List<Summary>();
        await foreach (var entry in pipeline.Get<IArchive>().LatestAsync(pipeline.Time.GetUtcNow().AddDays(-2), CancellationToken.None))
        {
            summaries.Add((await library.FindSummaryAsync(entry.ArticleId, CancellationToken.None))!);
        }

        return summaries;
    }
}
