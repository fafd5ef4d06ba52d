using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Routing;

public sealed class SubscriptionCacheTests
{
    private static readonly Article Article = GivenArticle.Of("Two ferries to Lindholm will sail from March on.");
    private readonly FakeTimeProvider _time = new();
    private readonly Mock<ISubscriptions> _store = new();

    [Fact]
    public async Task Only_active_subscriptions_whose_rule_matches_or_that_have_none_are_found()
    {
        var (ruled, bare) = (Given("ferry"), Given(null));
        Stored("1", [ruled, bare, Given("train"), Given("ferry") with { Standing = Standing.Unconfirmed }, Given(null) with { Standing = Standing.Disabled }]);

        Assert.Equal([bare, ruled], (await Cache().GetAsync(0, CancellationToken.None)).Match(Article));
    }

    [Fact]
    public async Task Subscriptions_are_read_again_only_when_their_shards_version_changes()
    {
        var cache = Cache();
        Stored("1", [Given("train")]);
        await cache.GetAsync(0, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(30));
        await cache.GetAsync(0, CancellationToken.None);
        _store.Verify(one => one.ReadShardAsync(0, It.IsAny<CancellationToken>()), Times.Once);

        var changed = Given("ferry");
        Stored("2", [changed]);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([changed], (await cache.GetAsync(0, CancellationToken.None)).Match(Article));
    }

    [Fact]
    public async Task While_changed_subscriptions_are_being_read_articles_go_by_the_last_but_not_for_over_a_minute()
    {
        var cache = Cache();
        var (before, after) = (Given("ferry"), Given("ferries"));
        Stored("1", [before]);
        await cache.GetAsync(0, CancellationToken.None);
        var reading = new TaskCompletionSource();
        _store.Setup(one => one.GetShardVersionAsync(0, It.IsAny<CancellationToken>())).ReturnsAsync("2");
        _store.Setup(one => one.ReadShardAsync(0, It.IsAny<CancellationToken>())).Returns(Slowly(reading.Task, after));

        _time.Advance(TimeSpan.FromSeconds(2));
        var early = cache.GetAsync(0, CancellationToken.None);
        Assert.False(early.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([before], (await early).Match(Article));
        var next = cache.GetAsync(0, CancellationToken.None);
        Assert.True(next.IsCompleted);
        Assert.Equal([before], (await next).Match(Article));

        _time.Advance(TimeSpan.FromMinutes(1));
        var late = cache.GetAsync(0, CancellationToken.None);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(late.IsCompleted);
        reading.SetResult();
        Assert.Equal([after], (await late).Match(Article));
    }

    private SubscriptionCache Cache() => new(_store.Object, Options.Create(new RoutingOptions()), _time, NullLogger<SubscriptionCache>.Instance);

    private void Stored(string version, IReadOnlyList<Subscription> subscriptions)
    {
        _store.Setup(one => one.GetShardVersionAsync(0, It.IsAny<CancellationToken>())).ReturnsAsync(version);
        _store.Setup(one => one.ReadShardAsync(0, It.IsAny<CancellationToken>())).ReturnsAsync(new ShardSubscriptions(subscriptions));
    }

    private static async Task<ShardSubscriptions> Slowly(Task ready, Subscription subscription)
    {
        await ready;
        return new ShardSubscriptions([subscription]);
    }

    private static Subscription Given(string? rule) => new()
    {
        Id = SubscriptionId.New(1),
        Name = "N",
        Channel = new Channel.Email("me@example.org"),
        Schedule = new Schedule("0 12 * * *", "UTC"),
        Rule = rule is null ? null : Rule.Parse(rule),
        Created = DateTimeOffset.UnixEpoch,
    };
}
