using NewsAlerts.Local.Evaluating;

namespace NewsAlerts.Tests.Local.Evaluating;

public sealed class BaselineTests
{
    private static readonly string[] Story =
    [
        "The harbour closed on Monday.",
        "The ferry to the island was cancelled because the harbour was closed.",
        "Bread is sold at the corner.",
        "The closed harbour kept the island ferry away.",
        "A dog slept.",
    ];

    [Fact]
    public void Sentences_end_at_stops_but_not_at_abbreviations_or_before_lower_case()
    {
        Assert.Equal(
            ["Dr. Ames met the U.S. envoy on 3 p.m. trains.", "“It was very late.”", "She left by bus.", "Nobody stayed any longer"],
            PlainSentences.Of("LONDON, England (CNN) -- Dr. Ames met the U.S. envoy on 3 p.m. trains. “It was very late.”\nShe left by bus.Nobody stayed any longer"));
    }

    [Fact]
    public void The_lead_is_the_first_sentences_or_words()
    {
        Assert.Equal(Story[..3], Baselines.Lead(Story, 3));
        Assert.Equal("The harbour closed on Monday. The ferry to the island was cancelled", Baselines.LeadWords(Story));
    }

    [Fact]
    public void Lexrank_chooses_what_the_others_speak_of_in_the_order_of_the_text()
    {
        Assert.Equal([Story[1], Story[3]], PlainLexRank.Choose(Story, 2, unicode: false));
        Assert.Empty(PlainLexRank.Choose([], 3, unicode: false));
        Assert.Equal(["…!", "?"], PlainLexRank.Choose(["…!", "?"], 3, unicode: false));
    }

    [Fact]
    public void The_oracle_chooses_what_the_reference_says_and_stops_where_more_would_hurt()
    {
        string[][] reference = [RougeTokens.Of("Bread is sold at the corner", unicode: false)];

        Assert.Equal([Story[2]], Baselines.Oracle(Story, reference, 3, unicode: false));
        Assert.Empty(Baselines.Oracle([], reference, 3, unicode: false));
        Assert.Empty(Baselines.Oracle(["Nothing alike here."], reference, 3, unicode: false));
    }

    [Fact]
    public void Intervals_are_the_same_every_time_and_hold_the_mean()
    {
        double[] differences = [.. Enumerable.Range(0, 200).Select(i => Math.Sin(i) + .5)];

        var interval = Bootstrap.Of(differences);

        Assert.Equal(interval, Bootstrap.Of(differences));
        Assert.Equal(differences.Average(), interval.Mean, 9);
        // The standard error of a sine's mean over 200 is .05; the interval is about two of them to each side.
        Assert.InRange(interval.Mean - interval.Low, .07, .13);
        Assert.InRange(interval.High - interval.Mean, .07, .13);
        Assert.Equal(new Interval(2, 2, 2), Bootstrap.Of([2]));
        Assert.Equal(default, Bootstrap.Of([]));
    }

    [Fact]
    public void Agreement_counts_what_was_refused_and_ranks_the_rest()
    {
        var agreement = new Agreement();
        agreement.Add(true, supported: true, .9);
        agreement.Add(true, supported: false, .4);
        agreement.Add(false, supported: false, .2);
        agreement.Add(false, supported: true, .9);
        agreement.Add(null, supported: false, .1);

        Assert.Equal((4, 2), (agreement.Count, agreement.Unsupported));
        Assert.Equal((.5, .5, .5), (agreement.Precision, agreement.Recall, agreement.FalseAlarms));

        // Of four pairs, two are in order, one is a tie, one is not.
        Assert.Equal(.625, agreement.Auc);
    }
}
