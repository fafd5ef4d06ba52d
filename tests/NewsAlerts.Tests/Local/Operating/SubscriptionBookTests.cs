using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Delivering;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Operating;
using NewsAlerts.Routing;
using NewsAlerts.Subscribing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Tests.Local.Operating;

public sealed class SubscriptionBookTests
{
    private static readonly DateTimeOffset Now = new DateTimeOffset(2026, 5, 4, 5, 0, 0, TimeSpan.Zero).AddMilliseconds(250);

    private readonly FakeTimeProvider _time = new(Now);
    private readonly Mock<ISubscriptions> _subscriptions = new();
    private readonly Mock<IInboxes> _inboxes = new();
    private readonly Mock<IDeliveries> _deliveries = new();
    private readonly Mock<IOpenWork> _openWork = new();
    private readonly Mock<IWorkQueues> _queues = new();

    [Fact]
    public async Task A_digest_by_hand_is_due_at_the_next_full_second_so_that_it_holds_all_that_is_pending()
    {
        var id = SubscriptionId.New(1);

        var digest = await Book().SendNowAsync(id, CancellationToken.None);

        Assert.Equal(new DateTimeOffset(2026, 5, 4, 5, 0, 1, TimeSpan.Zero), digest.Due);
        _queues.Verify(queues => queues.SendAsync(new DeliverRequest(digest), TimeSpan.Zero, It.IsAny<CancellationToken>()), Times.Once);
        _subscriptions.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_removal_announces_the_purge_before_it_leaves_its_tombstone()
    {
        var id = SubscriptionId.New(1);
        var order = new List<string>();
        _subscriptions.Setup(one => one.RemoveAsync(id, Now, It.IsAny<CancellationToken>())).Callback(() => order.Add("tombstone")).ReturnsAsync(true);
        _openWork
            .Setup(one => one.OpenAsync(new PurgeRequest(id), Now.AddMinutes(10), It.IsAny<CancellationToken>()))
            .Callback(() => order.Add("purge in 10 minutes"))
            .Returns(Task.CompletedTask);

        await Book().RemoveAsync(id, CancellationToken.None);

        Assert.Equal(["purge in 10 minutes", "tombstone"], order);
    }

    [Fact]
    public async Task One_is_found_by_its_id_the_beginning_of_it_or_its_name()
    {
        var (one, other) = (Given("Morning"), Given("Evening"));
        List(one, other);

        Assert.Equal(one, await Book().FindAsync(one.Id.ToString()[..8], CancellationToken.None));
        Assert.Equal(other, await Book().FindAsync("evening", CancellationToken.None));
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart_by_id()
    {
        var (one, other) = (Given("Morning"), Given("Morning"));
        List(one, other);

        var error = await Assert.ThrowsAsync<CommandException>(() => Book().FindAsync("Morning", CancellationToken.None));

        Assert.Contains(one.Id.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains(other.Id.ToString(), error.Message, StringComparison.Ordinal);
    }

    private void List(params Subscription[] all) =>
        _subscriptions.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).Returns(all.ToAsyncEnumerable());

    private static Subscription Given(string name) => new()
    {
        Id = SubscriptionId.New(1),
        Name = name,
        Channel = new Channel.Email("me@example.org"),
        Schedule = new Schedule("30 7 * * *", "UTC"),
        Created = Now,
    };

    private SubscriptionBook Book() => new(
        _subscriptions.Object,
        _inboxes.Object,
        new Confirmations(_subscriptions.Object, _deliveries.Object, Handover(), Options.Create(new ConfirmOptions()), _time, NullLogger<Confirmations>.Instance),
        new SubscriptionPause(_subscriptions.Object, _inboxes.Object, _deliveries.Object, Handover(), _time),
        new SubscriptionRemoval(_subscriptions.Object, _openWork.Object, Options.Create(new SweepOptions()), _time),
        Handover(),
        Options.Create(new RoutingOptions()),
        _time);

    private Handover Handover() => new(_openWork.Object, _queues.Object, Options.Create(new SweepOptions()), _time);
}
