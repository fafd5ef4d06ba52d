using System.Text.Json.Nodes;
using static NewsAlerts.Tests.Adapters.Chats.Payload;

namespace NewsAlerts.Tests.Adapters.Slack;

/// <summary>
/// What Slack documents (docs.slack.dev): "Blocks" (50 a message), "Header block" (150 characters), "Context block" (10 elements),
/// "Text object" (3,000 characters), "Rich text block", and the message fields of incoming webhooks.
/// </summary>
internal static class SlackRules
{
    private static readonly string[] ListStyles = ["bullet", "ordered"];

    public static void Hold(byte[] body)
    {
        var message = Parse(body);
        Has(message, ["text", "blocks"], "mrkdwn", "unfurl_links", "unfurl_media");

        // chat.postMessage, "Truncating content": best at most 4,000 characters.
        Text(message, "text", 4_000);
        foreach (var block in List(message, "blocks", 1, 50))
        {
            Holds(block!);
        }
    }

    private static void Holds(JsonNode block)
    {
        switch (TypeOf(block))
        {
            case "header":
                Has(block, ["type", "text"]);
                IsPlainText(block["text"], 150);
                break;
            case "divider":
                Has(block, ["type"]);
                break;
            case "context":
                Has(block, ["type", "elements"]);
                Assert.All(List(block, "elements", 1, 10), element => IsPlainText(element, 3_000));
                break;
            case "rich_text":
                Has(block, ["type", "elements"]);
                Assert.All(List(block, "elements", 1, 50), RichText);
                break;
            case var other:
                Assert.Fail($"'{other}' is not a block that may be here.");
                break;
        }
    }

    private static void IsPlainText(JsonNode? text, int max)
    {
        Has(text, ["type", "text"], "emoji");
        Assert.Equal("plain_text", TypeOf(text));
        Text(text, "text", max);
    }

    private static void RichText(JsonNode? part)
    {
        switch (TypeOf(part))
        {
            case "rich_text_section":
                Has(part, ["type", "elements"]);
                Assert.All(List(part, "elements", 1, 100), Run);
                break;
            case "rich_text_list":
                Has(part, ["type", "style", "elements"], "indent", "offset", "border");
                Assert.Contains(Text(part, "style"), ListStyles);
                Assert.All(List(part, "elements", 1, 100), element =>
                {
                    Assert.Equal("rich_text_section", TypeOf(element));
                    RichText(element);
                });
                break;
            case var other:
                Assert.Fail($"'{other}' is not a part of rich text that may be here.");
                break;
        }
    }

    private static void Run(JsonNode? run)
    {
        switch (TypeOf(run))
        {
            case "text":
                Has(run, ["type", "text"], "style");
                break;
            case "link":
                Has(run, ["type", "url", "text"], "style", "unsafe");
                IsWebAddress(Text(run, "url"), 3_000);
                break;
            case var other:
                Assert.Fail($"'{other}' may not be here: a user, a channel, a broadcast and an emoji are mentions.");
                break;
        }

        Text(run, "text", 3_000);
    }
}
