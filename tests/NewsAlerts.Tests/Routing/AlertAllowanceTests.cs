using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Routing;

public sealed class AlertAllowanceTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_round_up_is_due_when_there_is_room_again_and_takes_it()
    {
        var full = new AlertAllowance().WithAlert(Start).WithAlert(Start.AddMinutes(10));
        Assert.False(full.HasRoom(Start.AddMinutes(20), 2));

        var planned = full.WithRoundUp(Start.AddMinutes(20), 2, at => at);

        Assert.Equal(Start.AddHours(1), planned.RoundUp);
        Assert.False(planned.HasRoom(Start.AddHours(1).AddMinutes(5), 2));
        Assert.True(planned.HasRoom(Start.AddHours(1).AddMinutes(11), 2));
    }

    [Fact]
    public void What_is_held_next_joins_the_round_up_that_is_planned()
    {
        var planned = new AlertAllowance().WithAlert(Start).WithRoundUp(Start.AddMinutes(1), 1, at => at);

        Assert.Same(planned, planned.WithRoundUp(Start.AddMinutes(30), 1, at => at));
        Assert.Same(planned, planned.WithRoundUp(Start.AddHours(3), 1, at => at));
    }

    [Fact]
    public void A_round_up_may_go_out_before_it_is_due_where_there_is_room()
    {
        var quiet = new AlertAllowance().WithAlert(Start).WithRoundUp(Start.AddMinutes(1), 2, _ => Start.AddHours(8));

        Assert.True(quiet.HasRoomForRoundUp(Start.AddMinutes(2), 2));
        Assert.False(quiet.HasRoomForRoundUp(Start.AddMinutes(2), 1));
        Assert.False(quiet.HasRoom(Start.AddMinutes(2), 2));
    }

    [Fact]
    public void Two_round_ups_never_share_an_id()
    {
        var subscription = SubscriptionId.New(1);
        var first = new AlertAllowance().WithRoundUp(Start, null, _ => Start.AddHours(8));
        var second = first.WithoutRoundUp(Start.AddHours(8)).WithRoundUp(Start.AddHours(7), null, _ => Start.AddHours(8));

        Assert.NotEqual(first.RoundUpOf(subscription), second.RoundUpOf(subscription));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(60)]
    public void In_no_60_minutes_more_go_out_than_are_wanted_and_what_is_held_waits_an_hour_at_most(int atMost)
    {
        var random = new Random(atMost);
        var allowance = new AlertAllowance();
        List<DateTimeOffset> sent = [], held = [];
        var now = Start;
        for (var article = 0; article < 3_000; article++)
        {
            now = now.AddSeconds(random.NextDouble() * 200);
            if (allowance.RoundUp <= now)
            {
                // The message of a round-up comes when it is due, or some seconds later.
                var frozen = allowance.RoundUp.Value.AddSeconds(random.Next(3));
                Assert.All(held, since => Assert.True(frozen - since <= TimeSpan.FromMinutes(61)));
                sent.Add(frozen);
                held.Clear();
                allowance = allowance.WithoutRoundUp(frozen);
            }

            if (allowance.HasRoom(now, atMost))
            {
                sent.Add(now);
                allowance = allowance.WithAlert(now);
            }
            else
            {
                held.Add(now);
                allowance = allowance.WithRoundUp(now, atMost, at => at);
                Assert.NotNull(allowance.RoundUp);
            }

            Assert.True(allowance.Sent.Count <= AlertPolicy.MostAnHour);
        }

        var times = sent.Order().ToList();
        for (var i = 0; i + atMost < times.Count; i++)
        {
            Assert.True(times[i + atMost] - times[i] >= TimeSpan.FromHours(1), $"{atMost + 1} from {times[i]:T} to {times[i + atMost]:T}.");
        }
    }
}
