using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Functions.Tests.Given;

namespace NewsAlerts.Functions.Tests;

public partial class DocumentedTests
{
    private const string Page = "docs/functions.md";

    [Fact]
    public void Every_documented_function_exists_and_every_function_is_documented() =>
        Assert.Equal(
            Documents.ReadTable(Page, "| Function |").Select(row => row[0]).Order(),
            App.Functions.Select(function => function.Name).Order());

    [Fact]
    public void The_host_settings_are_as_documented() =>
        Assert.Equal(
            Documents.ReadTable(Page, "| setting |").ToDictionary(row => row[0], row => row[1] == "(empty)" ? "" : row[1]).Order(ByKey),
            Documents.ReadJson("host.json").Where(setting => setting.Key is not "version" && !setting.Key.StartsWith("logging.", StringComparison.Ordinal)).Order(ByKey));

    [Fact]
    public void The_host_json_is_of_the_version_that_the_host_reads() => Assert.Equal("2.0", Documents.ReadJson("host.json")["version"]);

    [Fact]
    public void The_requests_to_try_are_those_that_the_functions_answer() =>
        Assert.Equal(
            App.Functions.Select(function => function.Trigger).OfType<HttpTriggerAttribute>()
                .SelectMany(trigger => trigger.Methods!, (trigger, method) => $"{method.ToUpperInvariant()} {trigger.Route!.Replace("{token}", "{{token}}", StringComparison.Ordinal)}")
                .Order(StringComparer.Ordinal),
            Request().Matches(Repository.Read("src/NewsAlerts.Functions/test.http")).Select(match => $"{match.Groups[1]} {match.Groups[2]}")
                .Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_sample_settings_turn_off_the_function_that_Azurite_cannot_trigger()
    {
        var settings = Documents.ReadJson("src/NewsAlerts.Functions/local.settings.sample.json");

        Assert.Equal(
            ["Values.AzureWebJobs.IngestArticleFromEvent.Disabled"],
            settings.Where(setting => setting.Key.EndsWith(".Disabled", StringComparison.Ordinal) && setting.Value == "true").Select(setting => setting.Key));
        Assert.Equal("UseDevelopmentStorage=true", settings[$"Values.{FunctionsApp.Connection}"]);
    }

    private static Comparer<KeyValuePair<string, string>> ByKey { get; } = Comparer<KeyValuePair<string, string>>.Create(
        (one, other) => string.CompareOrdinal(one.Key, other.Key));

    [GeneratedRegex(@"^([A-Z]+) \{\{app\}\}/(\S+)$", RegexOptions.Multiline)]
    private static partial Regex Request();
}
