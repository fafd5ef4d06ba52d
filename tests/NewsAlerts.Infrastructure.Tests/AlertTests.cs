using System.Text.Json;
using System.Text.RegularExpressions;
using NewsAlerts.Infrastructure.Tests.Given;

namespace NewsAlerts.Infrastructure.Tests;

public partial class AlertTests
{
    private const string Runbook = "docs/operations.md";
    private const string Metrics = "docs/observability.md";

    [SkippableFact]
    public async Task Every_rule_has_a_place_in_the_runbook_with_its_cause_where_to_look_and_how_to_mend_it()
    {
        var installation = await Installation.WithEverythingAsync();
        var suffix = installation.The("Microsoft.Insights/components").Name["appi".Length..];
        var rules = Rules(installation).Append(installation.The("Microsoft.Consumption/budgets")).Select(rule => rule.Name.Replace(suffix, "", StringComparison.Ordinal)).ToList();
        var entries = Repository.Read(Runbook).Split("\n### ").Skip(1).ToDictionary(entry => entry.Split('\n')[0].Trim('`'), entry => entry.Split("\n## ")[0]);

        Assert.Equal(10, rules.Count);
        Assert.All(rules, rule =>
        {
            Assert.True(entries.TryGetValue(rule, out var entry), $"{Runbook} has no heading ### `{rule}`.");
            Assert.All(["**Cause.**", "**Look.**", "**Mend.**"], part => Assert.Contains(part, entry, StringComparison.Ordinal));
        });
    }

