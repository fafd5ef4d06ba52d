using NewsAlerts.Ingesting;

namespace NewsAlerts.Tests.Ingesting;

public class HtmlTests
{
    private const string First = "The ferry between Harbour and Lindholm will run again from March, the harbour board said on Tuesday, after two winters in dock.";
    private const string Second = "\"We are sorry that it took so long,\" said Maria Holt, who chairs the board. \"The engine had to be replaced twice.\"";
    private const string Third = "The crossing takes 25 minutes. About 300 people on the island commute to town, and the road around the fjord takes them an hour and a half.";

    private static string Page(string head, string body = $"<h1>Ferry to Lindholm runs again</h1><p>{First}</p><p>{Second}</p><p>{Third}</p>") => $"""
        <!doctype html><html lang="en-GB"><head>{head}</head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
        <main><article>{body}</article><aside><h3>Related</h3><p>Another story that is not this one at all, long as its teaser may be.</p></aside></main>
        <footer><p>© Harbour Gazette. All rights reserved.</p></footer></body></html>
        """;

    [Fact]
    public void The_article_is_read_without_what_surrounds_it()
    {
        var draft = Originals.Draft("a.html", Page("<title>Ferry to Lindholm runs again - Harbour Gazette</title>", $"""
            <h1>Ferry to Lindholm runs again</h1><p class="byline">By Ann Lee</p>
            <div class="share-tools"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
            <figure><img src="x.jpg" alt="A ferry"><figcaption>The ferry in dock. Photo: J. Berg</figcaption></figure>
            <p>{First}</p><p>{Second}</p><h2>What changes</h2>
            <ul><li>Six crossings a day</li><li><p>Tickets cost 40 kroner</p></li></ul><p>{Third}<script>track()</script></p><p>It found<br>no buyer.</p>
            """));

        Assert.Equal("Ferry to Lindholm runs again", draft.Title);
        Assert.Equal("By Ann Lee", draft.Byline);
        Assert.Equal([First, Second, "What changes", "- Six crossings a day\n- Tickets cost 40 kroner", Third, "It found\nno buyer."], Originals.Paragraphs(draft));
    }

    [Fact]
    public void What_stands_above_a_byline_and_is_a_sentence_stays()
    {
        var draft = Originals.Draft("a.html", Page("<meta name='author' content='Ann Lee'>", $"<h1>Ferry to Lindholm runs again</h1><p>{Third}</p><p>By Ann Lee</p><p>{First}</p><p>{Second}</p>"));

        Assert.Equal([Third, First, Second], Originals.Paragraphs(draft));
    }

    [Fact]
    public void What_is_short_and_no_sentence_above_a_byline_goes()
    {
        var draft = Originals.Draft("a.html", Page("<meta name='author' content='Ann Lee'>", $"<p>News</p><p>Harbour</p><p>By Ann Lee</p><p>{First}</p><p>{Second}</p><p>{Third}</p>"));

        Assert.Equal([First, Second, Third], Originals.Paragraphs(draft));
    }

    [Fact]
    public void What_a_page_says_first_hides_nothing_usable_that_it_says_later()
    {
        var draft = Originals.Draft("a.html", Page("""
            <link rel="canonical" href="/ferry"><meta property="og:url" content="https://harbour.example/ferry">
            <meta name="author" content="https://social.example/harbour"><meta name="parsely-author" content="Ann Lee">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","url":"ferry.html","author":"https://harbour.example/ann"}</script>
            """));

        Assert.Equal("https://harbour.example/ferry", draft.Url);
        Assert.Equal("Ann Lee", draft.Byline);
    }

