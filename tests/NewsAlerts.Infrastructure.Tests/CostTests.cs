using System.Globalization;
using NewsAlerts.Infrastructure.Tests.Given;

namespace NewsAlerts.Infrastructure.Tests;

/// <summary>The table of costs follows from the prices, the counts and the formulas above it.</summary>
public class CostTests
{
    private const string Page = "docs/operations.md";
    private const int PrivateEndpoints = 7;
    private const int LogRules = 5;
    private const int MetricRules = 2;
    private const decimal MinutesOfAMonth = 60 * 24 * 30;

    [Fact]
    public void Each_figure_is_what_its_formula_gives()
    {
        var rows = Table(Page, "| *A* |");

        Assert.Equal(["100", "10,000", "1,000,000"], rows.Select(row => row[0]));
        Assert.All(rows, row =>
        {
            var profile = row[2].Split(", ");
            Assert.Equal(Figures(Number(row[0]), Number(row[1]), Number(profile[1]), Number(profile[2]), isLarge: profile[0] == "`large`"), row[3..]);
        });
    }

    [Fact]
    public void A_model_costs_what_its_tokens_cost()
    {
        var tokens = Table(Page, "| | articles | characters |").Single()[3..].Select(Number).ToArray();
        var prices = Table(Page, "| a model |").Single()[1..3].Select(Number).ToArray();
        var rows = Table(Page, "| *A* | input tokens |");

        Assert.Equal(["100", "10,000", "1,000,000"], rows.Select(row => row[0]));
        Assert.All(rows, row =>
        {
            var (input, output) = (Number(row[0]) * tokens[0], Number(row[0]) * tokens[1]);
            var month = ((input * prices[0]) + (output * prices[1])) / 1_000_000;
            Assert.Equal([Whole(input), Whole(output), Money(month), Money(month / 30)], row[1..]);
        });
    }

    [Fact]
    public void The_model_that_is_priced_is_the_one_that_the_guide_deploys()
    {
        var priced = Table(Page, "| a model |").Single();
        var guide = Repository.Read("docs/deploy.md");

        Assert.Contains($"\"name\": \"{priced[0].Trim('`')}\"", guide, StringComparison.Ordinal);
        Assert.Contains($"\"input\": \"{priced[1]}\", \"output\": \"{priced[2]}\"", guide, StringComparison.Ordinal);
    }

    [Fact]
    public void The_operations_are_those_that_were_counted()
    {
        var counted = Table("docs/measurements.md", "| operation | drop to inbox |").ToDictionary(row => row[0], row => row[1..].Select(cell => cell.Length == 0 ? 0 : Number(cell.Trim('*'))).ToArray());
        decimal[] Sum(int column, params string[] kinds) => [kinds.Sum(kind => counted[kind][column])];
        decimal[] Counts(int column) =>
        [
            .. Sum(column, "blob write"), .. Sum(column, "blob read"), .. Sum(column, "queue send", "queue receive, delete"), .. Sum(column, "table write, single", "table transaction", "table read, query"),
        ];
        var (article, digest, shard) = (Counts(0), Counts(1), Counts(2));

        // Beside what is counted: the drop, and the copy, which is a write; the transaction of the one match stands in a row of its own.
        Assert.Equal([article[0] + 2, article[1], article[2], article[3] - 1], Operations("an article"));
        Assert.Equal([0, 0, 0, 1], Operations("each match of it"));
        Assert.Equal(shard, Operations("each shard beyond the first, an article"));
        Assert.Equal(digest, Operations("a digest"));
        Assert.Equal(counted.Where(row => row.Key != "**together**").Aggregate(new decimal[3], (sum, row) => [.. sum.Zip(row.Value, (a, b) => a + b)]), counted["**together**"]);
    }

    [SkippableFact]
    public async Task What_is_paid_for_by_the_piece_is_what_is_deployed()
    {
        var small = await Installation.SmallAsync();
        var large = await Installation.OfAsync("large", []);

        Assert.Equal((LogRules, MetricRules, 0), Pieces(small));
        Assert.Equal((LogRules, MetricRules, PrivateEndpoints), Pieces(large));

        static (int, int, int) Pieces(Installation installation) => (
            installation.Of("Microsoft.Insights/scheduledQueryRules").Count(),
            installation.Of("Microsoft.Insights/metricAlerts").Count(),
            installation.Of("Microsoft.Network/privateEndpoints").Count());
    }

    private static string[] Figures(decimal articles, decimal readers, decimal shards, decimal memory, bool isLarge)
    {
        var (digests, matches) = (30 * readers, articles * Math.Max(1, readers / 100));
        var prices = Table(Page, "| | a price of |").ToDictionary(row => row[0].Trim('*'), row => Number(row[isLarge ? 3 : 2]));
        var operations = Operations("an article").Select((count, i) =>
            (articles * count) + (matches * Operations("each match of it")[i])
            + (articles * (shards - 1) * Operations("each shard beyond the first, an article")[i])
            + (digests * Operations("a digest")[i])).ToArray();
        var executions = (articles * (2 + shards)) + digests + (2 * MinutesOfAMonth);

        var storage = ((operations[0] * prices["w"]) + (operations[1] * prices["r"]) + (operations[2] * prices["q"]) + (operations[3] * prices["t"])) / 10_000;
        var time = (Math.Max(0, (executions * memory) - 100_000) * prices["x"]) + (Math.Max(0, executions - 250_000) * prices["e"] / 1_000_000);
        var events = 2 * ((articles * (Operations("an article")[0] + 1)) + digests) * prices["v"] / 1_000_000;
        var logs = Bytes(articles, matches, shards, digests, executions) / 1_000_000_000;
        var kept = Math.Max(0, logs - 5) * prices["g"];
        var watch = (LogRules * prices["l"]) + (MetricRules * prices["m"]) + (isLarge ? PrivateEndpoints * 730 * prices["p"] : 0);
        return
        [
            Whole(operations.Sum()), Whole(executions), logs.ToString("#,0.0", CultureInfo.InvariantCulture),
            Money(storage), Money(time), Money(events), Money(kept), Money(watch), Money(storage + time + events + kept + watch),
        ];
    }

    private static decimal Bytes(decimal articles, decimal matches, decimal shards, decimal digests, decimal executions)
    {
        var bytes = Table("docs/measurements.md", "| of what | bytes |").ToDictionary(row => row[0], row => Number(row[1]));
        var linked = Math.Min(100, matches / digests);
        return (articles * (bytes["an article"] + ((shards - 1) * bytes["each shard beyond the first, an article"])))
            + (digests * (bytes["a digest"] + (linked * bytes["each article in it, 100 at most"])))
            + (MinutesOfAMonth * bytes["a minute"]) + (Math.Min(MinutesOfAMonth, articles + digests) * bytes["a minute in which something is worked on, more"])
            + (executions * bytes["an execution, by the Functions host itself"]);
    }

    private static decimal[] Operations(string of) => [.. Table(Page, "| operations | blob writes |").Single(row => row[0] == of)[1..].Select(Number)];

    private static List<string[]> Table(string page, string header) =>
    [
        .. Repository.Read(page).Split('\n')
            .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line[1..^1].Split('|').Select(cell => cell.Trim()).ToArray()),
    ];

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Whole(decimal number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Money(decimal number) => number.ToString("#,0.00", CultureInfo.InvariantCulture);
}
