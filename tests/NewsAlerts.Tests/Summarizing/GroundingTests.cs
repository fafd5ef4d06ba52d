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

    [Theory]
    [InlineData("The Sandpiper, built in Dunmore, will carry cars from June.", 0, 1)]
    [InlineData("The Sandpiper, built in Dunmore, will carry cars from June.", 1, 0)]
    [InlineData("The Sandpiper, built in Dunmore, will carry cars from June.", 0, null, UnsupportedKind.Date, "June")]
    [InlineData("The Sandpiper, built in Dunmore, will carry cars from July.", 0, 1, UnsupportedKind.Date, "July")]
    [InlineData("The Sandpiper, built in Dunmore, will carry 30 cars from June.", 0, 1, UnsupportedKind.Number, "30")]
    [InlineData("The Sandpiper, built in Tarnhope, will carry cars from June.", 0, 1, UnsupportedKind.Name, "Tarnhope")]
    public void What_two_sentences_say_together_is_grounded_and_nothing_else(string claim, int first, int? second, UnsupportedKind? kind = null, string? what = null)
    {
        var article = AnArticle.With("The ferry Sandpiper was built in Dunmore. From June it will carry 31 cars on each trip. Tarnhope wants 30.");

        var point = new KeyPoint(claim, Evidence.Of(article, first), second is { } further ? Evidence.Of(article, further) : null);

        var found = Grounding.Check(article, Summary(point));
        Assert.Equal(kind is null, found.Count == 0);
        Assert.True(kind is null || found.Contains(new Ungrounded(0, kind.Value, what!)), string.Join(", ", found));
    }

    [Theory]
    [InlineData("The engineer Jonas Weld told the board on Monday that the boat's engines do not meet the rules.", UnsupportedKind.Speaker)]
    [InlineData("The engineer Tomas Reyk told the board on Friday that the boat's engines do not meet the rules.", UnsupportedKind.Date)]
    [InlineData("The engineer Tomas Reyk told the board on Monday that 31 of the boat's engines do not meet the rules.", UnsupportedKind.Number)]
    public void Two_sentences_do_not_lend_each_other_names_dates_and_numbers(string claim, UnsupportedKind kind)
    {
        var article = AnArticle.With("The engineer Tomas Reyk told the board on Monday that 2 of the boat's engines do not meet the rules. The mayor Jonas Weld had seen 31 boats on Friday.");

        var found = Grounding.Check(article, Summary(new KeyPoint(claim, Evidence.Of(article, 0), Evidence.Of(article, 1))));

        Assert.Contains(kind, found.Select(part => part.Kind));
    }

    [Fact]
    public void Further_evidence_that_is_not_there_is_listed()
    {
        var point = new KeyPoint("The Sandpiper carried 11,200 people in May.", Evidence.Of(_article, 0), new Evidence(0, 4, 9, "Kittiwake"));

        Assert.Equal([new Ungrounded(0, UnsupportedKind.Evidence, "Kittiwake")], Grounding.Check(_article, Summary(point)));
    }

    private static Summary Summary(string claim, Evidence evidence) => Summary(new KeyPoint(claim, evidence));

    private static Summary Summary(KeyPoint point) => new()
    {
        ArticleId = _article.Id,
        Headline = "A headline",
        KeyPoints = [point],
        Engine = "a model",
        Citation = _article.Citation,
        Created = DateTimeOffset.UnixEpoch,
    };
}