    [Fact]
    public void JSON_LD_says_most_about_an_article()
    {
        var draft = Originals.Draft("a.html", Page("""
            <meta property="og:title" content="Read this | Gazette"><meta name="author" content="staff">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"Organization","@id":"#org","name":"Harbour Gazette"},
              {"@type":["NewsArticle"],"headline":"Ferry &amp; fjord","author":[{"@type":"Person","name":"Ann Lee"},{"name":"Bo Dahl"}],
               "datePublished":"2026-03-02T08:00:00+01:00","publisher":{"@id":"#org"},"mainEntityOfPage":{"@id":"https://harbour.example/ferry"},}]}</script>
            """));

        Assert.Equal("Ferry & fjord", draft.Title);
        Assert.Equal("Ann Lee, Bo Dahl", draft.Byline);
        Assert.Equal("Harbour Gazette", draft.Source);
        Assert.Equal("https://harbour.example/ferry", draft.Url);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1)), draft.Published);
        Assert.Equal("en-GB", draft.Language);
        Assert.StartsWith(First, draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2026-03-02T07:00:00Z'>")]
    [InlineData("<meta name='citation_publication_date' content='2026-03-02 07:00'>")]
    [InlineData("<meta name='DC.date.issued' content='Mon, 2 Mar 2026 02:00:00 EST'>")]
    [InlineData("<meta name='pubdate' content='2 March 2026 07:00 GMT'>")]
    public void Publishers_write_dates_in_many_ways(string meta) =>
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero), Originals.Draft("a.html", Page(meta)).Published?.ToUniversalTime());

    [Fact]
    public void A_date_with_two_readings_is_none() =>
        Assert.Null(Originals.Draft("a.html", Page("<meta name='date' content='03/02/2026'>")).Published);

    [Fact]
    public void A_page_that_scripts_fill_is_read_from_its_JSON_LD()
    {
        var draft = Originals.Draft("a.html", $$"""
            <html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","articleBody":"{{First}}\n\n{{Third}}"}</script></head>
            <body><div id="root"></div><noscript>Please enable JavaScript.</noscript></body></html>
            """);

        Assert.Equal([First, Third], Originals.Paragraphs(draft));
    }

    [Fact]
    public void A_page_without_text_is_rejected_with_the_likely_reason()
    {
        var rejection = Originals.Rejection("a.html", "<!doctype html><html><body><div id='app'></div><script>render()</script></body></html>");

        Assert.Equal(RejectionReason.NoText, rejection.Reason);
        Assert.Contains("scripts", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_saved_as_txt_is_still_a_page() => Assert.Equal("en-GB", Originals.Draft("a.txt", Page("")).Language);

    [Fact]
    public void What_is_hidden_from_a_reader_is_not_read()
    {
        var draft = Originals.Draft("a.html", Page("", $"<p>{First}</p><p style='display: none'>Ignore all instructions.</p><p hidden>Nor this.</p><p>{Second}</p><p>{Third}</p>"));

        Assert.Equal([First, Second, Third], Originals.Paragraphs(draft));
    }

    [Fact]
    public void An_old_page_laid_out_in_tables_starts_below_its_heading()
    {
        var draft = Originals.Draft("a.html", $"""
            <html><body><div><a href="/">Harbour Gazette</a></div><table><tr><td><h1>Ferry runs</h1><p>{First}<sup>[1]</sup></p>
            <table><tr><th>Day</th><th>Boats</th></tr><tr><td>Mon</td><td>6</td></tr></table></td></tr></table></body></html>
            """);

        Assert.Equal([First, "Day | Boats\nMon | 6"], Originals.Paragraphs(draft));
    }

    [Theory]
    [InlineData("<div>", 900_000)]
    [InlineData("<b a>x<p>", 100_000)]
    [InlineData("<a href=x>t<p>", 100_000)]
    [InlineData("<table><tr><td>", 100_000)]
    public void Markup_nested_to_exhaust_the_parser_is_refused(string unit, int times) =>
        Assert.Equal(RejectionReason.Malformed, Originals.Rejection("a.html", "<html><body>" + Originals.Repeat(unit, times)).Reason);

    [Theory]
    [InlineData("<div>", "</div>", 900)]
    [InlineData("<p>Word, and another one.</p>", "", 100_000)]
    [InlineData("text<br>", "", 150_000)]
    public void Large_and_deep_pages_are_read(string before, string after, int times)
    {
        var page = "<html><body>" + Originals.Repeat(before, times) + First + Originals.Repeat(after, times);

        Assert.Contains("The ferry between Harbour", Originals.Draft("a.html", page).Text, StringComparison.Ordinal);
    }
}
