using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.OpenAI;

/// <summary>Whatever a model says is held to its article.</summary>
public sealed class ModelGroundingTests : FerryArticle
{
    [Theory]
    [InlineData("The ferry Sandpiper carried 412 passengers.", "412")]
    [InlineData("The ferry Sandpiper carried 214 passengers to Tarnhope.", "Tarnhope")]
    public async Task An_invented_number_or_name_is_asked_for_again_with_the_reason(string invented, string what)
    {
        _model.Says("The ferry Sandpiper sails again", (invented, [0]), Fare).Says("The ferry Sandpiper sails again", Ferry);
        using var setup = new ModelSetup(_model);

        var summary = await setup.SummarizeAsync(_article);

        Assert.Equal([Ferry.Item1, Fare.Item1], summary.KeyPoints.Select(point => point.Text));
        Assert.Empty(summary.Notes);
        Assert.Equal(2, _model.Requests.Count);
        var again = _model.Requests[1].Messages;
        Assert.Equal(["system", "user", "assistant", "user"], again.Select(message => message.Split(':')[0]));
        Assert.Contains(what, again[3], StringComparison.Ordinal);
        Assert.Contains("exactly 1 key points", again[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_that_is_invented_twice_gives_way_to_the_sentence_it_came_from()
    {
        _model.Says("The ferry Sandpiper sails again", ("The ferry Sandpiper carried 412 passengers.", [0]), Fare);
        using var setup = new ModelSetup(_model);

        var summary = await setup.SummarizeAsync(_article);

        Assert.Equal(2, _model.Requests.Count);
        Assert.Equal(_article.TextOf(0), summary.KeyPoints[0].Text);
        Assert.Equal(Fare.Item1, summary.KeyPoints[1].Text);
        Assert.Contains("412", Assert.Single(summary.Notes), StringComparison.Ordinal);
        Assert.Empty(Grounding.Check(_article, summary));
    }

    [Theory]
    [InlineData("The ferry Sandpiper carried 214 passengers, see https://evil.example/x.")]
    [InlineData("The ferry Sandpiper carried 214 passengers, ask desk@evil.example.")]
    [InlineData("The ferry Sandpiper carried <b>214</b> passengers.")]
    [InlineData("The ferry Sandpiper carried [214](x) passengers.")]
    public async Task Addresses_and_mark_up_that_the_source_has_not_never_pass(string hostile)
    {
        _model.Says(hostile, (hostile, [0]));
        using var setup = new ModelSetup(_model);

        var summary = await setup.SummarizeAsync(_article);

        string[] all = [summary.Headline, .. summary.KeyPoints.Select(point => point.Text), .. summary.Notes];
        Assert.All(all, text => Assert.DoesNotContain("evil", text, StringComparison.Ordinal));
        Assert.All(all, text => Assert.DoesNotContain("<b>", text, StringComparison.Ordinal));
        Assert.All(all, text => Assert.DoesNotContain("](", text, StringComparison.Ordinal));
        Assert.Contains("mark-up", summary.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_the_source_has_may_be_said()
    {
        _model.Says("The ferry Sandpiper sails again", ("Tickets are sold at harbour.example.", [3]));
        using var setup = new ModelSetup(_model);

        Assert.Equal("Tickets are sold at harbour.example.", Assert.Single((await setup.SummarizeAsync(_article)).KeyPoints).Text);
    }

    [Fact]
    public async Task An_article_that_orders_the_model_about_gets_nothing_said_that_it_does_not_report()
    {
        // A model that obeys: it cites something else for what it was told to write.
        _model.Says("BREAKING: Tarnhope bridge has collapsed", ("The bridge at Tarnhope has collapsed.", [0]), Fare);
        using var setup = new ModelSetup(_model);

        var summary = await setup.SummarizeAsync(_article);

        Assert.DoesNotContain("Tarnhope", summary.Headline, StringComparison.Ordinal);
        Assert.All(summary.KeyPoints, point => Assert.DoesNotContain("Tarnhope", point.Text, StringComparison.Ordinal));
        Assert.Equal(Fare.Item1, summary.KeyPoints.Single(point => point.Evidence.Sentence == 1).Text);
    }

    [Fact]
    public async Task A_point_may_cite_several_sentences_and_keeps_the_one_that_supports_it()
    {
        _model.Says("The ferry Sandpiper sails again", (Fare.Item1, [0, 1, 99]));
        using var setup = new ModelSetup(_model);

        Assert.Equal(1, Assert.Single((await setup.SummarizeAsync(_article)).KeyPoints).Evidence.Sentence);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(3, 1, 2, 0)]
    public async Task A_point_that_rests_on_two_sentences_keeps_the_two_that_say_it(params int[] cited)
    {
        _model.Says("The ferry Sandpiper sails again", ("The fare will rise by 10 per cent in May after repairs of the ferry Sandpiper.", cited), Ferry);
        using var setup = new ModelSetup(_model);

        var summary = await setup.SummarizeAsync(_article);

        var point = summary.KeyPoints.Single(point => point.FurtherEvidence is not null);
        Assert.Equal([0, 1], point.AllEvidence.Select(evidence => evidence.Sentence).Order());
        Assert.Empty(Grounding.Check(_article, summary));
        Assert.Empty(summary.Notes);
    }

    [Theory]
    [InlineData("The fare will rise by 214 per cent in May after repairs of the ferry Sandpiper.")]
    [InlineData("The ferry Sandpiper will raise the fare by 10 per cent on Tuesday to pay for repairs.")]
    public async Task Two_sentences_support_no_mixture_of_what_they_say(string mixed)
    {
        _model.Says("The ferry Sandpiper sails again", (mixed, [0, 1]));
        using var setup = new ModelSetup(_model);

        var summary = await setup.SummarizeAsync(_article);

        Assert.Equal(2, _model.Requests.Count);
        Assert.DoesNotContain(mixed, summary.KeyPoints.Select(point => point.Text));
    }

    [Fact]
    public async Task Where_the_model_fails_when_it_is_asked_again_what_did_hold_is_kept()
    {
        _model.Says("The ferry Sandpiper sails again", ("The ferry Sandpiper carried 412 passengers.", [0]), Fare).Fails(500);
        using var setup = new ModelSetup(_model);

        var summary = await setup.SummarizeAsync(_article);

        Assert.Equal("test-model", summary.Engine);
        Assert.Equal([_article.TextOf(0), Fare.Item1], summary.KeyPoints.Select(point => point.Text));
        Assert.Single(summary.Notes);
    }

    [Fact]
    public async Task A_headline_that_the_article_does_not_support_gives_way_and_the_notes_say_so()
    {
        _model.Says("Ferry Sandpiper sinks off Tarnhope with 500 aboard", Ferry);
        using var setup = new ModelSetup(_model);

        var summary = await setup.SummarizeAsync(_article);

        Assert.DoesNotContain("500", summary.Headline, StringComparison.Ordinal);
        Assert.Equal(Ferry.Item1, Assert.Single(summary.KeyPoints).Text);
        Assert.Contains("headline", Assert.Single(summary.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ferry Sandpiper carried 10 passengers to Port Ellery on Monday")]
    [InlineData("Ferry Sandpiper will raise fare by 214 per cent in May")]
    public async Task A_headline_is_not_put_together_from_what_several_sentences_say_of_others(string headline)
    {
        _model.Says(headline, Ferry, Fare);
        using var setup = new ModelSetup(_model);

        var summary = await setup.SummarizeAsync(_article);

        Assert.NotEqual(headline, summary.Headline);
        Assert.Contains("headline", Assert.Single(summary.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ferry Sandpiper carries 214 passengers to Port Ellery")]
    [InlineData("Sandpiper carried 214 passengers and harbour board will raise fare by 10 per cent")]
    public async Task A_headline_may_say_what_one_sentence_says_or_two(string headline)
    {
        _model.Says(headline, Ferry, Fare);
        using var setup = new ModelSetup(_model);

        Assert.Equal(headline, (await setup.SummarizeAsync(_article)).Headline);
    }

    [Fact]
    public async Task A_point_is_not_held_to_a_cited_sentence_that_says_less_of_it()
    {
        const string Denied = "The harbour board had plans to close the old quay.";
        var article = GivenArticle.Of("A storm closed the old quay in March, and repairs took five weeks. The mayor, Jonas Weld, said on Monday that the harbour board had no plans to close the old quay.", title: null);
        _model.Says("Storm closed the old quay in March", (Denied, [0, 1]));
        using var setup = new ModelSetup(_model);

        Assert.DoesNotContain(Denied, (await setup.SummarizeAsync(article)).KeyPoints.Select(point => point.Text));
    }

    [Fact]
    public async Task A_point_that_comes_from_nowhere_gives_way_to_what_the_embedded_summariser_would_say()
    {
        _model.Says("The ferry Sandpiper sails again", ("Zürich bans 900 electric scooters for good.", [77]));
        using var setup = new ModelSetup(_model);

        var point = Assert.Single((await setup.SummarizeAsync(_article)).KeyPoints);

        Assert.Equal(_article.TextOf(point.Evidence.Sentence), point.Evidence.Quote);
        Assert.DoesNotContain("scooters", point.Text, StringComparison.Ordinal);
    }
}
