using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Summarizing;

public sealed class UngroundedPointsTests
{
    private const string Text = "The ferry carried 214 passengers to Port Ellery. Captain Ines Calloway called it a calm day.";

    [Fact]
    public void A_grounded_summary_comes_back_as_it_is()
    {
        var summary = Saying("The ferry carried 214 passengers.", sentence: 0);

        Assert.Same(summary, UngroundedPoints.Replace(GivenArticle.Of(Text), summary));
    }

    [Theory]
    [InlineData("The ferry carried 412 passengers.", "412")]
    [InlineData("The ferry carried 214 passengers to Tarnhope.", "Tarnhope")]
    [InlineData("The ferry carried “only a few” passengers.", "quotation")]
    public void A_point_that_its_evidence_does_not_support_gives_way_to_the_sentence_it_points_at(string text, string said)
    {
        var replaced = UngroundedPoints.Replace(GivenArticle.Of(Text), Saying(text, sentence: 0));

        var point = Assert.Single(replaced.KeyPoints);
        Assert.Equal("The ferry carried 214 passengers to Port Ellery.", point.Text);
        Assert.Contains(said, Assert.Single(replaced.Notes), StringComparison.Ordinal);
        Assert.Empty(Grounding.Check(GivenArticle.Of(Text), replaced));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(99)]
    public void A_point_without_evidence_gives_way_to_the_first_sentence(int sentence)
    {
        var replaced = UngroundedPoints.Replace(GivenArticle.Of(Text), Saying("The ferry sank.", sentence));

        Assert.Equal(0, Assert.Single(replaced.KeyPoints).Evidence.Sentence);
        Assert.Contains("evidence", Assert.Single(replaced.Notes), StringComparison.Ordinal);
    }

    private static Summary Saying(string text, int sentence)
    {
        var article = GivenArticle.Of(Text);
        var evidence = sentence is 0 or 1
            ? new Evidence(sentence, article.Sentences[sentence].Span.Start, article.Sentences[sentence].Span.Length, article.TextOf(sentence))
            : new Evidence(sentence, 0, 3, "The");
        return new Summary
        {
            ArticleId = article.Id,
            Headline = "Ferry",
            KeyPoints = [new KeyPoint(text, evidence)],
            Engine = "test",
            Citation = article.Citation,
            Created = article.Ingested,
        };
    }
}
