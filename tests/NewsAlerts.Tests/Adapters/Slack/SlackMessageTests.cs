using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsAlerts.Adapters.Slack;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Tests.Adapters.Chats;

namespace NewsAlerts.Tests.Adapters.Slack;

public sealed class SlackMessageTests
{
    [Theory]
    [InlineData("harbour news", "harbour-news.json")]
    [InlineData("alert", "alert.json")]
    public void A_digest_becomes_this_message(string digest, string file) => Approved.Matches(ChatJson.Indented(Body(digest)), file);

    [Theory]
    [MemberData(nameof(ChatDigests.Names), MemberType = typeof(ChatDigests))]
    public void Any_digest_is_within_what_Slack_documents(string digest)
    {
        var body = Body(digest);

        SlackRules.Hold(body);
        var blocks = Payload.Parse(body)["blocks"]!;
        Assert.InRange(TextsOf(blocks).Sum(text => text.Length), 1, SlackMessage.MaxText);
        Assert.InRange(blocks.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Length, 1, SlackMessage.MaxJson);
    }

    [Fact]
    public void Of_two_hundred_items_the_first_are_told_the_next_named_and_the_rest_counted()
    {
        var blocks = Payload.Parse(Body("two hundred"))["blocks"]!.AsArray();

        var texts = TextsOf(blocks).ToList();
        var full = blocks.Count(block => Payload.TypeOf(block) == "rich_text") - 1;
        var brief = texts.Count(text => text.StartsWith("Council number", StringComparison.Ordinal)) - full;
        Assert.InRange(full, 5, 9);
        Assert.InRange(brief, 5, 25);
        Assert.Contains($"And {200 - full - brief} more.", texts);
    }

    [Fact]
    public void What_the_digest_itself_had_no_room_for_is_counted_too()
    {
        var digest = ChatDigests.Of("harbour news") with { Rest = new DigestRest(37, [new DigestTitle(ArticleId.Of("a", "b"), "Buoys painted", "en", "Harbour Gazette", null)]) };

        var texts = TextsOf(Payload.Parse(SlackMessage.Of(digest).ToBytes())["blocks"]!).ToList();
        Assert.Contains("Buoys painted", texts);
        Assert.Contains("And 36 more.", texts);
    }

    [Theory]
    [InlineData("two hundred", true)]
    [InlineData("harbour news", false)]
    public void What_is_only_counted_can_be_read_on_a_page(string digest, bool linked)
    {
        var body = SlackMessage.Of(ChatDigests.Of(digest), ChatDigests.Page).ToBytes();

        SlackRules.Hold(body);
        Assert.Equal(linked, Links(Payload.Parse(body)["blocks"]!).Contains(ChatDigests.Page.AbsoluteUri));
    }

    [Fact]
    public void What_an_article_says_is_text_and_never_mark_up()
    {
        var message = Payload.Parse(Body("attack"));

        Assert.DoesNotContain("<!channel>", message["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("&lt;!channel&gt;", message["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(TextsOf(message["blocks"]!), text => text.Contains("<!channel> <@U024BE7LH> @everyone", StringComparison.Ordinal));
        Assert.DoesNotContain("mrkdwn\":\"", Encoding.UTF8.GetString(Body("attack")), StringComparison.Ordinal);
        Assert.Equal(["https://a.example/x_(y)*z"], Links(message["blocks"]!).Where(url => !url.Contains("harbourgazette.example", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_digest_makes_the_same_bytes() => Assert.Equal(Body("harbour news"), Body("harbour news"));

    [Fact]
    public void An_item_without_a_public_address_has_no_link() => Assert.Empty(Links(Payload.Parse(Body("no address"))["blocks"]!));

    private static byte[] Body(string digest) => SlackMessage.Of(ChatDigests.Of(digest)).ToBytes();

    private static IEnumerable<string> TextsOf(JsonNode node) => ChatJson.Strings(node, "text");

    private static IEnumerable<string> Links(JsonNode node) => ChatJson.Strings(node, "url");
}
