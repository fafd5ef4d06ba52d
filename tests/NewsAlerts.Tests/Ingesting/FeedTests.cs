using NewsAlerts.Ingesting;

namespace NewsAlerts.Tests.Ingesting;

public class FeedTests
{
    [Fact]
    public void RSS_entries_are_articles()
    {
        var entries = Originals.Entries("a.rss", """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
              <title>Harbour &amp;amp; Gazette</title><language>en-gb</language><link>https://harbour.example</link>
              <item><title>Ferry &lt;em&gt;runs&lt;/em&gt;</title><link>https://harbour.example/1</link><dc:creator>Ann Lee</dc:creator><pubDate>Mon, 02 Mar 2026 08:00:00 CET</pubDate>
                <description>It runs.</description><content:encoded><![CDATA[<p>It runs again.</p><ul><li>From March</li></ul><img src="x">]]></content:encoded></item>
              <item><title>Second</title><guid>https://harbour.example/2</guid><author>bo@harbour.example (Bo Dahl)</author><pubDate>yesterday</pubDate><description>Plain words.</description></item>
              <item><title>Empty</title></item>
            </channel></rss>
            """);

        var first = Assert.IsType<ReadEntry.Drafted>(entries[0]).Draft;
        Assert.Equal(("Ferry runs", "Ann Lee", "Harbour & Gazette"), (first.Title, first.Byline, first.Source));
        Assert.Equal(("https://harbour.example/1", "en-gb"), (first.Url, first.Language));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1)), first.Published);
        Assert.Equal(["It runs again.", "- From March"], Originals.Paragraphs(first));
        var second = Assert.IsType<ReadEntry.Drafted>(entries[1]).Draft;
        Assert.Equal(("https://harbour.example/2", "Bo Dahl", null), (second.Url, second.Byline, second.Published));
        var third = Assert.IsType<ReadEntry.Rejected>(entries[2]).Rejection;
        Assert.Equal((RejectionReason.NoText, 2), (third.Reason, third.Entry));
    }

    [Fact]
    public void Atom_entries_are_articles()
    {
        var entries = Originals.Entries("a.xml", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv"><title>Gazette</title>
              <entry><title type="html">Färjan &amp;amp; ön</title><link rel="self" href="https://a.example/self"/><link rel="alternate" href="https://a.example/1"/>
                <author><name>Ann Lee</name></author><published>2026-03-02T08:00:00+01:00</published><summary>Kort.</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Den går igen.</p><p>Från mars.</p></div></content></entry>
              <entry xml:lang="en"><title>1 &lt; 2</title><link href="https://a.example/2"/><summary type="text">Less &lt;b&gt; is a tag.</summary></entry>
            </feed>
            """);

        var first = Assert.IsType<ReadEntry.Drafted>(entries[0]).Draft;
        Assert.Equal(("Färjan & ön", "Ann Lee", "Gazette", "sv", "https://a.example/1"), (first.Title, first.Byline, first.Source, first.Language, first.Url));
        Assert.Equal(["Den går igen.", "Från mars."], Originals.Paragraphs(first));
        var second = Assert.IsType<ReadEntry.Drafted>(entries[1]).Draft;
        Assert.Equal(("Less <b> is a tag.", "en", "https://a.example/2"), (second.Text, second.Language, second.Url));
    }

    [Fact]
    public void Atom_texts_without_a_type_are_text()
    {
        var draft = Originals.Draft("a.xml", """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>List&lt;Port&gt; &amp;amp; &lt;i&gt;</title>
              <summary>If 2 &lt; 3 &amp;&amp; x&lt;y then Map&lt;K, V&gt; holds the harbour's list.</summary></entry></feed>
            """);

        Assert.Equal("List<Port> &amp; <i>", draft.Title);
        Assert.Equal("If 2 < 3 && x<y then Map<K, V> holds the harbour's list.", draft.Text);
    }

    [Fact]
    public void Atom_texts_without_a_type_that_plainly_are_mark_up_are_read_as_such()
    {
        var draft = Originals.Draft("a.xml", """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ferry</title><summary>&lt;p&gt;It runs &lt;b&gt;again&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;From March.&lt;/p&gt;</summary></entry></feed>
            """);

        Assert.Equal(["It runs again.", "From March."], Originals.Paragraphs(draft));
    }

    [Fact]
    public void RSS_1_entries_stand_beside_their_channel()
    {
        var draft = Originals.Draft("a.rdf", """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="x"><title>Gazette</title></channel>
              <item rdf:about="y"><title>Ferry</title><link>https://a.example/1</link><description>It runs again.</description><dc:date>2026-03-02</dc:date></item>
            </rdf:RDF>
            """);

        Assert.Equal(("Ferry", "Gazette", "It runs again."), (draft.Title, draft.Source, draft.Text));
    }

    [Theory]
    [InlineData("<rss><channel><item>\n</channel></rss>", "line 2")]
    [InlineData("<rss><channel><item><dc:creator>A</dc:creator></item></channel></rss>", "line 1")]
    [InlineData("<rss><channel><item><title>a&nbsp;b</title></item></channel></rss>", "line 1")]
    public void Malformed_XML_says_where(string xml, string where)
    {
        var rejection = Originals.Rejection("a.xml", xml);

        Assert.Equal(RejectionReason.Malformed, rejection.Reason);
        Assert.Contains(where, rejection.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><description>&x;</description></item></channel></rss>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><rss><channel>&c;</channel></rss>")]
    [InlineData("<!DOCTYPE rss PUBLIC \"x\" \"http://127.0.0.1:1/rss.dtd\"><rss><channel/></rss>")]
    public void Document_types_are_refused_and_nothing_in_them_is_expanded(string xml)
    {
        var rejection = Originals.Rejection("a.xml", xml);

        Assert.Equal(RejectionReason.Malformed, rejection.Reason);
        Assert.Contains("document type", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_nested_10000_deep_are_refused() =>
        Assert.Equal(
            RejectionReason.Malformed,
            Originals.Rejection("a.xml", $"<rss><channel><item><description>{Originals.Repeat("<a>", 10_000)}{Originals.Repeat("</a>", 10_000)}</description></item></channel></rss>").Reason);

    [Fact]
    public void A_feed_with_501_entries_is_too_long_and_says_what_to_do()
    {
        var rejection = Originals.Rejection("a.xml", $"<rss><channel>{Originals.Repeat("<item><description>Words.</description></item>", 501)}</channel></rss>");

        Assert.Equal(RejectionReason.TooLong, rejection.Reason);
        Assert.Contains("500", rejection.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_at_every_limit_keeps_all_its_entries()
    {
        var entry = $"<item><description><![CDATA[{Originals.Repeat("<p class=\"text\">The ferry runs <a href=\"https://harbour.example/\">again</a> from <b>March</b>.</p>\n", 100)}]]></description></item>";
        var feed = $"<rss><channel>{Originals.Repeat(entry, 500)}</channel></rss>";

        Assert.InRange(feed.Length, 4_500_000, 5 * 1_024 * 1_024);
        Assert.All(Originals.Entries("a.xml", feed), read => Assert.IsType<ReadEntry.Drafted>(read));
    }

    [Theory]
    [InlineData("<note><to>x</to></note>")]
    [InlineData("<rss><channel><title>Nothing yet</title></channel></rss>")]
    public void XML_that_holds_no_entries_has_no_text(string xml) => Assert.Equal(RejectionReason.NoText, Originals.Rejection("a.xml", xml).Reason);
}
