using System.Text.Json;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Storage;

public sealed class DocumentJsonTests
{
    private static readonly Article _article = GivenArticle.Of("The ferry carried 214 passengers to Port Ellery. It sails again on Tuesday.");

    [Fact]
    public void A_key_point_on_two_sentences_comes_back_with_both()
    {
        var summary = Resting(new KeyPoint("The ferry carried 214 passengers and sails again on Tuesday.", Evidence.Of(_article, 0), Evidence.Of(_article, 1)));

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(summary, DocumentJson.Default.Summary), DocumentJson.Default.Summary)!;

        Assert.Equal(summary.KeyPoints, read.KeyPoints);
        Assert.Equal([0, 1], read.KeyPoints[0].AllEvidence.Select(evidence => evidence.Sentence));
    }

    [Fact]
    public void A_key_point_on_one_sentence_is_written_and_read_as_ever()
    {
        var summary = Resting(new KeyPoint("The ferry carried 214 passengers.", Evidence.Of(_article, 0)));

        var written = JsonSerializer.Serialize(summary, DocumentJson.Default.Summary);

        Assert.Contains("\"keyPoints\":[{\"text\":\"The ferry carried 214 passengers.\",\"evidence\":{\"sentence\":0,\"start\":0,\"length\":48,\"quote\":\"The ferry carried 214 passengers to Port Ellery.\"}}]", written, StringComparison.Ordinal);
        Assert.Equal(summary.KeyPoints, JsonSerializer.Deserialize(written, DocumentJson.Default.Summary)!.KeyPoints);
    }

    [Fact]
    public void A_summary_that_replaces_one_says_which_and_the_first_is_written_as_ever()
    {
        var first = Resting(new KeyPoint("It sails.", Evidence.Of(_article, 1)));

        var written = JsonSerializer.Serialize(first, DocumentJson.Default.Summary);
        var second = JsonSerializer.Deserialize(JsonSerializer.Serialize(first with { Replaces = 1 }, DocumentJson.Default.Summary), DocumentJson.Default.Summary)!;

        Assert.DoesNotContain("replaces", written, StringComparison.Ordinal);
        Assert.DoesNotContain("revision", written, StringComparison.Ordinal);
        Assert.Equal((null, 1), (JsonSerializer.Deserialize(written, DocumentJson.Default.Summary)!.Replaces, first.Revision));
        Assert.Equal(((int?)1, 2), (second.Replaces, second.Revision));
        Assert.True(second.SaysTheSameAs(first));
    }

    [Fact]
    public void A_property_of_a_later_host_is_left_alone()
    {
        var written = JsonSerializer.Serialize(Resting(new KeyPoint("It sails.", Evidence.Of(_article, 1))), DocumentJson.Default.Summary).Replace("\"text\"", "\"mood\":1,\"text\"", StringComparison.Ordinal);

        Assert.Equal("It sails.", JsonSerializer.Deserialize(written, DocumentJson.Default.Summary)!.KeyPoints[0].Text);
    }

    private static Summary Resting(KeyPoint point) => new()
    {
        ArticleId = _article.Id,
        Headline = "Ferry",
        KeyPoints = [point],
        Engine = "a model",
        Citation = _article.Citation,
        Created = GivenArticle.Today,
    };
}
