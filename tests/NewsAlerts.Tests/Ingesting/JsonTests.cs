using NewsAlerts.Ingesting;

namespace NewsAlerts.Tests.Ingesting;

public class JsonTests
{
    [Fact]
    public void The_plain_shape_is_read()
    {
        var draft = Originals.Draft("a.json", """
            {"title":"Ferry runs","text":"It runs again.\n\nFrom March.","url":"https://a.example/b","source":"Gazette","byline":"By Ann Lee","published":"2026-03-02T08:00:00Z","language":"en"}
            """);

        Assert.Equal(
            new ArticleDraft
            {
                Title = "Ferry runs",
                Text = "It runs again.\n\nFrom March.",
                Url = "https://a.example/b",
                Source = "Gazette",
                Byline = "By Ann Lee",
                Published = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
                Language = "en",
            },
            draft);
    }

    [Fact]
    public void A_schema_org_article_is_read()
    {
        var draft = Originals.Draft("a.json", """
            {"@context":"https://schema.org","@type":"ReportageNewsArticle","headline":"Ferry runs","author":{"@type":"Person","name":"Ann Lee"},
             "publisher":"Gazette","datePublished":"2026-03-02","url":"https://a.example/b","inLanguage":"en-GB","articleBody":"<p>It runs again.</p><p>From March.</p>"}
            """);

        Assert.Equal("Ferry runs", draft.Title);
        Assert.Equal("Ann Lee", draft.Byline);
        Assert.Equal("Gazette", draft.Source);
        Assert.Equal(["It runs again.", "From March."], Originals.Paragraphs(draft));
    }

    [Fact]
    public void Articles_in_a_graph_are_entries_and_its_other_nodes_are_not()
    {
        var entries = Originals.Entries("a.json", """
            {"@graph":[{"@type":"WebPage","name":"Page"},{"@type":"NewsArticle","articleBody":"It runs again."},{"@type":"NewsArticle","headline":"No body"}]}
            """);

        Assert.Equal("It runs again.", Assert.IsType<ReadEntry.Drafted>(entries[0]).Draft.Text);
        var rejection = Assert.IsType<ReadEntry.Rejected>(entries[1]).Rejection;
        Assert.Equal((RejectionReason.NoText, 1), (rejection.Reason, rejection.Entry));
    }

