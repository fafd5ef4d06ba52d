using Moq;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Delivering;

/// <summary>When the ledger of a subscription is read, which costs all that it ever had.</summary>
public sealed class FailingDestinationsTests : IDisposable
{
    private readonly GivenDeliveries _given = new();
    private readonly List<DeliveryState> _reads = [];
    private DigestId _attempted;

    public FailingDestinationsTests() => _given.Ledger.BeforeList = () => _reads.Add(_given.Ledger[_attempted].State);

    public void Dispose() => _given.Dispose();

    [Fact]
    public async Task What_is_put_off_is_written_down_before_its_destination_is_judged()
    {
        await FailAsync(Digest(0), new SendOutcome.Deferred("451 later"));

        Assert.Equal([DeliveryState.Pending], _reads);
    }

    [Fact]
    public async Task What_is_refused_is_written_down_before_its_destination_is_judged()
    {
        await FailAsync(Digest(0), new SendOutcome.Refused("550 no such mailbox", Refusal.Address));
        await FailAsync(Digest(1), new SendOutcome.Refused("550 no such mailbox", Refusal.Address));

        Assert.Equal([DeliveryState.Failed, DeliveryState.Failed], _reads);
    }

    [Fact]
    public async Task What_is_put_off_has_the_ledger_read_once_an_hour()
    {
        await FailAsync(Digest(0), new SendOutcome.Deferred("451 later"));
        await FailAsync(Digest(1), new SendOutcome.Deferred("451 later"));
        Assert.Single(_reads);

        _given.Time.Advance(TimeSpan.FromHours(1));
        await FailAsync(Digest(2), new SendOutcome.Deferred("451 later"));
        Assert.Equal(2, _reads.Count);
    }

    [Fact]
    public async Task What_was_put_off_and_is_found_to_be_one_too_many_is_cancelled()
    {
        _given.Subscription = _given.Subscription with { Created = _given.Time.GetUtcNow().AddDays(-30) };
        _given.Subscriptions
            .Setup(one => one.ChangeAsync(
                _given.Subscription.Id, It.IsAny<Func<Subscription, Subscription>>(), It.IsAny<Func<Subscription, DateTimeOffset?, DateTimeOffset?>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((SubscriptionId _, Func<Subscription, Subscription> change, Func<Subscription, DateTimeOffset?, DateTimeOffset?> due, CancellationToken _) =>
            {
                var changed = change(_given.Subscription);
                due(changed, null);
                return changed;
            });

        await FailAsync(Digest(0), new SendOutcome.Deferred("451 later"), since: TimeSpan.FromDays(5));

        Assert.Equal(DeliveryState.Cancelled, _given.Ledger[Digest(0)].State);
        Assert.Equal(SubscriptionStanding.Disabled, Assert.Single(_given.Listed).Reason);
    }

    private static DigestId Digest(int number) => DigestId.Of(GivenDigest.SubscriptionId, GivenDigest.Due.AddMinutes(-number));

    private async Task FailAsync(DigestId id, SendOutcome outcome, TimeSpan? since = null)
    {
        _given.Enter(id, one => one with { Attempts = 1, FailingSince = one.Created - (since ?? TimeSpan.FromHours(2)) });
        _given.Answer = _ => Task.FromResult(outcome);
        await _given.AttemptAsync(_attempted = id);
    }
}
