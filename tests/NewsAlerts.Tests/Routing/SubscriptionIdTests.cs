using NewsAlerts.Routing;

namespace NewsAlerts.Tests.Routing;

public sealed class SubscriptionIdTests
{
    [Fact]
    public void New_ids_spread_over_all_shards_and_say_theirs()
    {
        var shards = Enumerable.Range(0, 2_000).Select(_ => SubscriptionId.New(shards: 16)).Select(id => SubscriptionId.Parse(id.ToString(), null).Shard);

        Assert.Equal(Enumerable.Range(0, 16), shards.Distinct().Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("zzaaaaaaaaaaaaaa")]
    [InlineData("00AAAAAAAAAAAAAA")]
    [InlineData("00aaaaaaaaaaaaa")]
    [InlineData("00aaaaaaaaaaaa/a")]
    public void What_is_no_id_is_refused(string text) => Assert.Throws<FormatException>(() => SubscriptionId.Parse(text, null));
}
