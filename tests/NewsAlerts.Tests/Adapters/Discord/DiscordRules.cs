using System.Text.Json.Nodes;
using static NewsAlerts.Tests.Adapters.Chats.Payload;

namespace NewsAlerts.Tests.Adapters.Discord;

/// <summary>What Discord documents: "Execute Webhook" (2,000 characters of content, 10 embeds) and "Embed Limits" (docs.discord.com, resources Webhook and Message).</summary>
internal static class DiscordRules
{
    public static void Hold(byte[] body)
    {
        var message = Parse(body);
        Has(message, ["embeds", "allowed_mentions"], "content");
        Text(message, "content", 2_000);
        Assert.Equal("""{"parse":[]}""", message["allowed_mentions"]!.ToJsonString());
        var total = List(message, "embeds", 1, 10).Sum(embed => Holds(embed!));
        Assert.InRange(total, 1, 6_000);
    }

    private static int Holds(JsonNode embed)
    {
        Has(embed, ["description"], "title", "url", "author", "footer", "fields", "color", "timestamp");
        var total = Text(embed, "description", 4_096).Length;
        if (embed["title"] is not null)
        {
            total += Text(embed, "title", 256).Length;
        }

        if (embed["url"] is not null)
        {
            IsWebAddress(Text(embed, "url"), 2_048);
            Assert.NotNull(embed["title"]);
        }

        if (embed["author"] is { } author)
        {
            Has(author, ["name"]);
            total += Text(author, "name", 256).Length;
        }

        if (embed["footer"] is { } footer)
        {
            Has(footer, ["text"]);
            total += Text(footer, "text", 2_048).Length;
        }

        Assert.Null(embed["fields"]);
        return total;
    }
}
