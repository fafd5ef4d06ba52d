using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsAlerts.Adapters.Discord;
using NewsAlerts.Tests.Adapters.Chats;

namespace NewsAlerts.Tests.Adapters.Discord;

public sealed partial class DiscordMessageTests
{
    [Theory]
    [InlineData("harbour news", "harbour-news.json")]
    [InlineData("alert", "alert.json")]
    public void A_digest_becomes_this_message(string digest, string file) => Approved.Matches(ChatJson.Indented(Body(digest)), file);

    [Theory]
    [MemberData(nameof(ChatDigests.Names), MemberType = typeof(ChatDigests))]
    public void Any_digest_is_within_what_Discord_documents(string digest) => DiscordRules.Hold(Body(digest));

    [Theory]
    [InlineData("two hundred", true)]
    [InlineData("harbour news", false)]
    public void What_is_only_counted_can_be_read_on_a_page(string digest, bool linked)
    {
        var body = DiscordMessage.Of(ChatDigests.Of(digest), ChatDigests.Page).ToBytes();

        DiscordRules.Hold(body);
        Assert.Equal(linked, Encoding.UTF8.GetString(body).Contains(ChatDigests.Page.AbsoluteUri, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_hundred_items_the_first_are_told_the_next_named_and_the_rest_counted()
    {
        var embeds = Embeds("two hundred");

        var last = embeds[^1]!["description"]!.GetValue<string>().Split('\n');
        Assert.InRange(embeds.Count, 5, 10);
        Assert.InRange(last.Length, 5, 26);
        Assert.Equal($"And {200 - (embeds.Count - 1) - (last.Length - 1)} more.", last[^1]);
    }

    [Fact]
    public void What_an_article_says_is_escaped()
    {
        var embed = Embeds("attack")[0]!;

        Assert.StartsWith(@"\<!channel\> \<\@U024BE7LH\> \@everyone \@here \<\@&1\> \<#1\> \*bold\* \_it\_ \~st\~ \`code\` \|\|spoiler\|\|", embed["title"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotMatch(Live(), embed["title"]!.GetValue<string>());
        Assert.DoesNotMatch(Live(), Ours().Replace(embed["description"]!.GetValue<string>(), ""));
        Assert.Contains(@"https\://evil.example", embed["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Not a heading", @"\# Not a heading")]
    [InlineData("- not a list", @"\- not a list")]
    [InlineData("+ not a list", @"\+ not a list")]
    [InlineData("1. not a list", @"1\. not a list")]
    [InlineData("3.1 metres - of it", @"3\.1 metres - of it")]
    [InlineData("a\\b", @"a\\b")]
    [InlineData("plain, at 18.30", "plain, at 18.30")]
    public void Only_what_would_be_mark_up_gets_a_backslash(string text, string escaped) => Assert.Equal(escaped, DiscordText.Escaped(text));

    [Fact]
    public void A_title_that_grows_by_its_backslashes_is_cut_again()
    {
        Assert.Equal(255, DiscordText.Clipped(new string('*', 240), 256).Length);
        Assert.EndsWith(@"\*…", DiscordText.Clipped(new string('*', 240), 256), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_cannot_end_its_link() => Assert.Equal("https://a.example/x_%28y%29", DiscordText.Address("https://a.example/x_(y)"));

    [Fact]
    public void The_same_digest_makes_the_same_bytes() => Assert.Equal(Body("harbour news"), Body("harbour news"));

    private static byte[] Body(string digest) => DiscordMessage.Of(ChatDigests.Of(digest)).ToBytes();

    private static JsonArray Embeds(string digest) => Payload.Parse(Body(digest))["embeds"]!.AsArray();

    /// <summary>Any special character that no backslash stands before.</summary>
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[*_~`|<>\[\]()@:]")]
    private static partial Regex Live();

    /// <summary>What the message itself puts around quotes and notes: asterisks at either end of a line.</summary>
    [GeneratedRegex(@"(?<=\n *)\*|(?<!\\)\*(?=\n|$)")]
    private static partial Regex Ours();
}
