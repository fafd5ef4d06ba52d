using System.Text.Json.Nodes;
using static NewsAlerts.Tests.Adapters.Chats.Payload;

namespace NewsAlerts.Tests.Adapters.Teams;

/// <summary>
/// What Microsoft documents: the envelope and 28 KB (learn.microsoft.com, "Create incoming webhooks with Workflows"), and of Adaptive Cards 1.5
/// (adaptivecards.io/schemas/adaptive-card.json) the elements AdaptiveCard, Container, RichTextBlock, TextRun and Action.OpenUrl.
/// </summary>
internal static class TeamsRules
{
    private static readonly string[] Element = ["spacing", "separator", "id", "isVisible", "height", "fallback", "requires"];

    private static readonly string[] Spacings = ["default", "none", "small", "medium", "large", "extraLarge", "padding"];
    private static readonly string?[] Sizes = [null, "default", "small", "medium", "large", "extraLarge"];
    private static readonly string?[] Weights = [null, "default", "lighter", "bolder"];
    private static readonly string?[] Colors = [null, "default", "dark", "light", "accent", "good", "warning", "attention"];

    public static void Hold(byte[] body)
    {
        Assert.InRange(body.Length, 1, 28_000);
        var message = Parse(body);
        Has(message, ["type", "attachments"]);
        Assert.Equal("message", TypeOf(message));
        var attachment = Assert.Single(List(message, "attachments", 1, 1));
        Has(attachment, ["contentType", "contentUrl", "content"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", Text(attachment, "contentType"));
        var card = attachment!["content"];
        Has(card, ["$schema", "type", "version", "body"], "fallbackText", "msteams");
        Assert.Equal(("AdaptiveCard", "1.5"), (TypeOf(card), Text(card, "version")));
        Assert.All(List(card, "body", 1, 200), Holds);
    }

    private static void Holds(JsonNode? element)
    {
        if (element!["spacing"] is { } spacing)
        {
            Assert.Contains(spacing.GetValue<string>(), Spacings);
        }

        switch (TypeOf(element))
        {
            case "Container":
                Has(element, ["type", "items"], ["rtl", "style", "bleed", "minHeight", "verticalContentAlignment", "selectAction", .. Element]);
                Assert.All(List(element, "items", 1, 50), Holds);
                break;
            case "RichTextBlock":
                Has(element, ["type", "inlines"], ["horizontalAlignment", .. Element]);
                Assert.All(List(element, "inlines", 1, 20), Run);
                break;
            case var other:
                Assert.Fail($"'{other}' is not an element that may be here: text in a TextBlock would be Markdown.");
                break;
        }
    }

    private static void Run(JsonNode? run)
    {
        Has(run, ["type", "text"], "size", "weight", "color", "isSubtle", "italic", "selectAction");
        Assert.Equal("TextRun", TypeOf(run));
        Text(run, "text", 5_000);
        Assert.Contains(run!["size"]?.GetValue<string>(), Sizes);
        Assert.Contains(run["weight"]?.GetValue<string>(), Weights);
        Assert.Contains(run["color"]?.GetValue<string>(), Colors);
        if (run["selectAction"] is { } action)
        {
            Has(action, ["type", "url"]);
            Assert.Equal("Action.OpenUrl", TypeOf(action));
            IsWebAddress(Text(action, "url"), 2_000);
        }
    }
}
