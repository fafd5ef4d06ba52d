using NewsAlerts.Articles;
using NewsAlerts.Fuzz.Inputs;

namespace NewsAlerts.Tests.BadInputs;

/// <summary>What of a bad original gets into its article.</summary>
public class BadCitationTests
{
    [Theory]
    [InlineData("A date in the year 0")]
    [InlineData("A date in the year 1")]
    [InlineData("A date in the year 9999")]
    [InlineData("A date in the year 10000")]
    [InlineData("A date on 30 February")]
    [InlineData("A date of 100,000 digits")]
    [InlineData("A mail of the year 9999")]
    [InlineData("A date with two readings")]
    [InlineData("A time without a date")]
    [InlineData("A date further from UTC than any place")]
    public void A_date_that_cannot_be_is_none(string what) => Assert.Null(ArticleOf(what).Citation.Published);

    [Theory]
    [InlineData("A javascript: link")]
    [InlineData("A data: link")]
    [InlineData("A file: link")]
    [InlineData("A URL of 100,000 characters")]
    [InlineData("A URL with a line break")]
    [InlineData("A URL whose host is no name")]
    [InlineData("A URL whose host has a character that no name may have")]
    public void An_address_that_is_none_of_the_web_is_left_out(string what) => Assert.Null(ArticleOf(what).Citation.Url);

    [Fact]
    public void Credentials_are_left_out_of_an_address() =>
        Assert.Equal("https://harbour.example/ferry", ArticleOf("A URL with credentials").Citation.Url?.AbsoluteUri);

    [Fact]
    public void A_header_cannot_be_injected_through_a_title_or_a_byline()
    {
        Assert.Equal("Ferry Bcc: x@y.example Body", ArticleOf("A header injected into a title").Citation.Title);
        Assert.Equal("Ann Bcc: x@y.example", ArticleOf("A header injected into a byline").Citation.Byline);
        var mail = ArticleOf("A subject that injects a header").Citation;
        Assert.DoesNotContain($"{mail.Title}{mail.Source}", char.IsControl);
    }

    [Theory]
    [InlineData("Markdown in a title", "**Ferry** [runs](javascript:alert(1)) `again` <@everyone> *x*")]
    [InlineData("A formula in a title", "=cmd|' /C calc'!A0")]
    [InlineData("Template syntax in a title", "{{headline}} ${7*7} {{{raw}}}")]
    public void Mark_up_in_a_title_is_text(string what, string title) => Assert.Equal(title, ArticleOf(what).Citation.Title);

    [Fact]
    public void A_title_of_nothing_but_marks_is_none() => Assert.Null(ArticleOf("A title of nothing but marks").Citation.Title);

    [Theory]
    [InlineData("Emoji split at a title's limit")]
    [InlineData("Emoji split at a byline's limit")]
    [InlineData("A title of 200,000 characters")]
    public void What_is_too_long_is_cut_between_characters_and_says_so(string what)
    {
        var citation = ArticleOf(what).Citation;
        var cut = citation.Byline ?? citation.Title!;

        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', cut);
        Assert.DoesNotContain("\u200D…", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_between_characters()
    {
        var article = ArticleOf("Emoji split at a sentence's limit");

        Assert.True(article.Sentences.Count > 3);
        Assert.All(article.Sentences.Index(), sentence => Assert.False(article.TextOf(sentence.Index) is ['\u200D', ..] or [.., '\u200D']));
    }

    [Fact]
    public void What_turns_or_hides_text_is_removed()
    {
        var article = ArticleOf("Right-to-left overrides");
        Assert.Equal("Ferry txt.exe", article.Citation.Title);
        Assert.DoesNotContain(article.Text, c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200F');
        Assert.Equal(BadInput.Prose, ArticleOf("Zero-width characters").Text);
    }

    [Theory]
    [InlineData("Template syntax", "{{#each items}} {% include 'x' %} ${jndi:ldap://127.0.0.1/x} <%= 7*7 %>")]
    [InlineData("A formula in the text", "=HYPERLINK(\"http://127.0.0.1/\",\"x\")")]
    [InlineData("SQL in the text", "'); DROP TABLE Subscriptions; --")]
    public void Syntax_of_whatever_kind_is_text(string what, string kept) => Assert.Contains(kept, ArticleOf(what).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("A gzip bomb attached, of 500 MB")]
    [InlineData("A zip bomb attached, of 500 MB")]
    public void A_bomb_that_is_attached_is_not_opened(string what) => Assert.Equal(BadInput.Prose, ArticleOf(what).Text);

    [Fact]
    public void Of_a_feed_only_the_entry_without_text_is_rejected()
    {
        var reading = Read("A feed of which an entry has no text");

        Assert.Equal("Ferry", Assert.Single(reading.Articles).Citation.Title);
        Assert.Equal(1, Assert.Single(reading.Rejections).Entry);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_name_is_kept_as_it_came(string what, string file) => Assert.Equal(file, ArticleOf(what).Original.Name);

    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var input in NameInputs.All)
            {
                names.Add(input.What, input.File);
            }

            return names;
        }
    }

    private static Article ArticleOf(string what) => Assert.Single(Read(what).Articles);

    private static BadInputReading Read(string what) => BadInputReading.Of(BadInput.All.Single(input => input.What == what));
}
