using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Delivering;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Tests.Delivering;

/// <summary>Disabling where answers are lost and hosts meet; with a real receiver it is in the end-to-end tests.</summary>
public sealed class SubscriptionStandingTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 8, 0, 0, 300, TimeSpan.Zero));
    private readonly Mock<ISubscriptions> _subscriptions = new();
    private readonly Mock<IFailures> _failures = new();
    private readonly Mock<IOpenWork> _open = new();
    private readonly Mock<IWorkQueues> _queues = new();
    private readonly HashSet<StageRequest> _announced = [];

    private Subscription _stored = new()
    {
        Id = SubscriptionId.New(1),
        Name = "N",
        Channel = new Channel.Email("me@example.org"),
        NoticeTo = new Channel.Email("owner@example.org"),
        Schedule = new Schedule("0 12 * * *", "UTC"),
        Created = DateTimeOffset.UnixEpoch,
    };

    private DateTimeOffset? _due = new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private int _rounds = 1;

    public SubscriptionStandingTests()
    {
        _subscriptions
            .Setup(one => one.ChangeAsync(
                _stored.Id, It.IsAny<Func<Subscription, Subscription>>(), It.IsAny<Func<Subscription, DateTimeOffset?, DateTimeOffset?>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((SubscriptionId _, Func<Subscription, Subscription> change, Func<Subscription, DateTimeOffset?, DateTimeOffset?> due, CancellationToken _) =>
            {
                for (var round = 0; round < _rounds; round++)
                {
                    _stored = change(_stored);
                    _due = due(_stored, _due);
                }

                return _stored;
            });
        _open.Setup(one => one.SaveAsync(It.IsAny<OpenItem>(), It.IsAny<CancellationToken>()))
            .Callback((OpenItem item, CancellationToken _) => _announced.Add(item.Request)).Returns(Task.CompletedTask);
        _open.Setup(one => one.CloseAsync(It.IsAny<StageRequest>(), It.IsAny<CancellationToken>()))
            .Callback((StageRequest request, CancellationToken _) => _announced.Remove(request)).Returns(Task.CompletedTask);
    }

    [Fact]
    public async Task The_owner_is_told_also_where_the_answer_to_the_change_was_lost()
    {
        // The write had worked; the next round meets what it wrote.
        _rounds = 2;

        Assert.True(await Standings().DisableAsync(_stored, "It is gone.", CancellationToken.None));

        Assert.Null(_due);
        AssertTold(Times.Once());
    }

    [Fact]
    public async Task A_host_that_disables_in_the_same_second_leaves_the_notice_of_the_first_announced()
    {
        var seen = _stored;
        await Standings().DisableAsync(seen, "It is gone.", CancellationToken.None);
        _time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.True(await Standings().DisableAsync(seen, "It is gone.", CancellationToken.None));

        AssertTold(Times.AtLeastOnce());
    }

    [Fact]
    public async Task A_host_that_disables_in_a_later_second_takes_back_its_own_notice_only()
    {
        var seen = _stored;
        await Standings().DisableAsync(seen, "It is gone.", CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await Standings().DisableAsync(seen, "It is gone.", CancellationToken.None));

        AssertTold(Times.Once());
    }

    private void AssertTold(Times times)
    {
        var notice = (DeliverRequest)Assert.Single(_announced);
        Assert.Equal(_stored.StandingSince, notice.DigestId.Due);
        _queues.Verify(one => one.SendAsync(notice, TimeSpan.Zero, It.IsAny<CancellationToken>()), times);
        _failures.Verify(
            one => one.AddAsync(It.Is<Failure>(failure => failure.Reason == SubscriptionStanding.Disabled), It.IsAny<CancellationToken>()), times);
    }

    private SubscriptionStanding Standings() => new(
        _subscriptions.Object, _failures.Object, new Handover(_open.Object, _queues.Object, Options.Create(new SweepOptions()), _time), _time);
}
