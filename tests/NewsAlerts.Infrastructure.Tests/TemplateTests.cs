using System.Text.Json;
using NewsAlerts.Infrastructure.Tests.Given;

namespace NewsAlerts.Infrastructure.Tests;

public class TemplateTests
{
    [SkippableTheory]
    [InlineData("main.bicep")]
    [InlineData("event-subscription.bicep")]
    public async Task A_template_with_its_modules_passes_every_rule(string file) => Assert.Equal(new Ran(0, "", ""), await Bicep.RunAsync("lint", file));

    [Fact]
    public void Every_rule_is_an_error_but_the_one_whose_verdict_changes_with_the_date()
    {
        using var config = JsonDocument.Parse(Repository.Read("infra/bicepconfig.json"));
        var rules = config.RootElement.GetProperty("analyzers").GetProperty("core").GetProperty("rules").EnumerateObject().ToList();

        Assert.True(rules.Count > 40);
        Assert.Equal(["use-recent-api-versions"], rules.Where(rule => rule.Value.GetProperty("level").GetString() != "error").Select(rule => rule.Name));
    }

    [SkippableTheory]
    [InlineData("main.bicep")]
    [InlineData("installation.bicep")]
    [InlineData("event-subscription.bicep")]
    public async Task A_template_says_what_it_asks_for_and_what_it_answers(string file)
    {
        using var template = JsonDocument.Parse(await Bicep.BuildAsync(file));

        foreach (var section in new[] { "parameters", "outputs" })
        {
            var parts = template.RootElement.TryGetProperty(section, out var found) ? found.EnumerateObject().ToList() : [];
            Assert.All(parts, part => Assert.NotEqual("", part.Value.GetProperty("metadata").GetProperty("description").GetString()));
        }
    }

    [SkippableFact]
    public async Task A_group_of_ones_own_gets_the_same_parameters_as_a_new_one()
    {
        using var main = JsonDocument.Parse(await Bicep.BuildAsync("main.bicep"));
        using var installation = JsonDocument.Parse(await Bicep.BuildAsync("installation.bicep"));

        Assert.Equal(Parameters(main).Order(), Parameters(installation).Order());

        static IEnumerable<string> Parameters(JsonDocument template) =>
            template.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name);
    }

    [SkippableFact]
    public async Task A_value_that_is_not_allowed_is_refused_before_anything_is_deployed()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Installation.OfAsync("small", [], ("'Standard_LRS'", "'Standard_Tape'")));

        Assert.Contains("Standard_Tape", refused.Message, StringComparison.Ordinal);
    }
}
