using NewsAlerts.Ingesting;

namespace NewsAlerts.Tests.Ingesting;

public class MarkdownTests
{
    [Fact]
    public void Markup_is_gone_and_structure_is_kept()
    {
        var draft = Originals.Draft("a.md", """
            ---
            author: Ann Lee
            date: 2026-03-02
            tags:
              - sea
            ---
            # Ferry to *Lindholm* runs again

            ![A ferry](ferry.jpg)
            The ferry between **Harbour** and [Lindholm](javascript:alert(1)) will
            run again from March.

            - Six crossings a day
            - Tickets cost 40 kroner

            > "We are sorry," she said.

            <script>alert(1)</script>
            <div>Raw <b>HTML</b> here</div>
            """);

        Assert.Equal("Ferry to Lindholm runs again", draft.Title);
        Assert.Equal("Ann Lee", draft.Byline);
        Assert.Equal(
            [
                "The ferry between Harbour and Lindholm will run again from March.",
                "- Six crossings a day\n- Tickets cost 40 kroner",
                "\"We are sorry,\" she said.",
                "Raw HTML here",
            ],
            Originals.Paragraphs(draft));
    }

    [Fact]
    public void Front_matter_names_the_title_before_a_heading_does()
    {
        var draft = Originals.Draft("a.md", "---\ntitle: Ferry runs\nlanguage: en\n---\n\n# Another heading\n\nText of it.");

        Assert.Equal("Ferry runs", draft.Title);
        Assert.Contains("Another heading", draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[a](", 20_000)]
    [InlineData("[a]: b\n", 20_000)]
    [InlineData(">", 100_000)]
    [InlineData("*a **a ", 50_000)]
    public void Markup_made_to_take_minutes_is_refused(string unit, int times) =>
        Assert.Equal(RejectionReason.Malformed, Originals.Rejection("a.md", Originals.Repeat(unit, times)).Reason);
}
