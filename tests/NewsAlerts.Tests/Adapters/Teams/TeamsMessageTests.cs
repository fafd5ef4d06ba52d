using System.Text;
using System.Text.Json.Nodes;
using NewsAlerts.Adapters.Teams;
using NewsAlerts.Tests.Adapters.Chats;

namespace NewsAlerts.Tests.Adapters.Teams;

public sealed class TeamsMessageTests
{
    [Theory]
    [InlineData("harbour news", "harbour-news.json")]
    [InlineData("alert", "alert.json")]
    public void A_digest_becomes_this_card(string digest, string file) => Approved.Matches(ChatJson.Indented(Body(digest)), file);

    [Theory]
    [MemberData(nameof(ChatDigests.Names), MemberType = typeof(ChatDigests))]
    public void Any_digest_is_within_what_Microsoft_documents(string digest)
    {
        var body = Body(digest);

        TeamsRules.Hold(body);
        Assert.InRange(body.Length, 1, TeamsMessage.MaxBytes);
    }

    [Theory]
    [InlineData("two hundred", true)]
    [InlineData("harbour news", false)]
    public void What_is_only_counted_can_be_read_on_a_page(string digest, bool linked)
    {
        var body = TeamsMessage.Of(ChatDigests.Of(digest), ChatDigests.Page).ToBytes();

        TeamsRules.Hold(body);
        Assert.Equal(linked, Encoding.UTF8.GetString(body).Contains(ChatDigests.Page.AbsoluteUri, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_hundred_items_the_first_are_told_the_next_named_and_the_rest_counted()
    {
        var elements = Elements("two hundred");

        var full = elements.Count(element => Payload.TypeOf(element) == "Container");
        var brief = ChatJson.Strings(elements, "text").Count(text => text.StartsWith("Council number", StringComparison.Ordinal)) - full;
        Assert.InRange(full, 5, 9);
        Assert.InRange(brief, 5, 25);
        Assert.Contains($"And {200 - full - brief} more.", ChatJson.Strings(elements, "text"));
    }

    [Fact]
    public void What_an_article_says_is_text_without_functions_or_links()
    {
        var elements = Elements("attack");

        Assert.Contains(ChatJson.Strings(elements, "text"), text => text.Contains("*bold* _it_ ~st~ `code`", StringComparison.Ordinal));
        Assert.DoesNotContain(ChatJson.Strings(elements, "text"), text => text.Contains("{{", StringComparison.Ordinal));
        Assert.Equal(
            ["https://a.example/x_(y)*z"],
            ChatJson.Strings(elements, "url").Where(url => !url.Contains("harbourgazette.example", StringComparison.Ordinal)));
    }

    [Fact]
    public void Text_that_runs_to_the_left_says_so() =>
        Assert.Equal([null, null, null, true, null], Elements("harbour news").Where(element => Payload.TypeOf(element) == "Container").Select(element => (bool?)element!["rtl"]));

    [Fact]
    public void An_alert_stands_out() => Assert.Equal(["attention"], ChatJson.Strings(Elements("alert"), "color"));

    [Fact]
    public void The_same_digest_makes_the_same_bytes() => Assert.Equal(Body("harbour news"), Body("harbour news"));

    private static byte[] Body(string digest) => TeamsMessage.Of(ChatDigests.Of(digest)).ToBytes();

    private static JsonArray Elements(string digest) => Payload.Parse(Body(digest))["attachments"]![0]!["content"]!["body"]!.AsArray();
}
