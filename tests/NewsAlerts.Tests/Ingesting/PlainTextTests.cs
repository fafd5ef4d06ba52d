namespace NewsAlerts.Tests.Ingesting;

public class PlainTextTests
{
    private const string Body = "The ferry to Lindholm will run again from March, the harbour board said on Tuesday, after two winters in dock.";

    [Fact]
    public void A_short_first_line_apart_from_the_rest_is_the_title()
    {
        var draft = Originals.Draft("a.txt", $"Ferry to Lindholm runs again\n\n{Body}\n\nTickets cost 40 kroner.\n");

        Assert.Equal("Ferry to Lindholm runs again", draft.Title);
        Assert.Equal([Body, "Tickets cost 40 kroner."], Originals.Paragraphs(draft));
    }

    [Fact]
    public void A_first_line_that_is_a_sentence_is_no_title()
    {
        var draft = Originals.Draft("a.txt", $"The ferry runs again.\n\n{Body}");

        Assert.Null(draft.Title);
        Assert.StartsWith("The ferry runs again.", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_line_of_a_wrapped_paragraph_is_no_title() =>
        Assert.Null(Originals.Draft("a.txt", "The ferry to Lindholm will run again from March, the harbour\nboard said on Tuesday, after two winters in dock. Tickets cost\n40 kroner.").Title);

    [Fact]
    public void A_title_directly_above_a_long_line_is_a_title() =>
        Assert.Equal("Ferry to Lindholm runs again", Originals.Draft("a.txt", $"Ferry to Lindholm runs again\r\n{Body}\r\n").Title);

    [Fact]
    public void A_byline_below_the_title_is_taken_from_the_text()
    {
        var draft = Originals.Draft("a.txt", $"Ferry runs again\n===\nBy Ann Lee\n\n{Body}");

        Assert.Equal("Ferry runs again", draft.Title);
        Assert.Equal("By Ann Lee", draft.Byline);
        Assert.Equal(Body, draft.Text);
    }

    [Fact]
    public void A_byline_that_the_text_begins_with_is_no_title()
    {
        var draft = Originals.Draft("wire.txt", $"By Julian Sorrel, North Shore Wire\n\n{Body}\n\nTickets cost 40 kroner.\n");

        Assert.Null(draft.Title);
        Assert.Equal("By Julian Sorrel, North Shore Wire", draft.Byline);
        Assert.Equal([Body, "Tickets cost 40 kroner."], Originals.Paragraphs(draft));
    }

    [Theory]
    [InlineData("By Land and Sea\n===============\n")]
    [InlineData("By Land and Sea\nBy Ann Lee\n\n")]
    public void A_title_that_begins_as_a_byline_does_is_told_by_what_stands_below(string head) =>
        Assert.Equal("By Land and Sea", Originals.Draft("a.txt", head + Body).Title);

    [Fact]
    public void A_wrapped_paragraph_that_begins_as_a_byline_does_stays_whole() =>
        Assert.StartsWith("By Tuesday the ferry", Originals.Draft("a.txt", "By Tuesday the ferry to Lindholm will run again, the harbour\nboard said, after two winters in dock. Tickets cost\n40 kroner.").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("---\ntitle: \"Ferry: it runs\"\nauthor: Ann Lee\ndate: 2026-03-02\nurl: https://a.example/b\n---\n")]
    [InlineData("Title: Ferry: it runs\r\nAuthor: Ann Lee\r\nDate: 2026-03-02\r\nURL: https://a.example/b\r\n\r\n")]
    public void Header_lines_describe_the_article_and_are_not_in_its_text(string headers)
    {
        var draft = Originals.Draft("a.txt", headers + Body);

        Assert.Equal("Ferry: it runs", draft.Title);
        Assert.Equal("Ann Lee", draft.Byline);
        Assert.Equal("https://a.example/b", draft.Url);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), draft.Published);
        Assert.Equal(Body, draft.Text);
    }

    [Theory]
    [InlineData("Note: the ferry does not run.\n\nIt is in dock for the second winter.")]
    [InlineData("---\n\nA rule above, and one below, are no front matter.\n\n---\n\nMore text.")]
    [InlineData("{ferry} is a placeholder that somebody forgot to fill in.")]
    [InlineData("[Update] The ferry runs again, the board says, from March on.")]
    [InlineData("<3 is what the islanders write about the ferry that runs again.")]
    public void What_only_resembles_another_format_stays_text(string text) => Assert.Contains(text.Split('\n')[^1], Originals.Draft("a.txt", text).Text, StringComparison.Ordinal);
}
