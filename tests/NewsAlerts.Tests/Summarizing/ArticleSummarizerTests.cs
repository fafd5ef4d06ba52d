using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Summarizing;

public sealed class ArticleSummarizerTests
{
    private readonly Article _article = GivenArticle.Of("The ferry carried 214 passengers to Port Ellery. Captain Ines Calloway called it a calm day.");
    private readonly Mock<ILibrary> _library = new();
    private readonly Mock<ISummarizer> _summarizer = new();

    [Fact]
    public async Task An_article_whose_summary_is_stored_is_never_sent_to_a_model_again()
    {
        _library.Setup(library => library.FindSummaryAsync(_article.Id, It.IsAny<CancellationToken>())).ReturnsAsync(Summary("The ferry carried 214 passengers."));

        await SummarizeAsync();

        _summarizer.Verify(summarizer => summarizer.SummarizeAsync(It.IsAny<Article>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Nothing_ungrounded_is_stored_whatever_made_it()
    {
        Summary? stored = null;
        _summarizer.Setup(summarizer => summarizer.SummarizeAsync(_article, It.IsAny<CancellationToken>())).ReturnsAsync(Summary("The ferry carried 999 passengers."));
        _library.Setup(library => library.TryAddAsync(It.IsAny<Summary>(), It.IsAny<CancellationToken>()))
            .Callback((Summary summary, CancellationToken _) => stored = summary)
            .ReturnsAsync(true);

        await SummarizeAsync();

        Assert.Equal(_article.TextOf(0), Assert.Single(stored!.KeyPoints).Text);
    }

    private Task SummarizeAsync()
    {
        _library.Setup(library => library.FindArticleAsync(_article.Id, It.IsAny<CancellationToken>())).ReturnsAsync(_article);
        var handover = new Handover(Mock.Of<IOpenWork>(), Mock.Of<IWorkQueues>(), Options.Create(new SweepOptions()), TimeProvider.System);
        var stage = new ArticleSummarizer(
            _library.Object,
            Mock.Of<IArchive>(),
            _summarizer.Object,
            handover,
            GivenMeters.Stages(),
            new SummarizingMetrics(GivenMeters.Factory()),
            Options.Create(new RoutingOptions()),
            NullLogger<ArticleSummarizer>.Instance);
        return stage.SummarizeAsync(new SummarizeRequest(_article.Id), CancellationToken.None);
    }

    private Summary Summary(string text)
    {
        var (start, length) = _article.Sentences[0].Span;
        return new Summary
        {
            ArticleId = _article.Id,
            Headline = "Ferry",
            KeyPoints = [new KeyPoint(text, new Evidence(0, start, length, _article.TextOf(0)))],
            Engine = "test",
            Citation = _article.Citation,
            Created = _article.Ingested,
        };
    }
}
