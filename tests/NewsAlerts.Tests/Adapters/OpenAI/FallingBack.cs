using System.Globalization;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.OpenAI;

/// <summary>A model that fails as it is told to, and an article that is summarised all the same.</summary>
public abstract class FallingBack : IAsyncLifetime
{
    protected const string Text = "The ferry Sandpiper carried 214 passengers to Port Ellery on Monday. The harbour board will raise the fare by 10 per cent in May.";

    protected static readonly (string, int[]) Ferry = ("The ferry Sandpiper carried 214 passengers.", [0]);

    private protected readonly Article _article = GivenArticle.Of(Text, title: null);
    private protected ModelServer _model = null!;

    public async Task InitializeAsync() => _model = await ModelServer.StartAsync();

    public async Task DisposeAsync() => await _model.DisposeAsync();

    private protected async Task AssertFellBackAsync(ModelSetup setup, string why)
    {
        var summary = await setup.SummarizeAsync(_article);

        Assert.Equal(EmbeddedSummarizer.Engine, summary.Engine);
        Assert.NotEmpty(summary.KeyPoints);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"Made without the model: {why}."), Assert.Single(summary.Notes));
    }
}
