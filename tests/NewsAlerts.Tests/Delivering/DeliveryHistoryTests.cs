using NewsAlerts.Delivering;

namespace NewsAlerts.Tests.Delivering;

public sealed class DeliveryHistoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Attempts_come_back_in_order_with_their_time_to_the_tick()
    {
        var history = default(DeliveryHistory).With(Now.AddTicks(1), "First.").With(Now.AddHours(1).ToOffset(TimeSpan.FromHours(2)), "Second.");

        Assert.Equal([new PastAttempt(Now.AddTicks(1), "First."), new PastAttempt(Now.AddHours(1), "Second.")], history.Attempts);
    }

    [Fact]
    public void What_could_break_a_line_does_not()
    {
        var attempt = Assert.Single(default(DeliveryHistory).With(Now, "451 later\r\n2026\tforged\u0000").Attempts);

        Assert.Equal("451 later  2026 forged ", attempt.Result);
    }

    [Fact]
    public void Only_the_latest_are_kept_and_none_is_longer_than_a_line()
    {
        var history = Enumerable.Range(1, 50).Aggregate(default(DeliveryHistory), (past, number) => past.With(Now.AddMinutes(number), $"{number} {new string('x', 1_000)}"));

        Assert.Equal(DeliveryHistory.Most, history.Attempts.Count);
        Assert.StartsWith("50 ", history.Attempts[^1].Result, StringComparison.Ordinal);
        Assert.All(history.Attempts, attempt => Assert.Equal(300, attempt.Result.Length));
    }

    [Fact]
    public void Nothing_is_no_attempt_and_equal_histories_are_equal()
    {
        Assert.Empty(default(DeliveryHistory).Attempts);
        Assert.Equal(default(DeliveryHistory).With(Now, "A."), default(DeliveryHistory).With(Now, "A."));
    }
}
