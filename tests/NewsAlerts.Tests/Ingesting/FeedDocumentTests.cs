using System.Text;
using NewsAlerts.Ingesting;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Ingesting;

public sealed class FeedDocumentTests
{
    private static readonly Uri Page = new("https://example.org/about/");

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="urn:x"><title>Lab</title>
        <entry><title>One</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>first</b> thing that was found there.</div></content></entry>
        <entry><title>Two</title><x:note/><summary>The second thing that was found there.</summary></entry></feed>
        """;

    private const string Rdf = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Lab</title></channel>
        <item><title>One</title><description>The first thing that was found there.</description></item>
        <item><title>Two</title><description>The second thing that was found there.</description></item></rdf:RDF>
        """;

    public static TheoryData<string> Feeds => [Atom, Rdf, GivenFeedServer.Rss("One", "Two")];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_feed_with_some_of_its_entries_is_read_as_the_same_feed(string feed)
    {
        var document = Read(feed);

        var rest = document.With(new HashSet<string> { document.Keys[1] });

        var (whole, left) = (Drafts(Encoding.UTF8.GetBytes(feed)), Drafts(rest));
        Assert.Equal(whole[1] with { Categories = [] }, Assert.Single(left) with { Categories = [] });
        Assert.Equal("Two", left[0].Title);
    }

    [Fact]
    public void An_entry_keeps_its_key_until_it_changes_whatever_happens_around_it()
    {
        var (before, after) = (Read(GivenFeedServer.Rss("One", "Two")), Read(GivenFeedServer.Rss("Three", "Two", "One")));

        Assert.Equal(before.Keys.Reverse(), after.Keys.Skip(1));
        Assert.DoesNotContain(after.Keys[0], before.Keys);
    }

    [Fact]
    public void A_charset_that_only_the_server_told_is_no_longer_needed_afterwards()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("windows-1251").GetBytes(GivenFeedServer.Rss("Порт открыт"));

        var (document, _) = FeedDocument.Read(bytes, "application/rss+xml; charset=windows-1251", Page, CancellationToken.None);

        Assert.False(document!.IsSelfContained);
        Assert.Equal("Порт открыт", Assert.Single(Drafts(document.With(document.Keys.ToHashSet()))).Title);
    }

    [Theory]
    [InlineData("<!doctype html><html><body>A page.</body></html>", "It is neither RSS nor Atom")]
    [InlineData("<html><head><link rel=alternate type='application/json' href=/j><link rel='Alternate home' type=application/Atom+xml href=/news.atom></head></html>", "is https://example.org/news.atom.")]
    [InlineData("<html><head><link rel=alternate type=application/rss+xml href='javascript:alert(1)'></head></html>", "It is neither RSS nor Atom")]
    [InlineData("{ \"title\": \"JSON\" }", "It is neither RSS nor Atom")]
    [InlineData("<sitemap/>", "The XML is no feed")]
    [InlineData("<rss><channel>", "The XML is not well-formed")]
    public void What_is_no_feed_is_said_so(string text, string expected)
    {
        var (document, why) = FeedDocument.Read(Encoding.UTF8.GetBytes(text), null, Page, CancellationToken.None);

        Assert.Null(document);
        Assert.Contains(expected, why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_without_entries_is_one() => Assert.Empty(Read(GivenFeedServer.Rss()).Keys);

    private static FeedDocument Read(string text) => FeedDocument.Read(Encoding.UTF8.GetBytes(text), "application/xml", Page, CancellationToken.None).Document!;

    private static List<ArticleDraft> Drafts(byte[] feed) =>
        [.. Assert.IsType<ReadOutcome.Entries>(Originals.Read("feed.xml", feed)).All.Select(entry => Assert.IsType<ReadEntry.Drafted>(entry).Draft)];
}
