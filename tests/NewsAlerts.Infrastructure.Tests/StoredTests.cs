using System.Text.Json;
using NewsAlerts.Infrastructure.Tests.Given;

namespace NewsAlerts.Infrastructure.Tests;

public class StoredTests
{
    [SkippableFact]
    public async Task Every_container_queue_and_table_that_the_code_uses_is_made_and_no_other()
    {
        var installation = await Installation.SmallAsync();

        Assert.Equal(
            Containers.All.Append("dead-letters").Append("app-package").Order(),
            Names("Microsoft.Storage/storageAccounts/blobServices/containers"));
        Assert.Equal(Queues.All.Concat(Queues.Poison).Order(), Names("Microsoft.Storage/storageAccounts/queueServices/queues"));
        Assert.Equal(Tables.All.Order(), Names("Microsoft.Storage/storageAccounts/tableServices/tables"));

        IEnumerable<string> Names(string type) => installation.Of(type).Select(resource => resource.Name.Split('/')[^1]).Order();
    }

    [SkippableFact]
    public async Task Originals_end_after_30_days_and_what_is_kept_becomes_cheaper()
    {
        var rules = Rules(await Installation.SmallAsync());

        Assert.Equal(["originals/", "rejected/", "dead-letters/"], rules["originals-end"].Prefixes);
        Assert.Equal("""{"delete":{"daysAfterModificationGreaterThan":30}}""", rules["originals-end"].Action);
        Assert.Equal(["library/", "digests/"], rules["library-cools"].Prefixes);
        Assert.Equal("""{"tierToCool":{"daysAfterModificationGreaterThan":90}}""", rules["library-cools"].Action);
        Assert.DoesNotContain(rules.Values, rule => rule.Prefixes.Any(prefix => $"{Containers.Articles}/".StartsWith(prefix, StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task The_archive_comes_after_the_cool_tier_where_somebody_asks_for_it()
    {
        var rules = Rules(await Installation.OfAsync("small", [], ("archive: 0", "archive: 365")));

        Assert.Equal(
            """{"tierToCool":{"daysAfterModificationGreaterThan":90},"tierToArchive":{"daysAfterModificationGreaterThan":365}}""", rules["library-cools"].Action);
    }

    [SkippableTheory]
    [InlineData("standard", "archive: 365", "Standard_LRS")]
    [InlineData("small", "archive: 30", "more days than retention.cool")]
    public async Task An_archive_that_cannot_be_is_refused_with_its_reason(string profile, string archive, string reason)
    {
        // Where a value is wrong the prediction stops, and says so: Azure would say the same words before it deploys.
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Installation.OfAsync(profile, [], ("archive: 0", archive)));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, (IEnumerable<string> Prefixes, string Action)> Rules(Installation installation) =>
        installation.The("Microsoft.Storage/storageAccounts/managementPolicies").Properties.GetProperty("policy").GetProperty("rules").EnumerateArray().ToDictionary(
            rule => rule.GetProperty("name").GetString()!,
            rule => (
                (IEnumerable<string>)[.. rule.GetProperty("definition").GetProperty("filters").GetProperty("prefixMatch").EnumerateArray().Select(prefix => prefix.GetString()!)],
                JsonSerializer.Serialize(rule.GetProperty("definition").GetProperty("actions").GetProperty("baseBlob"))));
}
