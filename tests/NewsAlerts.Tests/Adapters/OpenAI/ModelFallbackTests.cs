using System.Diagnostics;

namespace NewsAlerts.Tests.Adapters.OpenAI;

/// <summary>Whatever the model does, there is a summary.</summary>
public sealed class ModelFallbackTests : FallingBack
{
    [Fact]
    public async Task A_refusal_is_not_argued_with()
    {
        _model.Completes("", refusal: "I can't help with that.");
        using var setup = new ModelSetup(_model);

        await AssertFellBackAsync(setup, "it refused");
        Assert.Single(_model.Requests);
    }

    [Fact]
    public async Task An_article_that_the_content_filter_stops_is_summarised_without_the_model()
    {
        _model.Fails(400, "content_filter");
        using var setup = new ModelSetup(_model, ("OpenAI:Retries", "2"));

        await AssertFellBackAsync(setup, "its content filter stopped this article");
        Assert.Single(_model.Requests);
    }

    [Fact]
    public async Task So_is_one_whose_answer_the_content_filter_cuts()
    {
        _model.Completes("{\"headline\":\"The fe", finishReason: "content_filter");
        using var setup = new ModelSetup(_model);

        await AssertFellBackAsync(setup, "its content filter stopped this article");
    }

    [Theory]
    [InlineData("Retry-After", "1")]
    [InlineData("retry-after-ms", "1000")]
    public async Task A_busy_model_is_asked_again_when_it_said(string header, string value)
    {
        _model.Fails(429, "rate_limit_exceeded", (header, value)).Says("The ferry Sandpiper sails", Ferry);
        using var setup = new ModelSetup(_model, ("OpenAI:Retries", "2"));
        var watch = Stopwatch.StartNew();

        var summary = await setup.SummarizeAsync(_article);

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.95), TimeSpan.FromSeconds(15));
        Assert.Equal("test-model", summary.Engine);
        Assert.Empty(summary.Notes);
        Assert.Equal(2, _model.Requests.Count);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("Fri, 31 Dec 2100 23:59:59 GMT")]
    public async Task A_model_that_is_busy_for_longer_than_we_wait_is_not_asked_again(string until)
    {
        _model.Fails(429, "rate_limit_exceeded", ("Retry-After", until));
        using var setup = new ModelSetup(_model, ("OpenAI:Retries", "2"));

        await AssertFellBackAsync(setup, "it was too busy");
        Assert.Single(_model.Requests);
    }

    [Theory]
    [InlineData(429, "it was too busy")]
    [InlineData(500, "it failed")]
    [InlineData(503, "it failed")]
    public async Task A_failure_that_may_pass_is_tried_as_often_as_configured(int status, string why)
    {
        _model.Fails(status);
        using var setup = new ModelSetup(_model, ("OpenAI:Retries", "2"));

        await AssertFellBackAsync(setup, why);
        Assert.Equal(3, _model.Requests.Count);
    }

    [Theory]
    [InlineData(400, "error", "it failed")]
    [InlineData(401, "invalid_api_key", "it did not accept the key or the identity")]
    [InlineData(403, "error", "it did not accept the key or the identity")]
    [InlineData(404, "model_not_found", "there is no such model at its address")]
    [InlineData(429, "insufficient_quota", "its account has no credit left")]
    public async Task A_failure_that_will_not_pass_is_not_tried_again(int status, string code, string why)
    {
        _model.Fails(status, code);
        using var setup = new ModelSetup(_model, ("OpenAI:Retries", "2"));

        await AssertFellBackAsync(setup, why);
        Assert.Single(_model.Requests);
    }

    [Fact]
    public async Task A_model_that_hangs_is_not_waited_for()
    {
        _model.Hangs();
        using var setup = new ModelSetup(_model, ("OpenAI:Timeout", "00:00:00.3"));

        await AssertFellBackAsync(setup, "it did not answer in time");
        Assert.True(setup.Spent.Tokens > 0, "Nobody knows what a request cost that was not answered.");
    }

    [Fact]
    public async Task All_requests_for_an_article_have_one_deadline()
    {
        _model.Hangs();
        using var setup = new ModelSetup(_model, ("OpenAI:Retries", "5"), ("OpenAI:ArticleTimeout", "00:00:00.4"));

        await AssertFellBackAsync(setup, "it did not answer in time");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_done_without()
    {
        using var setup = new ModelSetup(_model, ("OpenAI:Endpoint", "http://127.0.0.1:9/v1"));

        await AssertFellBackAsync(setup, "it could not be reached");
        Assert.Equal(default, setup.Spent);
    }

    [Theory]
    [InlineData("{\"headline\":\"The ferry\",\"keyPoi")]
    [InlineData("I am happy to help! Here is the summary.")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"headline\":\"The ferry\",\"keyPoints\":[]}")]
    [InlineData("{\"headline\":\"The ferry\",\"keyPoints\":[null]}")]
    [InlineData("{\"headline\":\"The ferry\",\"keyPoints\":[{\"text\":\"The ferry.\",\"evidence\":[]}]}")]
    [InlineData("{\"headline\":\"The ferry\",\"keyPoints\":[{\"text\":\"The ferry.\",\"evidence\":[\"0\"]}]}")]
    [InlineData("{\"headline\":null,\"keyPoints\":[{\"text\":\"The ferry.\",\"evidence\":[0]}]}")]
    [InlineData("{\"headline\":\"The ferry\",\"keyPoints\":[{\"text\":\"The ferry.\",\"evidence\":[0]}],\"command\":\"rm\"}")]
    [InlineData("{\"headline\":\"The ferry\",\"headline\":\"Two\",\"keyPoints\":[{\"text\":\"The ferry.\",\"evidence\":[0]}]}")]
    public async Task An_answer_in_another_form_is_asked_for_once_more_and_then_done_without(string answer)
    {
        _model.Completes(answer, finishReason: "length");
        using var setup = new ModelSetup(_model);

        await AssertFellBackAsync(setup, "its answers were not in the agreed form");
        Assert.Equal(2, _model.Requests.Count);
        Assert.Contains("Answer again", _model.Requests[1].Messages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_answer_may_be_in_the_form()
    {
        _model.Completes("{\"headline\":\"The fer", finishReason: "length").Says("The ferry Sandpiper sails", Ferry);
        using var setup = new ModelSetup(_model);

        Assert.Equal("test-model", (await setup.SummarizeAsync(_article)).Engine);
    }

    [Theory]
    [InlineData("{\"id\":\"chatcmpl-1\",\"choi")]
    [InlineData("{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[]}")]
    [InlineData("<html>Sign in</html>")]
    public async Task An_answer_that_is_not_this_API_is_a_failure(string body)
    {
        _model.Answers(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body));
        });
        using var setup = new ModelSetup(_model);

        await AssertFellBackAsync(setup, "it failed");
    }

    [Fact]
    public async Task A_redirect_is_not_followed_since_it_would_take_the_key_along()
    {
        _model.Answers(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var setup = new ModelSetup(_model);

        await AssertFellBackAsync(setup, "it failed");
        Assert.Single(_model.Requests);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        _model.Answers(async context =>
        {
            var chunk = new byte[1 << 20];
            Array.Fill(chunk, (byte)' ');
            for (var i = 0; i < 64; i++)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        });
        using var setup = new ModelSetup(_model);

        await AssertFellBackAsync(setup, "it failed");
    }

    [Fact]
    public async Task A_model_that_keeps_failing_is_left_alone_and_asked_again_after_its_rest()
    {
        _model.Fails(500);
        using var setup = new ModelSetup(_model, ("OpenAI:Rest", "00:00:01"));
        for (var i = 0; i < 8; i++)
        {
            await setup.SummarizeAsync(_article);
        }

        await AssertFellBackAsync(setup, "it failed too often lately");
        Assert.Equal(8, _model.Requests.Count);

        _model.Says("The ferry Sandpiper sails", Ferry).Says("The ferry Sandpiper sails", Ferry);
        await Task.Delay(TimeSpan.FromSeconds(1.2), TimeProvider.System);
        await setup.SummarizeAsync(_article);
        Assert.True(_model.Requests.Count > 8);
    }

    [Fact]
    public async Task Neither_the_key_nor_the_article_is_ever_logged()
    {
        _model.Fails(500).Completes("The ferry Sandpiper", finishReason: "length").Says("x", ("The ferry Sandpiper carried 412 passengers.", [0])).Fails(400, "content_filter");
        using var setup = new ModelSetup(_model, ("OpenAI:Retries", "1"));

        await setup.SummarizeAsync(_article);
        await setup.SummarizeAsync(_article);

        Assert.NotEmpty(setup.Log);
        Assert.All(setup.Log, line =>
        {
            Assert.DoesNotContain(ModelSetup.Key, line, StringComparison.Ordinal);
            Assert.DoesNotContain("Sandpiper", line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Being_stopped_is_not_a_failure_of_the_model()
    {
        _model.Hangs();
        using var setup = new ModelSetup(_model);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await setup.SummarizeAsync(_article, stop.Token));
    }
}
