using System.Text.Json;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Routing;

public sealed class ChatAddressesTests
{
    private static readonly Uri Secret = new("https://hooks.slack.com/services/T0/B0/secret");

    [Theory]
    [InlineData("slack", "https://hooks.slack.com/services/T0/B0/x")]
    [InlineData("slack", "https://hooks.slack-gov.com/services/T0/B0/x")]
    [InlineData("teams", "https://prod-12.westeurope.logic.azure.com:443/workflows/abc/triggers/manual/paths/invoke?sig=x")]
    [InlineData("teams", "https://default0.1.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/abc?sig=x")]
    [InlineData("teams", "https://contoso.webhook.office.com/webhookb2/abc")]
    [InlineData("discord", "https://discord.com/api/webhooks/1/x")]
    [InlineData("discord", "https://DISCORDAPP.com/api/v10/webhooks/1/x")]
    public void The_chats_own_addresses_are_taken(string chat, string address) => Assert.Null(Of(chat).Objection(new Uri(address)));

    [Theory]
    [InlineData("slack", "http://hooks.slack.com/services/T0/B0/x", "begins with https://")]
    [InlineData("slack", "https://hooks.slack.com.evil.example/services/T0/B0/x", "is not a host of Slack webhooks")]
    [InlineData("slack", "https://evil.example/hooks.slack.com/services/", "is not a host of Slack webhooks")]
    [InlineData("slack", "https://hooks.slack.com@evil.example/services/T0/B0/x", "no user name")]
    [InlineData("slack", "https://hooks.slack.com:8443/services/T0/B0/x", "no port of its own")]
    [InlineData("slack", "https://hooks.slack.com/triggers/T0/1/x", "not of a webhook")]
    [InlineData("slack", "https://hooks.slack.com/services/", "not of a webhook")]
    [InlineData("teams", "https://logic.azure.com/x", "is not a host of Microsoft Teams webhooks")]
    [InlineData("teams", "https://evillogic.azure.com/x", "is not a host of Microsoft Teams webhooks")]
    [InlineData("teams", "https://x.logic.azure.com.evil.example/x", "is not a host of Microsoft Teams webhooks")]
    [InlineData("discord", "https://discord.com.evil.example/api/webhooks/1/x", "is not a host of Discord webhooks")]
    [InlineData("discord", "https://discord.gg/api/webhooks/1/x", "is not a host of Discord webhooks")]
    [InlineData("discord", "https://discord.com/channels/1/2", "not of a webhook")]
    [InlineData("discord", "https://127.0.0.1/api/webhooks/1/x", "is not a host of Discord webhooks")]
    public void Any_other_is_refused_with_the_rule(string chat, string address, string rule) =>
        Assert.Contains(rule, Of(chat).Objection(new Uri(address)), StringComparison.Ordinal);

    [Fact]
    public void A_chats_address_is_stored_and_never_shown()
    {
        foreach (var channel in new Channel[] { new Channel.Slack(Secret), new Channel.Teams(Secret), new Channel.Discord(Secret) })
        {
            var subscription = Given.GivenDigest.SubscribedTo(channel);

            var json = JsonSerializer.Serialize(subscription, DocumentJson.Default.Subscription);
            Assert.Equal(channel, JsonSerializer.Deserialize(json, DocumentJson.Default.Subscription)!.Channel);
            Assert.Contains($$"""{"kind":"{{channel.Kind}}","url":"https://hooks.slack.com/services/T0/B0/secret"}""", json, StringComparison.Ordinal);
            Assert.Equal("hooks.slack.com", channel.Destination);
            Assert.DoesNotContain("secret", $"{channel} {subscription}", StringComparison.Ordinal);
        }
    }

    private static ChatAddresses Of(string chat) => chat switch
    {
        "slack" => ChatAddresses.Slack,
        "teams" => ChatAddresses.Teams,
        _ => ChatAddresses.Discord,
    };
}
