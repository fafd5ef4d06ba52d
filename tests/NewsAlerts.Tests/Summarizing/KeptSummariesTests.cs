using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using Xunit;

namespace NewsAlerts.Tests.Summarizing;

/// <summary>Summaries that a reader of the output found good: whoever changes how sentences are chosen keeps them so, or says why another is better.</summary>
public sealed class KeptSummariesTests
{
    [Theory]
    [InlineData("explainer")]
    [InlineData("list")]
    [InlineData("denials")]
    [InlineData("captions")]
    [InlineData("german")]
    [InlineData("japanese")]
    [InlineData("condition")]
    [InlineData("unless")]
    public async Task A_good_summary_stays_as_it_is(string name)
    {
        // Language, title, article; behind the rule, headline and key points.
        using var reader = new StreamReader(typeof(KeptSummariesTests).Assembly.GetManifestResourceStream($"Kept/{name}.txt")!);
        var parts = (await reader.ReadToEndAsync()).Split("\n----\n");
        var given = parts[0].Split('\n', 3);
        var article = AnArticle.With(given[2], given[0], given[1].Length > 0 ? given[1] : null);

        var summary = await new EmbeddedSummarizer(Options.Create(new SummarizeOptions()), new FakeTimeProvider()).SummarizeAsync(article, default);

        Assert.Equal(parts[1].TrimEnd().Split('\n'), new[] { summary.Headline }.Concat(summary.KeyPoints.Select(point => point.Text)));
    }
}