    [Fact]
    public void IPTC_ninjs_1_is_read_and_its_marked_up_body_preferred()
    {
        var draft = Originals.Draft("a.json", """
            {"uri":"https://agency.example/1","versioncreated":"2026-03-02T09:00:00+01:00","firstcreated":"2026-03-02T08:00:00+01:00","language":"en","headline":"Ferry runs",
             "byline":"Ann Lee","copyrightholder":"Agency","body_text":"It runs again. From March.","body_xhtml":"<p>It runs again.</p><p>From March.</p>"}
            """);

        Assert.Equal("Ferry runs", draft.Title);
        Assert.Equal("Agency", draft.Source);
        Assert.Equal("https://agency.example/1", draft.Url);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1)), draft.Published);
        Assert.Equal(["It runs again.", "From March."], Originals.Paragraphs(draft));
    }

    [Fact]
    public void A_teaser_before_the_body_is_not_the_article()
    {
        var draft = Originals.Draft("a.json", """
            {"uri":"https://agency.example/1","headline":"Ferry runs","body_html_teaser":"<p>Read what the board decided about the ferry.</p>","body_text":"It runs.","body_html":"<p>It runs again.</p>"}
            """);

        Assert.Equal("It runs again.", draft.Text);
    }

    [Fact]
    public void A_property_that_is_no_body_makes_no_ninjs() =>
        Assert.Equal("It runs again.", Originals.Draft("a.json", """{"title":"Ferry","body_class":"wide","text":"It runs again."}""").Text);

    [Theory]
    [InlineData("""[{"@graph":[{"@type":"WebPage","name":"Ferry"},{"@type":"NewsArticle","headline":"Ferry","articleBody":"It runs again."}]}]""")]
    [InlineData("""[{"@type":"WebPage","name":"Ferry"},{"@type":"NewsArticle","headline":"Ferry","articleBody":"It runs again."}]""")]
    [InlineData("""[{"@context":"https://schema.org","@type":"BreadcrumbList"},{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ferry","articleBody":"It runs again."}]}]""")]
    public void Pages_and_graphs_beside_an_article_are_no_entries(string json) => Assert.Equal("It runs again.", Originals.Draft("a.json", json).Text);

    [Theory]
    [InlineData("{\"text\":\"It runs again.\"")]
    [InlineData("[{\"text\":\"It runs again.\"}")]
    public void JSON_that_breaks_off_is_not_called_deep(string json) =>
        Assert.DoesNotContain("nested", Originals.Rejection("a.json", json).Detail, StringComparison.Ordinal);

    [Fact]
    public void JSON_that_is_deep_is_called_so() =>
        Assert.Contains("nested deeper than 64 levels", Originals.Rejection("a.json", Originals.Repeat("[", 100)).Detail, StringComparison.Ordinal);

    [Fact]
    public void IPTC_ninjs_2_is_read()
    {
        var draft = Originals.Draft("a.json", """
            {"uri":"urn:newsml:agency.example:1","versioncreated":"2026-03-02T09:00:00+01:00","language":"en","by":"Ann Lee","copyrightholder":"Agency",
             "headlines":[{"role":"short","value":"Ferry"},{"role":"main","value":"Ferry runs"}],
             "bodies":[{"role":"nitf","contenttype":"application/xml","value":"<nitf>no</nitf>"},{"role":"text","contenttype":"text/plain","value":"It runs again."},
                       {"role":"html5","contenttype":"text/html","value":"<html><body><p>It runs again.</p><figure><figcaption>A ferry</figcaption></figure></body></html>"}]}
            """);

        Assert.Equal("Ferry runs", draft.Title);
        Assert.Equal("Ann Lee", draft.Byline);
        Assert.Null(draft.Url);
        Assert.Equal("It runs again.", draft.Text);
    }

    [Theory]
    [InlineData("""[{"text":"One of them."},{"text":"The other one."}]""")]
    [InlineData("{\"text\":\"One of them.\"}\n{\"text\":\"The other one.\"}\n")]
    public void Arrays_and_lines_hold_an_entry_each(string json) =>
        Assert.Equal(["One of them.", "The other one."], Originals.Entries("a.json", json).Select(entry => Assert.IsType<ReadEntry.Drafted>(entry).Draft.Text));

    [Fact]
    public void A_broken_line_is_an_entry_of_its_own_and_says_where_it_broke()
    {
        var entries = Originals.Entries("a.jsonl", "{\"text\":\"One of them.\"}\n{\"text\":\n{\"text\":\"Third.\"}");

        Assert.Equal(3, entries.Count);
        Assert.Contains("Line 2", Assert.IsType<ReadEntry.Rejected>(entries[1]).Rejection.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"text\":\n  oops}", "line 2")]
    [InlineData("{\"text\":\"unfinished", "line 1")]
    public void Malformed_JSON_says_where(string json, string where)
    {
        var rejection = Originals.Rejection("a.json", json);

        Assert.Equal(RejectionReason.Malformed, rejection.Reason);
        Assert.Contains(where, rejection.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("oops", rejection.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", RejectionReason.NoText)]
    [InlineData("[]", RejectionReason.NoText)]
    [InlineData("[1]", RejectionReason.NoText)]
    [InlineData("\"text\"", RejectionReason.NoText)]
    [InlineData("{\"text\":12}", RejectionReason.NoText)]
    [InlineData("{\"text\":\"\\ud800 half a pair\"}", RejectionReason.Malformed)]
    public void JSON_without_an_article_is_rejected(string json, RejectionReason reason) => Assert.Equal(reason, Originals.Rejection("a.json", json).Reason);

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"a\":")]
    public void JSON_nested_10000_deep_is_malformed(string unit) => Assert.Equal(RejectionReason.Malformed, Originals.Rejection("a.json", Originals.Repeat(unit, 10_000)).Reason);

    [Fact]
    public void More_than_500_entries_are_too_long() =>
        Assert.Equal(RejectionReason.TooLong, Originals.Rejection("a.json", $"[{Originals.Repeat("{\"text\":\"a\"},", 500)}{{}}]").Reason);
}
