using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Local.Commands;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class ReplayCommandTests : IDisposable
{
    private static readonly Article Article = GivenArticle.Of("The ferry carried 214 passengers to Port Ellery. It sails again on Tuesday. The harbour is open all day.");
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly GivenCommandLine _given = new();

    public ReplayCommandTests()
    {
        _given.Library.Setup(one => one.FindArticleAsync(Article.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Article);
        _given.Library.Setup(one => one.FindSummaryAsync(Article.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Old());
        _given.Library.Setup(one => one.TryReplaceAsync(It.IsAny<Summary>(), It.IsAny<CancellationToken>())).ReturnsAsync(true);
    }

    [Fact]
    public async Task A_dry_run_shows_what_goes_what_comes_and_what_stays_and_stores_nothing()
    {
        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("replay", "--article", Article.Id.ToString(), "--dry-run"));

        Assert.Contains("- An old headline", _given.Out, StringComparison.Ordinal);
        Assert.Contains("- An old point.", _given.Out, StringComparison.Ordinal);
        Assert.Contains("+ The ferry carried 214 passengers to Port Ellery.", _given.Out, StringComparison.Ordinal);
        Assert.Contains("1 article: 1 would be replaced, 0 the same.", _given.Error, StringComparison.Ordinal);
        _given.Library.Verify(one => one.TryReplaceAsync(It.IsAny<Summary>(), It.IsAny<CancellationToken>()), Times.Never);
        _given.Archive.Verify(one => one.AddAsync(It.IsAny<ArchiveEntry>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task A_range_is_read_by_whole_days_and_an_article_that_cannot_be_read_keeps_nobody_else_waiting()
    {
        var newer = ArticleId.Of(null, "Of a newer version.");
        _given.Library.Setup(one => one.FindArticleAsync(newer, It.IsAny<CancellationToken>())).ThrowsAsync(new FormatException("Version 9 of an article is not 1."));
        _given.Archive.Setup(one => one.BetweenAsync(Noon.Date.AsUtc(), Noon.Date.AddDays(1).AsUtc(), It.IsAny<CancellationToken>()))
            .Returns(new[] { Entry(newer), Entry(Article.Id) }.ToAsyncEnumerable());

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("replay", "--from", "2026-05-03", "--to", "2026-05-03", "--json", "--yes"));

        Assert.Contains("Version 9 of an article", _given.Error, StringComparison.Ordinal);
        Assert.Contains("\"outcome\": \"replaced\"", _given.Out, StringComparison.Ordinal);
        Assert.Single(System.Text.Json.JsonDocument.Parse(_given.Out).RootElement.EnumerateArray());
        _given.Library.Verify(one => one.TryReplaceAsync(It.Is<Summary>(summary => summary.Replaces == 1), It.IsAny<CancellationToken>()), Times.Once);
        _given.WorkQueues.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("--from 2026-05-03 --to 2026-05-03", "Condense all articles from 2026-05-03 00:00:00Z to 2026-05-04 00:00:00Z anew, and replace the summaries that come out otherwise? Add --yes")]
    [InlineData("--digest d-00k3m5a7cq2zxw6b-20261123T073000Z", "Condense the articles of d-00k3m5a7cq2zxw6b-20261123T073000Z anew, and replace the summaries that come out otherwise? Add --yes")]
    public async Task Without_yes_and_with_nobody_to_ask_articles_that_nobody_named_stay_as_they_are(string selection, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(["replay", .. selection.Split(' ')]));

        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
        _given.Library.VerifyNoOtherCalls();
        _given.Archive.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("replay", "Say which articles: either --article, or --digest, or --from")]
    [InlineData("replay --article abcd --from 2026-05-03", "Say which articles")]
    [InlineData("replay --to 2026-05-03", "give --from as well")]
    [InlineData("replay --from yesterday", "--from is 'yesterday'; expected a day such as 2026-11-01")]
    [InlineData("replay --from 2026-05-03 --to 2026-05-01", "is not before --to")]
    [InlineData("replay --from 0001-01-01", "more than 3,660 days")]
    [InlineData("replay --article abcd --send-again", "give it with --digest")]
    [InlineData("replay --article abcd --engine none", "--engine is 'none'; expected one of embedded, openai, auto.")]
    public async Task What_cannot_be_asked_for_is_refused_with_the_rule(string arguments, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(arguments.Split(' ')));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _given.Dispose();

    private static ArchiveEntry Entry(ArticleId id) => new(Noon, id, "-", null, "en");

    private static Summary Old() => new()
    {
        ArticleId = Article.Id,
        Headline = "An old headline",
        KeyPoints = [new KeyPoint("An old point.", Evidence.Of(Article, 0))],
        Engine = "embedded",
        Citation = Article.Citation,
        Created = GivenArticle.Today,
    };
}

file static class Days
{
    public static DateTimeOffset AsUtc(this DateTime day) => new(day, TimeSpan.Zero);
}
