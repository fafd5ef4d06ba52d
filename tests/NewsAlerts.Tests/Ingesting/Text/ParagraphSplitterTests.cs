using NewsAlerts.Ingesting.Text;

namespace NewsAlerts.Tests.Ingesting.Text;

public class ParagraphSplitterTests
{
    [Fact]
    public void Blank_lines_part_paragraphs() => Assert.Equal(["One\ntwo", "Three"], Paragraphs("One\ntwo\n \nThree\n"));

    [Fact]
    public void Lines_that_end_sentences_are_paragraphs_where_there_are_no_blank_lines() =>
        Assert.Equal(["River rises", "It rained.", "\"It fell.\"", "It rose!"], Paragraphs("River rises\nIt rained.\n\"It fell.\"\nIt rose!"));

    [Fact]
    public void Hard_wrapped_lines_are_not_torn()
    {
        const string Text = "The river rose on Friday after a week of rain in the\nhills above the town. It fell again on Sunday, when\nthe rain stopped.";

        Assert.Equal([Text], Paragraphs(Text));
    }

    [Fact]
    public void Lines_too_long_to_be_wrapped_are_paragraphs()
    {
        var long1 = string.Join(' ', Enumerable.Repeat("river", 30));

        Assert.Equal(["A heading", long1, long1], Paragraphs($"A heading\n{long1}\n{long1}"));
    }

    [Fact]
    public void Nothing_has_no_paragraphs() => Assert.Empty(ParagraphSplitter.Split(" \n\n "));

    private static List<string> Paragraphs(string text) => [.. ParagraphSplitter.Split(text).Select(span => span.In(text).ToString())];
}
