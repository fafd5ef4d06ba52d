using Moq;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Delivering;

public sealed class MessageDelivererTests : IDisposable
{
    private static readonly DigestId Question = DigestId.Of(DigestKind.Confirmation, GivenDigest.SubscriptionId, GivenDigest.Due);

    private readonly GivenDeliveries _given = new();

    public MessageDelivererTests() => _given.Subscription = _given.Subscription with { Standing = Standing.Unconfirmed };

    public void Dispose() => _given.Dispose();

    [Fact]
    public async Task A_second_message_of_what_another_host_began_meanwhile_asks_nobody_and_looks_again_when_the_lease_ends()
    {
        MeanwhileAnotherHost(one => one with { State = DeliveryState.Sending, Owner = "another", Until = one.Created.AddMinutes(2), Attempts = 1 });

        await DeliverAsync();

        Assert.Equal(0, _given.Calls);
        Assert.Equal(("another", 1), (_given.Ledger[Question].Owner, _given.Ledger[Question].Attempts));
        _given.Queues.Verify(one => one.SendAsync(new DeliverRequest(Question), TimeSpan.FromMinutes(2), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_second_message_of_what_another_host_sent_meanwhile_asks_nobody()
    {
        MeanwhileAnotherHost(one => one with { State = DeliveryState.Sent, Attempts = 1 });

        await DeliverAsync();

        Assert.Equal(0, _given.Calls);
        Assert.Equal(DeliveryState.Sent, _given.Ledger[Question].State);
    }

    [Fact]
    public async Task What_nobody_has_begun_is_asked()
    {
        await DeliverAsync();

        Assert.Equal(1, _given.Calls);
        Assert.Equal(DeliveryState.Sent, _given.Ledger[Question].State);
    }

    /// <summary>After this host has looked for the row, and before it enters one.</summary>
    private void MeanwhileAnotherHost(Func<Delivery, Delivery> row) => _given.Ledger.AfterFind = () =>
    {
        _given.Ledger.AfterFind = () => { };
        _given.Enter(Question, row);
    };

    private Task DeliverAsync() => _given.Get<MessageDeliverer>().DeliverAsync(new DeliverRequest(Question), CancellationToken.None);
}
