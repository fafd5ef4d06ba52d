using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Verifying;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class GroundingTests
{
    private const string Text = "The Sandpiper carried 11,200 people in May, and \"every seat was taken\", Calloway said.";

    private static readonly Article _article = AnArticle.With(Text);

    [Theory]
    [InlineData("The Sandpiper carried 11,200 people in May.")]
    [InlineData("Carried 11,200 people in May.")]
    [InlineData("\"Every seat was taken\", Calloway said.")]
    [InlineData("The Sandpiper carried 1,200 people.", UnsupportedKind.Number, "1,200")]
    [InlineData("The Sandpiper carried 11 people.", UnsupportedKind.Number, "11")]
    [InlineData("Calloway said that Reyk carried 11,200 people.", UnsupportedKind.Name, "Reyk")]
    [InlineData("In May, Reyk said that the Sandpiper carried 11,200 people.", UnsupportedKind.Speaker, "Reyk")]
    [InlineData("\"every berth was taken\", Calloway said.", UnsupportedKind.Quotation, "every berth was taken")]
    public void What_the_evidence_does_not_say_is_listed(string claim, UnsupportedKind? kind = null, string? what = null)
    {
        var found = Grounding.Check(_article, Summary(claim, new Evidence(0, 0, Text.Length, Text)));

        Assert.Equal(kind is null ? [] : [new Ungrounded(0, kind.Value, what!)], found);
    }

    [Theory]
    [InlineData(0, 1, 10, "The Sandpi")]
    [InlineData(0, 0, 9, "The Sandpi")]
    [InlineData(1, 0, 3, "The")]
    [InlineData(-1, 0, 3, "The")]
    [InlineData(0, -1, 3, "The")]
    [InlineData(0, int.MaxValue, 3, "The")]
    [InlineData(0, 0, 0, "")]
    public void Evidence_that_is_not_there_is_listed(int sentence, int start, int length, string quote)
    {
        var found = Grounding.Check(_article, Summary("The Sandpiper", new Evidence(sentence, start, length, quote)));

        Assert.Equal([new Ungrounded(0, UnsupportedKind.Evidence, quote)], found);
    }

    private static Summary Summary(string claim, Evidence evidence) => new()
    {
        ArticleId = _article.Id,
        Headline = "A headline",
        KeyPoints = [new KeyPoint(claim, evidence)],
        Engine = "a model",
        Citation = _article.Citation,
        Created = DateTimeOffset.UnixEpoch,
    };
}
