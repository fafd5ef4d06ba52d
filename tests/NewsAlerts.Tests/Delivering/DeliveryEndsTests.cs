using Moq;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Delivering;

/// <summary>The work stays open until the ledger has an end for it, whoever wrote that.</summary>
public sealed class DeliveryEndsTests : IDisposable
{
    private static readonly DigestId Digest = DigestId.Of(GivenDigest.SubscriptionId, GivenDigest.Due);

    private readonly GivenDeliveries _given = new();

    public void Dispose() => _given.Dispose();

    public static TheoryData<DeliveryState> Ends => [.. Enum.GetValues<DeliveryState>().Where(state => state is not (DeliveryState.Pending or DeliveryState.Sending))];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task An_end_that_is_written_closes_the_work(DeliveryState end)
    {
        await EndAsync(_given.Enter(Digest), end);

        Assert.Equal(end, _given.Ledger[Digest].State);
        Closed(Times.Once());
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task An_end_that_another_host_was_faster_than_leaves_the_work_to_it(DeliveryState end)
    {
        var read = _given.Enter(Digest);
        _given.Ledger.Put(read with { State = DeliveryState.Sending, Owner = "another", Until = read.Created.AddMinutes(2), Attempts = 1 });

        await EndAsync(read, end);

        Assert.Equal((DeliveryState.Sending, "another"), (_given.Ledger[Digest].State, _given.Ledger[Digest].Owner));
        Closed(Times.Never());
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task An_end_that_came_second_closes_the_work_and_what_arrived_is_listed_no_longer(DeliveryState end)
    {
        var read = _given.Enter(Digest);
        _given.Ledger.Put(read with { State = DeliveryState.Sent, Attempts = 1 });

        await EndAsync(read, end);

        Assert.Equal(DeliveryState.Sent, _given.Ledger[Digest].State);
        _given.Failures.Verify(one => one.RemoveAsync(Stages.Deliver, Digest.ToString(), It.IsAny<CancellationToken>()), Times.Once);
        Closed(Times.Once());
    }

    [Fact]
    public async Task A_message_that_is_of_no_use_any_longer_stays_open_where_another_host_has_begun_to_send_it()
    {
        var question = DigestId.Of(DigestKind.Confirmation, GivenDigest.SubscriptionId, GivenDigest.Due);
        var entered = _given.Enter(question);
        _given.Ledger.AfterFind = () =>
        {
            _given.Ledger.AfterFind = () => { };
            _given.Ledger.Put(entered with { State = DeliveryState.Sending, Owner = "another", Until = entered.Created.AddMinutes(2), Attempts = 1 });
        };

        // Confirmed by now: there is nothing to ask.
        await _given.Get<MessageDeliverer>().DeliverAsync(new DeliverRequest(question), CancellationToken.None);

        Assert.Equal("another", _given.Ledger[question].Owner);
        Closed(Times.Never());
    }

    private Task EndAsync(Delivery delivery, DeliveryState end)
    {
        var (ends, request) = (_given.Get<DeliveryEnds>(), new DeliverRequest(delivery.DigestId));
        return end switch
        {
            DeliveryState.Sent => ends.SentAsync(request, delivery, CancellationToken.None),
            DeliveryState.Failed => ends.FailedAsync(request, delivery, "550 no", CancellationToken.None),
            DeliveryState.Expired => ends.ExpiredAsync(request, delivery, CancellationToken.None),
            _ => ends.CancelledAsync(request, delivery, "It is disabled.", CancellationToken.None),
        };
    }

    private void Closed(Times times) => _given.OpenWork.Verify(one => one.CloseAsync(It.IsAny<StageRequest>(), It.IsAny<CancellationToken>()), times);
}
