using Microsoft.Extensions.Options;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Summarizing.Verifying;
using NewsAlerts.Tests.Given;
using Xunit;

namespace NewsAlerts.Tests.Summarizing.Verifying;

/// <summary>The samples that the local host shows, in every format, through the real readers.</summary>
public sealed class SamplesTests
{
    public static TheoryData<string> Samples => [.. DemoArticles.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Key_points_and_headlines_of_the_embedded_engine_are_supported(string sample)
    {
        var summarizer = new EmbeddedSummarizer(Options.Create(new SummarizeOptions { KeyPoints = 5 }), TimeProvider.System);
        foreach (var article in DemoArticles.Of(sample))
        {
            var summary = await summarizer.SummarizeAsync(article, CancellationToken.None);

            Assert.Empty(Grounding.Check(article, summary));
            Assert.All(ClaimVerifier.Verify(article, [.. summary.KeyPoints.Select(point => point.Text)]), verdict => Assert.True(verdict.Supported, string.Join(", ", verdict.Reasons)));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sentence_is_supported_by_its_article(string sample)
    {
        foreach (var article in DemoArticles.Of(sample))
        {
            var sentences = Enumerable.Range(0, article.Sentences.Count).Select(article.TextOf).ToArray();

            Assert.All(ClaimVerifier.Verify(article, sentences), verdict => Assert.True(verdict.Supported, string.Join(", ", verdict.Reasons)));
        }
    }
}
