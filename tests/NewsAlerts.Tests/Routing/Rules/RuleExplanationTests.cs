using NewsAlerts.Articles;
using NewsAlerts.Routing.Rules;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Routing.Rules;

public sealed class RuleExplanationTests
{
    private static readonly Article Article = GivenArticle.Of(
        "The crews went home. Ferries to Lindholm stayed in the port on Monday. A ferry may sail tomorrow.", byline: "Ann Lund", categories: ["Local news"]);

    [Fact]
    public void Each_term_is_found_where_it_stands()
    {
        var explanation = RuleExplanation.Of(Rule.Parse("ferry \"port monday\"~2 author:lund category:local"), Article);

        Assert.True(explanation.Matches);
        Assert.Equal(
            [
                [(RuleField.Title, null, "Ferry"), (RuleField.Text, 1, "Ferries"), (RuleField.Text, 2, "ferry")],
                [(RuleField.Text, 1, "port on Monday")],
                [(RuleField.Author, null, "Lund")],
                [(RuleField.Category, null, "Local")],
            ],
            explanation.Clause.Parts.Select(part => part.Hits.Select(hit => (hit.Field, hit.Sentence, hit.Quote))));
    }

    [Fact]
    public void What_is_missing_and_what_must_not_be_there_is_named()
    {
        var explanation = RuleExplanation.Of(Rule.Parse("ferry (strike OR cancelled) -lindholm"), Article);

        Assert.False(explanation.Matches);
        var parts = explanation.Clause.Parts;
        Assert.Equal([true, false, false], parts.Select(part => part.Holds));
        Assert.Equal(["strike", "cancelled"], parts[1].Parts.Select(part => part.Clause));
        Assert.Equal((ClauseDemand.Forbidden, true, "Lindholm"), (parts[2].Demand, parts[2].Found, parts[2].Hits[0].Quote));
    }
}
