using NewsAlerts.Articles;
using NewsAlerts.EndToEnd.Given;
using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.EndToEnd.Pipeline;

[Collection(EmulatorFixture.Collection)]
public sealed class RuleTests(EmulatorFixture emulators)
{
    private static readonly Channel Reader = new Channel.Email("reader@example.org");

    private const string Ferry = "Title: Ferry crews strike again\nCategory: Transport\n\nThe ferries to Lindholm stayed in port on Monday. Their crews ask for better pay, the union said.";
    private const string Football = "Title: Lindholm wins the cup\nCategory: Sport\n\nLindholm beat Harbour by two goals on Sunday. The team came by ferry and was cheered at the port.";

    [SkippableFact]
    public async Task Articles_go_where_a_rule_asks_for_them()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var strikes = await pipeline.SubscribeAsync(Reader, rule: "ferries (strike OR cancelled)");
        var sport = await pipeline.SubscribeAsync(Reader, rule: "category:sport lang:en");
        var travel = await pipeline.SubscribeAsync(Reader, rule: "ferry -category:sport");
        var everything = await pipeline.SubscribeAsync(Reader);

        await pipeline.DropAsync("ferry.txt", Ferry);
        await pipeline.DropAsync("football.txt", Football);
        await pipeline.DrainAsync();

        Assert.Equal(["Ferry crews strike again"], await TitlesAsync(pipeline, strikes));
        Assert.Equal(["Lindholm wins the cup"], await TitlesAsync(pipeline, sport));
        Assert.Equal(["Ferry crews strike again"], await TitlesAsync(pipeline, travel));
        Assert.Equal(["Ferry crews strike again", "Lindholm wins the cup"], await TitlesAsync(pipeline, everything));
    }

    [SkippableFact]
    public async Task A_changed_rule_applies_on_every_host_to_what_is_routed_then()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        await using var other = pipeline.AnotherHost(emulators);
        var subscription = await pipeline.SubscribeAsync(Reader, rule: "cup");
        await pipeline.DropAsync("ferry.txt", Ferry);
        await other.DrainAsync();
        Assert.Empty(await TitlesAsync(pipeline, subscription));

        await pipeline.Get<ISubscriptions>().ChangeAsync(
            subscription.Id, one => one with { Rule = Rule.Parse("ferry \"in port\"") }, (_, due) => due, CancellationToken.None);
        await pipeline.DropAsync("second.txt", Ferry.Replace("Monday", "Tuesday", StringComparison.Ordinal));
        await other.DrainAsync();

        Assert.Equal(["Ferry crews strike again"], await TitlesAsync(pipeline, subscription));
    }

    [SkippableFact]
    public async Task A_rule_of_ten_thousand_characters_of_any_script_comes_back_from_the_table()
    {
        await using var pipeline = await TestPipeline.StartAsync(emulators);
        var rule = string.Join(" OR ", Enumerable.Range(0, 1_000).Select(number => $"\"日{number}\""));

        var subscription = await pipeline.SubscribeAsync(Reader, rule: rule);

        Assert.Equal(rule, (await pipeline.Get<ISubscriptions>().FindAsync(subscription.Id, CancellationToken.None))!.Rule!.ToString());
    }

    private static async Task<IReadOnlyList<string?>> TitlesAsync(TestPipeline pipeline, Subscription subscription)
    {
        var pending = await pipeline.Get<IInboxes>().ListPendingAsync(subscription.Id, pipeline.Time.GetUtcNow().AddDays(1), 100, CancellationToken.None);
        var titles = new List<string?>();
        foreach (var item in pending)
        {
            titles.Add((await pipeline.Get<ILibrary>().FindArticleAsync(item.ArticleId, CancellationToken.None))!.Citation.Title);
        }

        return [.. titles.Order(StringComparer.Ordinal)];
    }
}
