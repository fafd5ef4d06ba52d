using System.Text.Json;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Routing.Rules;

public sealed class RuleDocumentTests
{
    private static readonly Subscription Subscription = new()
    {
        Id = SubscriptionId.New(1),
        Name = "N",
        Channel = new Channel.Email("me@example.org"),
        Schedule = new Schedule("0 12 * * *", "UTC"),
        Rule = Rule.Parse("\"port authority\" Fähre"),
        Created = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void A_subscriptions_rule_is_stored_in_its_own_letters()
    {
        var json = JsonSerializer.Serialize(Subscription, DocumentJson.Compact.Subscription);

        Assert.Contains("""
            "rule":"\"port authority\" Fähre"
            """.Trim(), json, StringComparison.Ordinal);
        Assert.Equal(Subscription.Rule, JsonSerializer.Deserialize(json, DocumentJson.Default.Subscription)!.Rule);
    }

    [Fact]
    public void A_subscription_from_before_there_were_rules_gets_every_article()
    {
        var json = JsonSerializer.Serialize(Subscription with { Rule = null, Version = 1 }, DocumentJson.Compact.Subscription);

        Assert.DoesNotContain("rule", json, StringComparison.Ordinal);
        Assert.Null(JsonSerializer.Deserialize(json, DocumentJson.Default.Subscription)!.Rule);
    }

    [Fact]
    public void An_article_from_before_there_were_categories_has_none()
    {
        var json = JsonSerializer.Serialize(GivenArticle.Of("Two ferries sail from March on."), DocumentJson.Default.Article);

        Assert.Empty(JsonSerializer.Deserialize(json.Replace("\"categories\":[],", "", StringComparison.Ordinal), DocumentJson.Default.Article)!.Categories);
    }
}
