using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Delivering;

public sealed class DeliveryPlanTests
{
    private static readonly DateTimeOffset Now = GivenDigest.Due;
    private static readonly DeliveryPlan Plan = new(Options.Create(new DeliverOptions()));

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 300)]
    [InlineData(9, 86_400)]
    public void A_wait_has_jitter_of_a_tenth_and_no_less_than_it_says(int attempts, int seconds)
    {
        var waits = Enumerable.Range(0, 200).Select(_ => Plan.NextDelay(attempts, asked: null)!.Value.TotalSeconds).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, seconds, seconds * 1.1));
        Assert.True(waits.Distinct().Count() > 1);
    }

    [Fact]
    public void A_receiver_may_ask_for_more_patience_and_not_for_less()
    {
        Assert.Equal(TimeSpan.FromHours(1), Plan.NextDelay(1, TimeSpan.FromHours(1)));
        Assert.True(Plan.NextDelay(2, TimeSpan.FromSeconds(1)) >= TimeSpan.FromMinutes(5));
        Assert.Equal(TimeSpan.FromDays(6), Plan.NextDelay(1, TimeSpan.FromDays(30)));
    }

    [Fact]
    public void After_the_tenth_attempt_there_is_no_other() => Assert.Null(Plan.NextDelay(10, TimeSpan.FromHours(1)));

    [Fact]
    public void An_alert_lives_a_day_and_anything_else_seven_from_when_it_was_last_sent_on_its_way()
    {
        var alert = Row(DigestId.OfAlert(GivenDigest.SubscriptionId, ArticleId.Of("Title", "Text.")));
        var roundUp = Row(DigestId.Of(DigestKind.RoundUp, GivenDigest.SubscriptionId, Now));

        Assert.Equal(Now.AddDays(1), Plan.Expiry(alert));
        Assert.Equal(Now.AddDays(7), Plan.Expiry(roundUp));
        Assert.Equal(Now.AddDays(10), Plan.Expiry(roundUp with { Restarted = Now.AddDays(3) }));
    }

    [Fact]
    public void What_its_reader_had_a_delivery_wait_is_no_part_of_its_age()
    {
        var held = Row(DigestId.Of(GivenDigest.SubscriptionId, Now)) with { HeldSince = Now.AddDays(1) };

        Assert.Equal(Now.AddDays(17), Plan.Expiry(held.Released(Now.AddDays(11))));
        Assert.Equal(Now.AddDays(20), Plan.Expiry((held.Released(Now.AddDays(11)) with { HeldSince = Now.AddDays(12) }).Released(Now.AddDays(15))));
        Assert.Equal(Now.AddDays(7), Plan.Expiry(held.Released(Now)));
        Assert.Equal(held.Released(Now.AddDays(11)), held.Released(Now.AddDays(11)).Released(Now.AddDays(12)));
    }

    [Theory]
    [InlineData(0, 5, 10)]
    [InlineData(60, 15, 30)]
    [InlineData(86_400, 300, 600)]
    public void Who_has_waited_longer_for_a_turn_asks_less_often(int age, int least, int most) =>
        Assert.InRange(DeliveryPlan.TurnDelay(Row(DigestId.Of(GivenDigest.SubscriptionId, Now)), Now.AddSeconds(age)).TotalSeconds, least, most);

    private static Delivery Row(DigestId id) => new()
    {
        DigestId = id,
        State = DeliveryState.Pending,
        Channel = "webhook",
        Items = 1,
        Created = Now,
        Updated = Now,
    };
}
