using Azure.Identity;
using NewsAlerts.Adapters.OpenAI;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Tests.Adapters.OpenAI;

/// <summary>What a model costs is counted, and ends where the budget does.</summary>
public sealed class ModelBudgetTests : FallingBack
{
    [Fact]
    public void Without_a_token_to_enter_with_nothing_is_charged() =>
        Assert.Equal(ModelFailure.Denied, HttpFailure.Of(new CredentialUnavailableException("No identity here.")));

    [Fact]
    public async Task What_a_request_cost_is_counted_by_the_prices()
    {
        _model.Says("The ferry Sandpiper sails", Ferry);
        using var setup = new ModelSetup(_model, ("OpenAI:InputPrice", "0.15"), ("OpenAI:OutputPrice", "0.6"));

        await setup.SummarizeAsync(_article);

        Assert.Equal(new ModelCost(Tokens: 790, Money: 159), setup.Spent);
    }

    [Theory]
    [InlineData("OpenAI:DailyTokens", "3000")]
    [InlineData("OpenAI:DailyBudget", "0.03")]
    public async Task When_the_day_s_budget_is_used_up_the_model_is_not_asked(string key, string value)
    {
        _model.Says("The ferry Sandpiper sails", Ferry);
        using var setup = new ModelSetup(_model, (key, value), ("OpenAI:InputPrice", "10"), ("OpenAI:OutputPrice", "10"));

        var first = await setup.SummarizeAsync(_article);
        await AssertFellBackAsync(setup, "its budget for the day is used up");

        Assert.Equal("test-model", first.Engine);
        Assert.Single(_model.Requests);
    }

    [Theory]
    [InlineData("OpenAI:ArticleTokens", "2100")]
    [InlineData("OpenAI:ArticleBudget", "0.0001")]
    public async Task An_article_that_would_cost_too_much_is_not_begun(string key, string value)
    {
        using var setup = new ModelSetup(_model, (key, value), ("OpenAI:InputPrice", "10"), ("OpenAI:OutputPrice", "10"));

        await AssertFellBackAsync(setup, "the article is longer than its budget for one article");
        Assert.Empty(_model.Requests);
        Assert.Equal(default, setup.Spent);
    }

    [Fact]
    public async Task Many_articles_at_once_all_get_a_summary_and_stay_within_the_budget()
    {
        _model.Says("The ferry Sandpiper sails", Ferry);
        using var setup = new ModelSetup(_model, ("OpenAI:DailyTokens", "8000"));

        var summaries = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => setup.SummarizeAsync(_article).AsTask()));

        Assert.All(summaries, summary => Assert.NotEmpty(summary.KeyPoints));
        Assert.InRange(setup.Spent.Tokens, 790, 8_000);
        Assert.Equal(_model.Requests.Count, summaries.Count(summary => summary.Engine == "test-model"));
        Assert.Equal(790 * _model.Requests.Count, setup.Spent.Tokens);
    }
}
