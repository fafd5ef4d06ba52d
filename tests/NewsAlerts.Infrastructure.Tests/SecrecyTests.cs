using System.Text.Json;
using NewsAlerts.Infrastructure.Tests.Given;

namespace NewsAlerts.Infrastructure.Tests;

public class SecrecyTests
{
    [SkippableFact]
    public async Task Storage_is_entered_by_identity_only_and_never_anonymously()
    {
        var installation = await Installation.WithEverythingAsync();

        Assert.Equal(2, installation.Of("Microsoft.Storage/storageAccounts").Count());
        Assert.All(installation.Of("Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.Equal("false", account.Value("properties.allowBlobPublicAccess"));
            Assert.Equal("false", account.Value("properties.allowSharedKeyAccess"));
            Assert.Equal("TLS1_2", account.Value("properties.minimumTlsVersion"));
            Assert.Equal("true", account.Value("properties.supportsHttpsTrafficOnly"));
        });
        Assert.All(
            installation.Of("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", container.Value("properties.publicAccess")));
    }

    [SkippableFact]
    public async Task Nothing_else_takes_a_key_or_a_password_either()
    {
        var installation = await Installation.WithEverythingAsync();

        Assert.Equal("true", installation.The("Microsoft.CognitiveServices/accounts").Value("properties.disableLocalAuth"));
        Assert.Equal("true", installation.The("Microsoft.Insights/components").Value("properties.DisableLocalAuth"));
        Assert.Equal("true", installation.The("Microsoft.OperationalInsights/workspaces").Value("properties.features.disableLocalAuth"));
        Assert.Equal("true", installation.The("Microsoft.KeyVault/vaults").Value("properties.enableRbacAuthorization"));
        Assert.Equal("true", installation.The("Microsoft.KeyVault/vaults").Value("properties.enablePurgeProtection"));
        var policies = installation.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(2, policies.Count);
        Assert.All(policies, policy => Assert.Equal("false", policy.Value("properties.allow")));
    }

    [SkippableFact]
    public async Task The_app_is_reached_by_https_of_a_version_that_is_safe()
    {
        var app = (await Installation.WithEverythingAsync()).The("Microsoft.Web/sites");

        Assert.Equal("true", app.Value("properties.httpsOnly"));
        Assert.Equal("1.2", app.Value("properties.siteConfig.minTlsVersion"));
        Assert.Equal("1.2", app.Value("properties.siteConfig.scmMinTlsVersion"));
        Assert.Equal("Disabled", app.Value("properties.siteConfig.ftpsState"));
    }

    [SkippableFact]
    public async Task A_password_is_a_reference_in_the_apps_settings_which_the_apps_identity_resolves()
    {
        var installation = await Installation.WithEverythingAsync();

        var password = installation.AppSettings()["Email__Password"];
        Assert.Contains("@Microsoft.KeyVault(SecretUri=", password, StringComparison.Ordinal);
        Assert.Contains("/mail-password)", password, StringComparison.Ordinal);
        Assert.Equal(
            installation.The("Microsoft.ManagedIdentity/userAssignedIdentities").Id,
            installation.The("Microsoft.Web/sites").Value("properties.keyVaultReferenceIdentity"));
    }

    [SkippableFact]
    public async Task A_password_goes_into_the_vault_and_nowhere_else()
    {
        using var template = JsonDocument.Parse(await Bicep.BuildAsync("installation.bicep"));

        foreach (var secret in new[] { "mailPassword", "modelKey" })
        {
            Assert.Equal("securestring", template.RootElement.GetProperty("parameters").GetProperty(secret).GetProperty("type").GetString());
            Assert.Equal(
                [$"resources.vault.properties.parameters.{secret}.value"],
                Texts(template.RootElement, "").Where(text => text.Value.Contains($"parameters('{secret}')", StringComparison.Ordinal))
                    .Select(text => text.Path).Where(path => !path.StartsWith("resources.vault.properties.template", StringComparison.Ordinal)));
        }
    }

    [SkippableTheory]
    [InlineData("main.bicep")]
    [InlineData("installation.bicep")]
    public async Task No_template_asks_for_a_key_so_no_output_or_setting_can_hold_one(string file)
    {
        using var template = JsonDocument.Parse(await Bicep.BuildAsync(file));

        Assert.DoesNotContain(Texts(template.RootElement, ""), text => text.Value.StartsWith('[') && (
            text.Value.Contains("listKeys", StringComparison.OrdinalIgnoreCase)
            || text.Value.Contains("listSecrets", StringComparison.OrdinalIgnoreCase)
            || text.Value.Contains("listAccountSas", StringComparison.OrdinalIgnoreCase)
            || text.Value.Contains("listServiceSas", StringComparison.OrdinalIgnoreCase)));
    }

    [SkippableFact]
    public async Task The_one_key_that_events_need_goes_straight_from_the_app_to_its_subscription()
    {
        using var template = JsonDocument.Parse(await Bicep.BuildAsync("event-subscription.bicep"));

        Assert.False(template.RootElement.TryGetProperty("outputs", out _));
        var text = Assert.Single(Texts(template.RootElement, ""), text => text.Value.Contains("listKeys", StringComparison.OrdinalIgnoreCase));
        Assert.EndsWith("destination.properties.endpointUrl", text.Path, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task In_a_private_network_the_doors_to_the_outside_are_shut()
    {
        var installation = await Installation.WithEverythingAsync();

        Assert.All(
            installation.Of("Microsoft.Storage/storageAccounts").Append(installation.The("Microsoft.KeyVault/vaults")),
            resource => Assert.Equal("Deny", resource.Value("properties.networkAcls.defaultAction")));
        Assert.Equal("Disabled", installation.The("Microsoft.CognitiveServices/accounts").Value("properties.publicNetworkAccess"));
        Assert.Equal(
            ["account", "blob", "blob", "queue", "queue", "table", "table", "vault"],
            installation.Of("Microsoft.Network/privateEndpoints").Select(endpoint => endpoint.Name[(endpoint.Name.LastIndexOf('-') + 1)..]).Order());
        Assert.EndsWith("/subnets/app", installation.The("Microsoft.Web/sites").Value("properties.virtualNetworkSubnetId"), StringComparison.Ordinal);
    }

    private static IEnumerable<(string Path, string Value)> Texts(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Texts(item, $"{path}[{i}]")),
        JsonValueKind.String => [(path, element.GetString()!)],
        _ => [],
    };
}
