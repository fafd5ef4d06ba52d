using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Condensing;
using NewsAlerts.Local.Terminal;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;
using Spectre.Console.Testing;

namespace NewsAlerts.Tests.Local.Commands;

/// <summary>A key point that rests on two sentences, wherever the command shows one.</summary>
public sealed class FurtherEvidenceTests
{
    private static readonly Article _article = GivenArticle.Of("The ferry Sandpiper was built in Dunmore. From June it will carry 31 cars on each trip. Nobody asked why.");

    private static readonly Summary _summary = new()
    {
        ArticleId = _article.Id,
        Headline = "Ferry",
        KeyPoints = [new KeyPoint("The Sandpiper, built in Dunmore, will carry cars from June.", Evidence.Of(_article, 1), Evidence.Of(_article, 0))],
        Engine = "a model",
        Citation = _article.Citation,
        Created = GivenArticle.Today,
    };

    [Fact]
    public async Task Show_prints_both_sentences_under_the_key_point()
    {
        using var given = Given();

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("show", _article.Id.ToString()));

        var lines = given.Out.Split('\n').Select(line => line.Trim()).ToList();
        var point = lines.FindIndex(line => line.EndsWith(_summary.KeyPoints[0].Text, StringComparison.Ordinal));
        Assert.Equal(["sentence 2: From June it will carry 31 cars on each trip.", "sentence 1: The ferry Sandpiper was built in Dunmore."], lines[(point + 1)..(point + 3)]);
    }

    [Fact]
    public async Task Show_as_json_has_both()
    {
        using var given = Given();

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("show", _article.Id.ToString(), "--json"));
        Assert.Contains("\"furtherEvidence\": {", given.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OutputFormat.Text, "[2: “From June it will carry 31 cars on each trip.”] [1: “The ferry Sandpiper was built in Dunmore.”]")]
    [InlineData(OutputFormat.Jsonl, "\"furtherEvidence\":{\"sentence\":0,\"start\":0,\"length\":41,\"quote\":\"The ferry Sandpiper was built in Dunmore.\"}}")]
    public void Summarize_prints_both(object format, string expected)
    {
        using var console = new TestConsole().Width(400);

        new SummaryOutput(new Screen(console, console, IsLive: false) { Raw = console.Profile.Out.Writer }, (OutputFormat)format)
            .Write(new Condensed.Done("a-1", null, null, _article, _summary));

        Assert.Contains(expected, console.Output, StringComparison.Ordinal);
    }

    private static GivenCommandLine Given()
    {
        var given = new GivenCommandLine();
        given.Library.Setup(library => library.FindArticleAsync(_article.Id, It.IsAny<CancellationToken>())).ReturnsAsync(_article);
        given.Library.Setup(library => library.FindSummaryAsync(_article.Id, It.IsAny<CancellationToken>())).ReturnsAsync(_summary);
        return given;
    }
}
