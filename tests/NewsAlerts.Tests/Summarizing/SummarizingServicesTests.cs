using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

public sealed class SummarizingServicesTests
{
    [Fact]
    public async Task Without_configuration_the_embedded_summariser_does_the_job()
    {
        using var services = Services();

        var summary = await services.GetRequiredService<ISummarizer>().SummarizeAsync(AnArticle.With(AnArticle.Ferry), default);

        Assert.Equal(EmbeddedSummarizer.Engine, summary.Engine);
        Assert.Empty(summary.Notes);
    }

    [Theory]
    [InlineData("Auto", true, "model")]
    [InlineData("OpenAI", true, "model")]
    [InlineData("Embedded", true, "embedded")]
    [InlineData("Auto", false, "embedded")]
    public async Task The_engine_is_the_one_that_the_configuration_names(string engine, bool hasModel, string expected)
    {
        using var services = Services(Model(hasModel), ("Summarize:Engine", engine));

        var summary = await services.GetRequiredService<ISummarizer>().SummarizeAsync(AnArticle.With(AnArticle.Ferry), default);

        Assert.Equal(expected, summary.Engine);
        Assert.Empty(summary.Notes);
    }

    [Fact]
    public async Task A_model_that_was_asked_for_but_is_not_configured_is_missed_in_the_notes()
    {
        using var services = Services(Model(isConfigured: false), ("Summarize:Engine", "openai"));

        var summary = await services.GetRequiredService<ISummarizer>().SummarizeAsync(AnArticle.With(AnArticle.Ferry), default);

        Assert.Equal("Made without the model: none is configured.", Assert.Single(summary.Notes));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_keeps_the_model_from_answering_the_embedded_summary_says_so(ModelFailure failure)
    {
        using var services = Services(Model(isConfigured: true, failure));

        var summary = await services.GetRequiredService<ISummarizer>().SummarizeAsync(AnArticle.With(AnArticle.Ferry), default);

        Assert.Equal(EmbeddedSummarizer.Engine, summary.Engine);
        Assert.StartsWith("Made without the model: ", Assert.Single(summary.Notes), StringComparison.Ordinal);
    }

    public static TheoryData<ModelFailure> Failures => [.. Enum.GetValues<ModelFailure>().Where(failure => failure is not ModelFailure.Off)];

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    public void A_number_of_key_points_that_no_summary_can_have_stops_the_start_by_name(string keyPoints)
    {
        using var services = Services(("Summarize:KeyPoints", keyPoints));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal($"Summarize__KeyPoints is {keyPoints}; expected a number from 1 to 5.", error.Message);
    }

    private static IModelSummarizer Model(bool isConfigured, ModelFailure? failure = null)
    {
        var model = new Mock<IModelSummarizer>();
        model.Setup(it => it.IsConfigured).Returns(isConfigured);
        model.Setup(it => it.SummarizeAsync(It.IsAny<Article>(), It.IsAny<CancellationToken>())).Returns((Article article, CancellationToken _) =>
            ValueTask.FromResult<ModelOutcome>(failure is { } why ? new ModelOutcome.NotMade(why) : new ModelOutcome.Made(SummaryOf(article))));
        return model.Object;
    }

    private static Summary SummaryOf(Article article)
    {
        var (start, length) = article.Sentences[0].Span;
        return new Summary
        {
            ArticleId = article.Id,
            Headline = "A second ferry",
            KeyPoints = [new KeyPoint(article.TextOf(0), new Evidence(0, start, length, article.TextOf(0)))],
            Engine = "model",
            Citation = article.Citation,
            Created = article.Ingested,
        };
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => Services(model: null, settings);

    private static ServiceProvider Services(IModelSummarizer? model, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        var services = new ServiceCollection().AddLogging().AddSummarizing(configuration);
        if (model is not null)
        {
            services.AddSingleton(model);
        }

        return services.BuildServiceProvider();
    }
}
