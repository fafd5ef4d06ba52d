using Moq;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Local.Commands;

/// <summary>An address is asked before anything else is sent to it.</summary>
public sealed class AskingCommandsTests : OneSubscription
{
    [Fact]
    public async Task An_address_that_is_added_is_asked_first_and_gets_nothing_before()
    {
        Subscription? added = null;
        _given.Subscriptions
            .Setup(one => one.AddAsync(It.IsAny<Subscription>(), null, It.IsAny<CancellationToken>()))
            .Callback((Subscription subscription, DateTimeOffset? _, CancellationToken _) => added = subscription)
            .Returns(Task.CompletedTask);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "add", "--name", "Morning", "--email", "me@example.org"));

        Assert.Equal(Standing.Unconfirmed, added!.Standing);
        Assert.Contains("nothing else until its reader says yes", _given.Out, StringComparison.Ordinal);
        var question = new DeliverRequest(DigestId.Of(DigestKind.Confirmation, added.Id, _given.Time.GetUtcNow()));
        _given.OpenWork.Verify(open => open.SaveAsync(It.Is<OpenItem>(item => item.Request == question && item.Queued == _given.Time.GetUtcNow()), It.IsAny<CancellationToken>()), Times.Once);
        _given.WorkQueues.Verify(queues => queues.SendAsync(question, TimeSpan.Zero, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task An_address_is_not_asked_for_ever()
    {
        var subscription = Unconfirmed();
        GivenAsked(subscription, times: 3);

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("subscriptions", "confirm", subscription.Id.ToString()));

        Assert.Contains("has been asked 3 times, as often as Confirm__MaxMails allows", _given.Error, StringComparison.Ordinal);
        _given.WorkQueues.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task An_address_is_asked_again_on_request()
    {
        var subscription = Unconfirmed();
        GivenAsked(subscription, times: 2);

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("subscriptions", "confirm", subscription.Id.ToString()));

        Assert.Contains($"c-{subscription.Id}-20260504T050000Z", _given.Out, StringComparison.Ordinal);
        _given.WorkQueues.Verify(queues => queues.SendAsync(It.IsAny<DeliverRequest>(), TimeSpan.Zero, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task Nothing_is_sent_by_hand_to_an_address_that_has_not_said_yes()
    {
        var subscription = Unconfirmed();

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("subscriptions", "send-now", subscription.Id.ToString()));

        Assert.Contains("is not confirmed: its address gets nothing before", _given.Error, StringComparison.Ordinal);
        _given.WorkQueues.VerifyNoOtherCalls();
    }

    private Subscription Unconfirmed()
    {
        var subscription = GivenDigest.SubscribedTo(new Channel.Email("me@example.org")) with { Standing = Standing.Unconfirmed };
        _given.Subscriptions.Setup(one => one.FindAsync(subscription.Id, It.IsAny<CancellationToken>())).ReturnsAsync(subscription);
        return subscription;
    }

    private void GivenAsked(Subscription subscription, int times) => _given.Deliveries
        .Setup(one => one.ListAsync(subscription.Id, It.IsAny<CancellationToken>()))
        .Returns(Enumerable.Range(1, times).Select(day => new Delivery
        {
            DigestId = DigestId.Of(DigestKind.Confirmation, subscription.Id, _given.Time.GetUtcNow().AddDays(-day)),
            State = DeliveryState.Sent,
            Channel = "email",
            Items = 0,
            Created = _given.Time.GetUtcNow(),
            Updated = _given.Time.GetUtcNow(),
        }).ToAsyncEnumerable());
}
