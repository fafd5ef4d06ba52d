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
        GivenASubscriptionOfLongAgo();

        await FailAsync(Digest(0), new SendOutcome.Deferred("451 later"), since: TimeSpan.FromDays(5));

        Assert.Equal(DeliveryState.Cancelled, _given.Ledger[Digest(0)].State);
        Assert.Equal(SubscriptionStanding.Disabled, Assert.Single(_given.Listed).Reason);
    }

    [Fact]
    public async Task What_hinders_the_installation_itself_never_has_a_destination_judged()
    {
        GivenASubscriptionOfLongAgo();

        await FailAsync(Digest(0), new SendOutcome.Hindered("No connection."), since: TimeSpan.FromDays(5));

        Assert.Empty(_reads);
        Assert.Empty(_given.Listed);
        var row = _given.Ledger[Digest(0)];
        Assert.Equal((DeliveryState.Pending, null, _given.Time.GetUtcNow()), (row.State, row.FailingSince, row.HinderedAt));
    }

    [Fact]
    public async Task The_days_of_a_destination_count_only_from_when_nothing_hindered_the_installation()
    {
        GivenASubscriptionOfLongAgo();
        var now = _given.Time.GetUtcNow();
        _given.Enter(Digest(1), one => one with { State = DeliveryState.Failed, FailingSince = now.AddDays(-8), LastError = "450 busy" });
        _given.Enter(Digest(2), one => one with { Attempts = 3, HinderedAt = now.AddDays(-2), LastError = "No connection." });

        await FailAsync(Digest(0), new SendOutcome.Deferred("450 busy"), since: TimeSpan.FromDays(6));
        Assert.Equal(DeliveryState.Pending, _given.Ledger[Digest(0)].State);
        Assert.Empty(_given.Listed);

        _given.Time.Advance(TimeSpan.FromDays(3.5));
        await FailAsync(Digest(3), new SendOutcome.Deferred("450 busy"), since: TimeSpan.FromDays(5));
        Assert.Equal(SubscriptionStanding.Disabled, Assert.Single(_given.Listed).Reason);
    }

    [Fact]
    public async Task Messages_that_are_refused_for_days_say_nothing_about_their_destination()
    {
        GivenASubscriptionOfLongAgo();
        _given.Enter(Digest(1), one => one with { State = DeliveryState.Failed, Refused = Refusal.Message, FailingSince = one.Created.AddDays(-6) });

        await FailAsync(Digest(0), new SendOutcome.Refused("554 spam", Refusal.Message), since: TimeSpan.FromDays(6));

        Assert.Equal([DeliveryEnds.NotDelivered], _given.Listed.Select(failure => failure.Reason));
    }

    [Fact]
    public async Task What_a_hindered_installation_gives_up_is_listed_with_what_mends_that()
    {
        _given.Enter(Digest(0), one => one with { Attempts = 9 });
        _given.Answer = _ => Task.FromResult<SendOutcome>(new SendOutcome.Hindered("No connection."));

        await _given.AttemptAsync(_attempted = Digest(0));

        var failure = Assert.Single(_given.Listed);
        Assert.Equal("No connection. (the last of 10 attempts)", failure.Detail);
        Assert.Contains("newsalerts doctor", failure.Remedy, StringComparison.Ordinal);
    }

    private void GivenASubscriptionOfLongAgo()
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
    }

    private static DigestId Digest(int number) => DigestId.Of(GivenDigest.SubscriptionId, GivenDigest.Due.AddMinutes(-number));

    private async Task FailAsync(DigestId id, SendOutcome outcome, TimeSpan? since = null)
    {
        _given.Enter(id, one => one with { Attempts = 1, FailingSince = one.Created - (since ?? TimeSpan.FromHours(2)) });
        _given.Answer = _ => Task.FromResult(outcome);
        await _given.AttemptAsync(_attempted = id);
    }
}
