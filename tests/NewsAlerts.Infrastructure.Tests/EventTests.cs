using System.Text.Json;
using NewsAlerts.Infrastructure.Tests.Given;

namespace NewsAlerts.Infrastructure.Tests;

public class EventTests
{
    [SkippableFact]
    public async Task New_blobs_in_articles_and_nothing_else_are_told_to_the_function_that_takes_events()
    {
        var subscription = await SubscriptionAsync();

        Assert.Equal(
            $"/blobServices/default/containers/{Containers.Articles}/blobs/",
            subscription.GetProperty("filter").GetProperty("subjectBeginsWith").GetString());
        Assert.Equal(["Microsoft.Storage.BlobCreated"], subscription.GetProperty("filter").GetProperty("includedEventTypes").EnumerateArray().Select(type => type.GetString()));
        Assert.Contains(
            "/runtime/webhooks/blobs?functionName=Host.Functions.IngestArticleFromEvent&code=",
            subscription.GetProperty("destination").GetProperty("properties").GetProperty("endpointUrl").GetString(),
            StringComparison.Ordinal);
        Assert.True(File.Exists(Repository.PathOf("src/NewsAlerts.Functions/IngestArticleFromEvent.cs")));
    }

    [SkippableFact]
    public async Task What_cannot_be_told_is_written_down_by_the_topics_own_identity()
    {
        var deadLetter = (await SubscriptionAsync()).GetProperty("deadLetterWithResourceIdentity");
        var topic = (await Installation.SmallAsync()).The("Microsoft.EventGrid/systemTopics");

        Assert.Equal("SystemAssigned", deadLetter.GetProperty("identity").GetProperty("type").GetString());
        Assert.Equal("SystemAssigned", topic.Value("identity.type"));
        Assert.Equal("dead-letters", deadLetter.GetProperty("deadLetterDestination").GetProperty("properties").GetProperty("blobContainerName").GetString());
    }

    [SkippableFact]
    public async Task A_closed_account_still_takes_the_dead_letters() => Assert.All(
        (await Installation.WithEverythingAsync()).Of("Microsoft.Storage/storageAccounts"),
        account => Assert.Equal(("AzureServices", "Enabled"), (account.Value("properties.networkAcls.bypass"), account.Value("properties.publicNetworkAccess"))));

    [SkippableFact]
    public async Task The_plan_that_knows_only_events_has_the_polling_twin_turned_off()
    {
        var installation = await Installation.SmallAsync();

        Assert.Equal("FC1", installation.The("Microsoft.Web/serverfarms").Value("sku.name"));
        Assert.Equal(("dotnet-isolated", "10.0"), (
            installation.The("Microsoft.Web/sites").Value("properties.functionAppConfig.runtime.name"),
            installation.The("Microsoft.Web/sites").Value("properties.functionAppConfig.runtime.version")));
        Assert.Equal("true", installation.AppSettings()["AzureWebJobs_IngestArticle_Disabled"]);
        Assert.False(installation.AppSettings().ContainsKey("AzureWebJobs_IngestArticleFromEvent_Disabled"));
    }

    private static async Task<JsonElement> SubscriptionAsync()
    {
        using var template = JsonDocument.Parse(await Bicep.BuildAsync("event-subscription.bicep"));
        return template.RootElement.GetProperty("resources").EnumerateArray()
            .Single(resource => resource.GetProperty("type").GetString() == "Microsoft.EventGrid/systemTopics/eventSubscriptions")
            .GetProperty("properties").Clone();
    }
}
