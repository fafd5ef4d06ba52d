using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsAlerts.Adapters.OpenAI;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.OpenAI;

/// <summary>What docs/operations.md says a model's summary takes, counted from the demo's articles: what is asked, and the embedded summariser's summary in the place of the answer.</summary>
public class TokensOfAnArticleTests
{
    private const string Page = "docs/operations.md";
    private const string Row = "| the demo's articles |";

    // The prompt and the summaries change by words from day to day, and the costs by as little.
    private const double Tolerance = 0.1;

    [Fact]
    public async Task The_tokens_that_the_costs_are_worked_out_from_are_those_of_the_demos_articles()
    {
        var articles = DemoArticles.Samples.SelectMany(DemoArticles.Of).ToList();
        var embedded = new EmbeddedSummarizer(Options.Create(new SummarizeOptions()), TimeProvider.System);
        var characters = articles.Average(article => article.Text.Length);
        var asked = articles.Average(article => TokenCount.Of(Prompt.Summarize(new MarkedArticle(article), Enumerable.Range(0, article.Sentences.Count), 3)));
        var answered = 0.0;
        foreach (var article in articles)
        {
            answered += (double)TokenCount.Of(Answer(await embedded.SummarizeAsync(article, CancellationToken.None))) / articles.Count;
        }

        var told = Repository.Read(Page).Split('\n').Single(line => line.StartsWith(Row, StringComparison.Ordinal)).Split('|', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(cell => double.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture)).ToArray();

        double[] counted = [articles.Count, characters, asked, answered];
        Assert.All(told.Zip(counted), pair => Assert.True(
            Math.Abs(pair.First - pair.Second) <= pair.Second * Tolerance, string.Create(CultureInfo.InvariantCulture, $"{Page} says {pair.First}, and it is {pair.Second:f0}.")));
    }

    private static string Answer(Summary summary) => JsonSerializer.Serialize(
        new ModelAnswer(summary.Headline, [.. summary.KeyPoints.Select(point => new ModelPoint(point.Text, [point.Evidence.Sentence]))]), AnswerJson.Default.ModelAnswer);
}
