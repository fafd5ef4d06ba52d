using NewsAlerts.Sweeping;

namespace NewsAlerts.Tests.Sweeping;

public sealed class SweepOptionsTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 20)]
    [InlineData(5, 320)]
    [InlineData(6, 360)]
    [InlineData(500, 360)]
    public void Stuck_work_is_looked_at_after_10_minutes_then_less_and_less_often_down_to_every_6_hours(int checks, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), new SweepOptions().WaitAfter(checks));
}
