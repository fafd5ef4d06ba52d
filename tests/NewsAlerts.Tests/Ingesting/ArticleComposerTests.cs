using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Ingesting;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Ingesting;

public class ArticleComposerTests
{
    private const string Text = "The ferry runs again from March. The board said so.\n\nTickets cost 40 kroner.";

    [Fact]
    public void Sentences_lie_within_their_paragraphs_in_order()
    {
        var article = GivenArticle.Of("\r\n  The ferry\u00A0runs again from March. The board  said so.\r\n\r\n\r\n\r\n- Six crossings a day\r\n- Tickets cost 40 kroner\r\n\r\n“We are sorry,” she said. “It took long.” ");

        Assert.Equal(3, article.Paragraphs.Count);
        var end = 0;
        foreach (var sentence in article.Sentences)
        {
            var paragraph = article.Paragraphs[sentence.Paragraph];
            Assert.InRange(sentence.Span.Start, Math.Max(end, paragraph.Start), paragraph.End);
            Assert.InRange(sentence.Span.End, sentence.Span.Start + 1, paragraph.End);
            end = sentence.Span.End;
        }

        Assert.Equal("The board said so.", article.TextOf(1));
    }

    [Fact]
    public void The_same_text_under_another_name_and_address_is_the_same_article()
    {
        var one = GivenArticle.Of(Text, url: "https://a.example/1", name: "one.txt");
        var other = GivenArticle.Of("Ferry to Lindholm runs again\r\n\r\n" + Text.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n", url: null, source: "Other", name: "other.txt");

        Assert.Equal(one.Id, other.Id);
        Assert.NotEqual(one.Original, other.Original);
    }

    [Theory]
    [InlineData("By Ann Lee", "Ann Lee")]
    [InlineData("  by:  Ann\tLee\n", "Ann Lee")]
    [InlineData("Byron Dahl", "Byron Dahl")]
    [InlineData("https://facebook.example/ann", null)]
    [InlineData(" ", null)]
    public void A_byline_is_the_names_alone(string byline, string? expected) => Assert.Equal(expected, GivenArticle.Of(Text, byline: byline).Citation.Byline);

    [Theory]
    [InlineData("https://a.example/b?c=d#e", "https://a.example/b?c=d#e")]
    [InlineData("https://user:secret@a.example/b", "https://a.example/b")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/relative", null)]
    [InlineData("//a.example/b", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("https://a.example/b\nBcc: x", null)]
    [InlineData("not an address", null)]
    public void An_address_is_kept_where_it_is_the_webs(string url, string? expected) =>
        Assert.Equal(expected, GivenArticle.Of(Text, url: url).Citation.Url?.AbsoluteUri);

    [Fact]
    public void Titles_are_one_line_without_direction_overrides()
    {
        var title = GivenArticle.Of(Text, title: "Ferry\r\nBcc: all@example.com \u202Egnp.exe\u202C \0runs").Citation.Title;

        Assert.Equal("Ferry Bcc: all@example.com gnp.exe runs", title);
    }

    [Fact]
    public void A_title_of_a_thousand_words_is_cut_at_a_word()
    {
        var title = GivenArticle.Of(Text, title: Originals.Repeat("word ", 1000)).Citation.Title!;

        Assert.InRange(title.Length, 400, 500);
        Assert.EndsWith("word…", title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1899)]
    [InlineData(2101)]
    public void A_date_that_cannot_be_is_none(int year) =>
        Assert.Null(GivenArticle.Of(Text, published: new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero)).Citation.Published);

    [Theory]
    [InlineData("en-GB", Text, "en")]
    [InlineData("sv_SE", Text, "sv")]
    [InlineData("en", "渡轮三月起将恢复航行。委员会周二表示，票价为四十克朗。", "zh")]
    [InlineData("und", "フェリーは三月から再び運航する。料金は四十クローネだ。", "ja")]
    [InlineData("<script>", "Паром снова будет ходить с марта, сообщил во вторник совет порта.", "ru")]
    public void The_language_is_the_declared_one_where_that_is_plausible(string declared, string text, string expected) =>
        Assert.Equal(expected, GivenArticle.Of(text, title: null, language: declared).Citation.Language);

    [Theory]
    [InlineData("Yes.")]
    [InlineData("Photo: J. Berg")]
    [InlineData("*** --- ***")]
    [InlineData("Ferry to Lindholm runs again\n")]
    [InlineData("渡轮。")]
    public void What_is_no_sentence_and_no_five_words_is_no_article(string text) =>
        Assert.Equal(RejectionReason.NoText, Reject(text).Reason);

    [Theory]
    [InlineData("The ferry runs.")]
    [InlineData("渡轮三月起将恢复航行。")]
    [InlineData("เรือเฟอร์รี่จะกลับมาให้บริการอีกครั้ง")]
    public void A_single_sentence_is_an_article(string text) => Assert.Single(GivenArticle.Of(text, language: null).Sentences);

    [Fact]
    public void Text_beyond_the_limit_is_too_long_and_names_the_entry()
    {
        var rejection = Reject(Originals.Repeat("word ", 50_000), entry: 3);

        Assert.Equal((RejectionReason.TooLong, 3), (rejection.Reason, rejection.Entry));
        Assert.Contains("200000", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_sentences_of_rubbish_are_composed_in_time()
    {
        var article = GivenArticle.Of(Originals.Repeat("a. ", 66_000));

        Assert.InRange(article.Text.Length, 190_000, 200_000);
    }

    [Fact]
    public void The_stage_registers_itself_and_a_bad_limit_names_its_key()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Ingest:MaxEntries", "501")]).Build();
        using var services = new ServiceCollection().AddLogging().AddIngesting(configuration).BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOriginalReader>());
        Assert.Contains("Ingest__MaxEntries is 501; expected a number from 1 to 500.", exception.Message, StringComparison.Ordinal);
    }

    private static Rejection Reject(string text, int? entry = null) =>
        Assert.IsType<ComposeOutcome.Rejected>(
            GivenArticle.Composer().Compose(GivenArticle.Head("a.txt"), new ArticleDraft { Title = "Ferry to Lindholm runs again", Text = text, Language = "en" }, entry)).Rejection;
}
