using System.Text.RegularExpressions;
using NewsAlerts.Infrastructure.Tests.Given;

namespace NewsAlerts.Infrastructure.Tests;

/// <summary>Azure's rules for names: learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules.</summary>
public class NameTests
{
    // As long as azd allows, and with the same letters at the beginning.
    private const string LongWithHyphens = "sixty-four-letters-and-digits-and-hyphens-are-the-most-azd-takes";
    private const string LongInCapitals = "SIXTYFOURLETTERSANDDIGITSANDNOTASINGLEHYPHENARETHEMOSTAZDTAKES12";

    private static readonly Dictionary<string, string> Rules = new()
    {
        ["Microsoft.Authorization/roleAssignments"] = "^.+$",
        ["Microsoft.CognitiveServices/accounts"] = "^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}[a-zA-Z0-9]$",
        ["Microsoft.Consumption/budgets"] = "^[a-zA-Z0-9_-]{1,63}$",
        ["Microsoft.EventGrid/systemTopics"] = "^[a-zA-Z0-9-]{3,50}$",
        ["Microsoft.Insights/actionGroups"] = "^[^:<>+/&%\\\\?|]{1,260}(?<![ .])$",
        ["Microsoft.Insights/components"] = "^[^%&\\\\?/]{1,260}(?<![ .])$",
        ["Microsoft.Insights/metricAlerts"] = "^[^*#&+:<>?@%{}\\\\/]{1,260}(?<![ .])$",
        ["Microsoft.Insights/scheduledQueryRules"] = "^[^*<>%{}&:\\\\?/#|]{1,260}(?<![ .])$",
        ["Microsoft.Insights/workbooks"] = "^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$",
        ["Microsoft.KeyVault/vaults"] = "^(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = "^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$",
        ["Microsoft.Network/privateDnsZones"] = "^.+$",
        ["Microsoft.Network/privateEndpoints"] = "^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}[a-zA-Z0-9_]$",
        ["Microsoft.Network/virtualNetworks"] = "^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}[a-zA-Z0-9_]$",
        ["Microsoft.OperationalInsights/workspaces"] = "^[a-zA-Z0-9][a-zA-Z0-9-]{2,61}[a-zA-Z0-9]$",
        ["Microsoft.Resources/resourceGroups"] = "^[a-zA-Z0-9_().-]{1,89}[a-zA-Z0-9_()-]$",
        ["Microsoft.Storage/storageAccounts"] = "^[a-z0-9]{3,24}$",
        ["Microsoft.Web/serverfarms"] = "^[a-zA-Z0-9-]{1,60}$",
        // The host cuts its id off after 32 characters, and two apps with one id on one account disturb each other.
        ["Microsoft.Web/sites"] = "^[a-zA-Z0-9][a-zA-Z0-9-]{0,30}[a-zA-Z0-9]$",
    };

    [SkippableTheory]
    [InlineData("x")]
    [InlineData("My.Environment_(2)")]
    [InlineData("9-lives-.")]
    [InlineData(LongWithHyphens)]
    [InlineData(LongInCapitals)]
    public async Task Whatever_the_environment_is_called_each_name_is_one_that_Azure_takes(string environment)
    {
        var installation = await Installation.OfAsync("large", new() { ["AZURE_ENV_NAME"] = environment });

        Assert.All(
            installation.Resources.Where(resource => resource.Type.Count(c => c == '/') == 1),
            resource => Assert.True(
                Rules.TryGetValue(resource.Type, out var rule) && Regex.IsMatch(resource.Name, rule),
                rule is null ? $"{resource.Type} has no rule here yet." : $"{resource} is not {rule}."));
    }

    [SkippableFact]
    public async Task Two_environments_share_no_name_that_must_be_unique_in_the_world()
    {
        var one = await Installation.OfAsync("large", new() { ["AZURE_ENV_NAME"] = LongWithHyphens });
        var other = await Installation.OfAsync("large", new() { ["AZURE_ENV_NAME"] = LongInCapitals });

        Assert.All(
            ["Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.Web/sites"],
            type => Assert.Empty(one.Of(type).Select(resource => resource.Name).Intersect(other.Of(type).Select(resource => resource.Name))));
    }
}
