using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Tests.Web.Readers;

public sealed class DigestPageTests : IDisposable
{
    private readonly GivenReaderPages _given = new();

    public void Dispose() => _given.Dispose();

    [Fact]
    public async Task An_issue_becomes_this_page()
    {
        var digest = Kept(GivenDigest.OfHarbourNews().Matching("harbour OR ferry").Build());

        var (status, page, _) = await ReadAsync(digest);

        Assert.Equal(200, status);
        Approved.Matches(page, "issue.html");
    }

    [Fact]
    public async Task What_was_only_counted_is_told_after_what_was_shown_the_latest_first()
    {
        var digest = Kept(new GivenDigest().WithMany(2).Counting(3).Build());
        Keep(3);

        var page = Parse((await ReadAsync(digest)).Page);

        Assert.Equal(["Counted story 2", "Counted story 1", "Counted story 0"], page.QuerySelectorAll("h2").Skip(2).Select(headline => headline.TextContent));
        Assert.All(page.QuerySelectorAll("article").Skip(2), article => Assert.Equal("It is so.", article.QuerySelector("li")!.TextContent.Trim()));
        Assert.Contains("5 stories", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("nav"));
    }

    [Fact]
    public async Task A_long_issue_has_pages_that_lead_from_one_to_the_next_and_repeat_nothing()
    {
        var digest = Kept(new GivenDigest().WithMany(60).Counting(70).Build());
        Keep(70);

        List<string> headlines = [];
        foreach (var (query, links) in new[] { ("", "?page=2"), ("?page=2", "?page=1 ?page=3"), ("?page=3", "?page=2") })
        {
            var page = Parse((await ReadAsync(digest, query)).Page);
            Assert.Equal(links, string.Join(' ', page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href"))));
            headlines.AddRange(page.QuerySelectorAll("h2").Select(headline => headline.TextContent));
        }

        Assert.Equal(130, headlines.Distinct().Count());
        Assert.Equal(130, headlines.Count);
        Assert.Equal("Counted story 0", headlines[^1]);
    }

    [Theory]
    [InlineData("?page=0", 1)]
    [InlineData("?page=99", 2)]
    [InlineData("?page=-1", 1)]
    [InlineData("?page=two&page=2", 1)]
    [InlineData("?page=99999999999999", 1)]
    public async Task Any_page_that_is_asked_for_is_one_that_there_is(string query, int expected)
    {
        var digest = Kept(new GivenDigest().WithMany(60).Build());

        var (status, page, _) = await ReadAsync(digest, query);

        Assert.Equal(200, status);
        Assert.Contains($"Page {expected} of 2", Parse(page).QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_reads_no_more_than_it_shows()
    {
        var digest = Kept(new GivenDigest().WithMany(10).Counting(5_000).Build());
        Keep(5_000);

        await ReadAsync(digest, "?page=7");

        _given.Library.Verify(library => library.FindSummaryAsync(It.IsAny<ArticleId>(), It.IsAny<CancellationToken>()), Times.Exactly(DigestPage.PageLength));
    }

    [Fact]
    public async Task What_the_library_lost_is_counted()
    {
        var digest = Kept(new GivenDigest().WithMany(1).Counting(2).Build());

        var (_, page, _) = await ReadAsync(digest);

        Assert.Contains("2 stories of this page are not kept any longer.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_an_article_becomes_markup_or_a_link_of_another_scheme()
    {
        const string attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover='x</style></main>";
        var digest = Kept(new GivenDigest().Titled(attack).Matching(attack).With(attack, [new(attack, new(0, 0, 1, attack + "!"))], new Citation { Source = attack, Byline = attack, Language = "en\" onload=\"x" }, attack)
            .With("Other", [GivenDigest.Said("It is so.")], new Citation { Language = "en", Url = new("https://user@elsewhere.example/x\"y") }).Build());

        var page = Parse((await ReadAsync(digest)).Page);

        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, form, link, [src]"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("a"), link =>
        {
            Assert.StartsWith("https://elsewhere.example/", link.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Contains("noreferrer", link.GetAttribute("rel"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_page_runs_and_fetches_nothing_and_tells_nobody_its_address()
    {
        var (_, page, headers) = await ReadAsync(Kept(GivenDigest.OfHarbourNews().Build()));

        var style = Assert.Single(Parse(page).QuerySelectorAll("style")).TextContent;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", headers.ContentSecurityPolicy);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("no-store", headers.CacheControl);
        Assert.Equal("noindex, nofollow", headers["X-Robots-Tag"]);
        Assert.Empty(Parse(page).QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task An_issue_that_is_not_there_is_said_so()
    {
        var (status, page, _) = await ReadAsync(GivenDigest.OfHarbourNews().Build());

        Assert.Equal(404, status);
        Assert.Contains("This issue is not kept any longer", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_is_away_is_no_broken_link()
    {
        _given.Digests.Setup(digests => digests.FindAsync(It.IsAny<DigestId>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("away"));

        Assert.Equal(503, (await ReadAsync(GivenDigest.OfHarbourNews().Build())).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("d-00k3m5a7cq2zxw6b-20261123T063000Z")]
    public async Task A_digest_is_shown_to_nobody_without_its_link(string? token)
    {
        Kept(GivenDigest.OfHarbourNews().Build());

        Assert.Equal(400, (await ReadAsync(token, "")).Status);
        Assert.Equal(400, (await ReadAsync(_given.Get<ReaderTokens>().Issue(ReaderAction.Unsubscribe, GivenDigest.SubscriptionId, GivenDigest.Due), "")).Status);
        _given.Digests.Verify(digests => digests.FindAsync(It.IsAny<DigestId>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private Digest Kept(Digest digest)
    {
        _given.Digests.Setup(digests => digests.FindAsync(digest.Id, It.IsAny<CancellationToken>())).ReturnsAsync(digest);
        return digest;
    }

    /// <summary>Has the library keep the summaries of so many articles that a digest only counted.</summary>
    private void Keep(int articles)
    {
        var kept = Enumerable.Range(0, articles).ToDictionary(GivenDigest.Counted);
        _given.Library.Setup(library => library.FindSummaryAsync(It.IsAny<ArticleId>(), It.IsAny<CancellationToken>())).ReturnsAsync((ArticleId id, CancellationToken _) => new Summary
        {
            ArticleId = id,
            Headline = $"Counted story {kept[id]}",
            KeyPoints = [GivenDigest.Said("It is so.")],
            Engine = "embedded",
            Citation = new Citation { Language = "en" },
            Created = GivenDigest.Due,
        });
    }

    private Task<(int Status, string Page, IHeaderDictionary Headers)> ReadAsync(Digest digest, string query = "") =>
        ReadAsync(_given.Get<ReaderTokens>().Issue(digest.Id, digest.Frozen), query);

    private Task<(int Status, string Page, IHeaderDictionary Headers)> ReadAsync(string? token, string query) =>
        _given.AnswerAsync("GET", query, request => _given.Get<DigestPage>().AnswerAsync(request, token, CancellationToken.None));
}
