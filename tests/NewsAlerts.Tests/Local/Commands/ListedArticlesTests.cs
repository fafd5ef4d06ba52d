using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Local.Commands;
using NewsAlerts.Tests.Local.Given;
using NewsAlerts.Tests.Summarizing;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class ListedArticlesTests
{
    [Fact]
    public async Task A_source_is_told_from_its_headline_in_a_pipe_too()
    {
        using var given = new GivenCommandLine();
        given.Archive.Setup(one => one.LatestAsync(It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>())).Returns(
            new[]
            {
                new ArchiveEntry(given.Time.GetUtcNow(), AnArticle.With(AnArticle.Ferry).Id, "Town counts the savings, and the stars", "The Pellworth Post", "en"),
                new ArchiveEntry(given.Time.GetUtcNow(), AnArticle.With(AnArticle.Ferry).Id, "Ferry runs again", null, "en"),
            }.ToAsyncEnumerable());

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("articles"));

        Assert.Contains("Town counts the savings, and the stars · The Pellworth Post", given.Out, StringComparison.Ordinal);
        Assert.EndsWith("Ferry runs again", given.Out.TrimEnd(), StringComparison.Ordinal);
    }
}
