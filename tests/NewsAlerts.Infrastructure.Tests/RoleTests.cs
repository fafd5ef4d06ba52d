using System.Text.RegularExpressions;
using NewsAlerts.Infrastructure.Tests.Given;

namespace NewsAlerts.Infrastructure.Tests;

public partial class RoleTests
{
    private const string App = "app";
    private const string Operator = "operator";
    private const string Topic = "topic";

    private static readonly Dictionary<string, string> Roles = new()
    {
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["e147488a-f6f5-4113-8e2d-b22465e65bf6"] = "Key Vault Crypto Service Encryption User",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["5e0bd9bd-7b93-4f28-af87-19fc36ad61bd"] = "Cognitive Services OpenAI User",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
    };

    /// <summary>Each role at its exact scope: whatever is not here, nobody may do.</summary>
    [SkippableFact]
    public async Task Everybody_has_the_roles_that_they_need_where_they_need_them_and_no_others()
    {
        var expected = new List<(string Who, string Role, string Scope)>
        {
            (App, "Storage Blob Data Owner", "news/articles"),
            (App, "Storage Blob Data Contributor", "news/originals"),
            (App, "Storage Blob Data Contributor", "news/rejected"),
            (App, "Storage Blob Data Contributor", "news/library"),
            (App, "Storage Blob Data Contributor", "news/digests"),
            (App, "Storage Blob Data Contributor", "news/keys"),
            (App, "Storage Blob Data Reader", "news/templates"),
            (App, "Storage Blob Data Owner", "host"),
            (App, "Storage Queue Data Contributor", "host"),
            (App, "Storage Table Data Contributor", "host"),
            (App, "Key Vault Crypto Service Encryption User", "vault/readers-links"),
            (App, "Key Vault Secrets User", "vault/mail-password"),
            (App, "Key Vault Secrets User", "vault/model-key"),
            (App, "Monitoring Metrics Publisher", "insights"),
            (App, "Cognitive Services OpenAI User", "model"),
            (Topic, "Storage Blob Data Contributor", "news/dead-letters"),
            (Operator, "Storage Blob Data Contributor", "news"),
            (Operator, "Storage Queue Data Contributor", "news"),
            (Operator, "Storage Table Data Contributor", "news"),
        };
        expected.AddRange(Queues.All.Concat(Queues.Poison).Select(queue => (App, "Storage Queue Data Contributor", $"news/{queue}")));
        expected.AddRange(Tables.All.Select(table => (App, "Storage Table Data Contributor", $"news/{table}")));

        var installation = await Installation.WithEverythingAsync();

        Assert.Equal(expected.Order(), installation.Of("Microsoft.Authorization/roleAssignments").Select(Read).Order());
    }

    [SkippableFact]
    public async Task Without_a_model_or_an_operator_nobody_gets_their_roles()
    {
        var installation = await Installation.SmallAsync();

        Assert.DoesNotContain(installation.Of("Microsoft.Authorization/roleAssignments").Select(Read), grant => grant.Who == Operator || grant.Scope == "model");
    }

    private static (string Who, string Role, string Scope) Read(Resource assignment)
    {
        var principal = assignment.Value("properties.principalId")!;
        var who = principal.Contains("userAssignedIdentities", StringComparison.Ordinal) ? App
            : principal.Contains("systemTopics", StringComparison.Ordinal) ? Topic
            : Operator;
        return (who, Roles[assignment.Value("properties.roleDefinitionId")!.Split('/')[^1]], Scope(assignment.Id));
    }

    private static string Scope(string id)
    {
        // Either /…/providers/TYPE/NAME/…/providers/Microsoft.Authorization/roleAssignments/… or extensionResourceId('/…', …).
        var scope = WholeId().Match(id).Groups[1].Value;
        var steps = scope[(scope.LastIndexOf("/providers/", StringComparison.Ordinal) + "/providers/".Length)..].Split('/');
        var resource = (steps[0], steps[2]) switch
        {
            ("Microsoft.Storage", ['n', 'e', 'w', 's', ..]) => "news",
            ("Microsoft.Storage", ['h', 'o', 's', 't', ..]) => "host",
            ("Microsoft.KeyVault", _) => "vault",
            ("Microsoft.Insights", _) => "insights",
            ("Microsoft.CognitiveServices", _) => "model",
            _ => scope,
        };
        return steps.Length > 3 ? $"{resource}/{steps[^1]}" : resource;
    }

    [GeneratedRegex(@"(/subscriptions/.*?)('|/providers/Microsoft\.Authorization/)")]
    private static partial Regex WholeId();
}