    [SkippableFact]
    public async Task Every_rule_tells_those_who_are_to_be_told()
    {
        var installation = await Installation.WithEverythingAsync();
        var people = installation.The("Microsoft.Insights/actionGroups");

        Assert.Equal(
            ["desk@example.org", "night@example.org"],
            people.Properties.GetProperty("emailReceivers").EnumerateArray().Select(receiver => receiver.GetProperty("emailAddress").GetString()));
        Assert.All(Rules(installation).Append(installation.The("Microsoft.Consumption/budgets")), rule => Assert.Contains(people.Id, rule.Json.GetRawText(), StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task The_thresholds_are_those_that_the_parameters_give()
    {
        var installation = await Installation.WithEverythingAsync();

        Assert.Equal(("GreaterThan", 0, "PT15M"), Criterion("poisoned-work"));
        Assert.Equal(("GreaterThan", 15, "PT5M"), Criterion("oldest-original-waits"));
        Assert.Equal(("GreaterThan", 100, "PT1H"), Criterion("deliveries-fail"));
        Assert.Equal(("GreaterThan", 80, "P1D"), Criterion("model-spend-near-budget"));
        Assert.Equal(("LessThan", 1, "PT15M"), Criterion("sweep-is-silent"));
        Assert.Contains("/ 5", Query(The("model-spend-near-budget")), StringComparison.Ordinal);
        Assert.Equal("3000", installation.The("Microsoft.Consumption/budgets").Value("properties.amount"));

        Resource The(string name) => Assert.Single(Rules(installation), rule => rule.Name.StartsWith(name, StringComparison.Ordinal));

        (string, int, string) Criterion(string name)
        {
            var criterion = The(name).Properties.GetProperty("criteria").GetProperty("allOf")[0];
            return (criterion.GetProperty("operator").GetString()!, criterion.GetProperty("threshold").GetInt32(), The(name).Value("properties.windowSize")!);
        }
    }

    [SkippableFact]
    public async Task Without_a_model_or_a_budget_nothing_watches_over_them()
    {
        var installation = await Installation.OfAsync("small", new() { ["NEWSALERTS_MONTHLY_BUDGET"] = "0" });

        Assert.DoesNotContain(Rules(installation), rule => rule.Name.StartsWith("model", StringComparison.Ordinal));
        Assert.Empty(installation.Of("Microsoft.Consumption/budgets"));
    }

    [SkippableFact]
    public async Task Every_metric_and_attribute_that_is_asked_for_is_one_that_the_code_sends()
    {
        var installation = await Installation.WithEverythingAsync();
        var workbook = installation.The("Microsoft.Insights/workbooks").Value("properties.serializedData")!;
        var asked = Rules(installation).Where(rule => rule.Type.EndsWith("scheduledQueryRules", StringComparison.Ordinal)).Select(Query).Append(workbook)
            .SelectMany(query => Asked().Matches(query)).Select(match => match.Groups[1].Value).Distinct().ToList();
        var sent = Documented().Matches(Repository.Read(Metrics)).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.True(asked.Count > 20);
        Assert.Empty(asked.Except(sent));
    }

    /// <summary>That its grammar, tables and columns are right is checked by .ci/queries.</summary>
    [SkippableFact]
    public async Task Every_query_asks_its_metric_for_attributes_that_it_has()
    {
        var installation = await Installation.WithEverythingAsync();
        using var workbook = JsonDocument.Parse(installation.The("Microsoft.Insights/workbooks").Value("properties.serializedData")!);
        var attributesOf = Row().Matches(Repository.Read(Metrics)).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);
        var queries = workbook.RootElement.GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("type").GetInt32() == 3)
            .Select(item => item.GetProperty("content").GetProperty("query").GetString()!)
            .Concat(Rules(installation).Where(rule => rule.Type.EndsWith("scheduledQueryRules", StringComparison.Ordinal)).Select(Query))
            .Where(query => query.Contains("AppMetrics", StringComparison.Ordinal))
            .ToList();

        Assert.True(queries.Count > 20);
        Assert.All(queries, query =>
        {
            var metric = Metric().Match(query).Groups[1].Value;
            Assert.All(Attribute().Matches(query), attribute => Assert.Contains($"`{attribute.Groups[1].Value}`", attributesOf[metric], StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_query_is_one_of_a_rule() => Assert.Equal(
        Directory.EnumerateFiles(Repository.PathOf("infra/queries")).Select(file => $"'../queries/{Path.GetFileName(file)}'").Order(),
        Loaded().Matches(Repository.Read("infra/modules/alerts.bicep")).Select(match => match.Groups[1].Value).Order());

    [SkippableFact]
    public async Task The_workbook_asks_the_workspace_that_the_metrics_are_in()
    {
        var installation = await Installation.WithEverythingAsync();
        using var workbook = JsonDocument.Parse(installation.The("Microsoft.Insights/workbooks").Value("properties.serializedData")!);
        var workspace = installation.The("Microsoft.OperationalInsights/workspaces").Id;

        var queries = workbook.RootElement.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("type").GetInt32() == 3).ToList();
        Assert.True(queries.Count > 15);
        Assert.All(queries, item => Assert.Equal([workspace], item.GetProperty("content").GetProperty("crossComponentResources").EnumerateArray().Select(id => id.GetString())));
    }

    private static List<Resource> Rules(Installation installation) =>
        [.. installation.Of("Microsoft.Insights/scheduledQueryRules"), .. installation.Of("Microsoft.Insights/metricAlerts")];

    private static string Query(Resource rule) => rule.Properties.GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!;

    [GeneratedRegex(@"'((?:newsalerts|gen_ai|messaging)\.[a-z_.]+)'")]
    private static partial Regex Asked();

    [GeneratedRegex(@"`((?:newsalerts|gen_ai|messaging)\.[a-z_.]+)`")]
    private static partial Regex Documented();

    [GeneratedRegex(@"^\| `([\w.]+)` \| (?:counter|histogram|gauge) \| `[^`]+` \|([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"Name == '([^']+)'")]
    private static partial Regex Metric();

    [GeneratedRegex(@"Properties\['([^']+)'\]")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"loadTextContent\(('\.\./queries/[^']+')\)")]
    private static partial Regex Loaded();
}
