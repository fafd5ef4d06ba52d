using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Delivering;

/// <summary>With the usual times: a lease of 2 minutes, of which 20 seconds are for the result, and ten attempts.</summary>
public sealed class DeliveryAttemptTests : IDisposable
{
    private static readonly DigestId Digest = DigestId.Of(GivenDigest.SubscriptionId, GivenDigest.Due);

    private readonly GivenDeliveries _given = new();

    public void Dispose() => _given.Dispose();

    [Fact]
    public async Task An_attempt_ends_before_its_lease_does_however_long_the_claim_took()
    {
        var sending = new TaskCompletionSource<CancellationToken>();
        _given.Answer = async stop =>
        {
            sending.SetResult(stop);
            await Task.Delay(Timeout.InfiniteTimeSpan, _given.Time, stop);
            return new SendOutcome.Sent();
        };
        _given.Enter(Digest);
        ClaimingTakes(seconds: 90);

        var attempt = _given.AttemptAsync(Digest);
        var stop = await sending.Task;
        _given.Time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(stop.IsCancellationRequested);
        _given.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(stop.IsCancellationRequested);
        await attempt;

        Assert.Equal((DeliveryState.Pending, 1), (Row.State, Row.Attempts));
        Assert.Equal("The receiver did not answer within the attempt's time.", Row.LastError);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_until_the_attempts_end_is_the_receivers_only_where_nothing_of_ours_stands_between(bool isRelayed)
    {
        _given.IsRelayed = isRelayed;
        _given.Answer = async stop =>
        {
            var silence = Task.Delay(Timeout.InfiniteTimeSpan, _given.Time, stop);
            _given.Time.Advance(TimeSpan.FromSeconds(100));
            await silence;
            return new SendOutcome.Sent();
        };
        _given.Enter(Digest);

        await _given.AttemptAsync(Digest);

        Assert.Equal((isRelayed, !isRelayed), (Row.HinderedAt is not null, Row.FailingSince is not null));
    }

    [Fact]
    public async Task A_fault_of_our_own_is_not_held_against_the_receiver()
    {
        _given.Answer = _ => throw new InvalidOperationException("A template fell over.");
        _given.Enter(Digest);

        await _given.AttemptAsync(Digest);

        Assert.Equal((DeliveryState.Pending, null, _given.Time.GetUtcNow()), (Row.State, Row.FailingSince, Row.HinderedAt));
        Assert.Equal("Sending failed unexpectedly: InvalidOperationException.", Row.LastError);
    }

    [Fact]
    public async Task What_took_its_lease_to_claim_is_put_back_and_no_attempt()
    {
        _given.Enter(Digest);
        ClaimingTakes(seconds: 100);

        await _given.AttemptAsync(Digest);

        Assert.Equal(0, _given.Calls);
        Assert.Equal((DeliveryState.Pending, 0), (Row.State, Row.Attempts));
        Assert.True(Row.Until > _given.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_host_that_stops_costs_a_delivery_none_of_its_attempts()
    {
        using var stopping = new CancellationTokenSource();
        _given.Enter(Digest, one => one with { Attempts = 9, LastError = "451 later" });
        var answer = _given.Answer;
        _given.Answer = async stop =>
        {
            await stopping.CancelAsync();
            stop.ThrowIfCancellationRequested();
            return new SendOutcome.Sent();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _given.AttemptAsync(Digest, stopping.Token));
        Assert.Equal((DeliveryState.Pending, 9), (Row.State, Row.Attempts));

        _given.Answer = answer;
        await _given.AttemptAsync(Digest);
        Assert.Equal((DeliveryState.Sent, 10), (Row.State, Row.Attempts));
        Assert.Empty(_given.Listed);
    }

    [Fact]
    public async Task What_dies_with_its_last_attempt_is_given_up_with_what_the_one_before_ran_into()
    {
        _given.Enter(Digest, one => one with { State = DeliveryState.Sending, Owner = "dead", Until = one.Created, Attempts = 10, LastError = "451 later" });

        await _given.AttemptAsync(Digest);

        Assert.Equal(DeliveryState.Failed, Row.State);
        Assert.Equal("The last of 10 attempts began and never ended. The last one that did: 451 later", Assert.Single(_given.Listed).Detail);
    }

    [Fact]
    public async Task What_another_host_is_at_is_left_to_it()
    {
        _given.Enter(Digest, one => one with { State = DeliveryState.Sending, Owner = "another", Until = one.Created.AddMinutes(2), Attempts = 1 });

        await _given.AttemptAsync(Digest);

        Assert.Equal((0, "another"), (_given.Calls, Row.Owner));
    }

    private Delivery Row => _given.Ledger[Digest];

    /// <summary>The row is written at once, and its answer comes so late.</summary>
    private void ClaimingTakes(int seconds) => _given.Ledger.AfterChange = () =>
    {
        _given.Ledger.AfterChange = () => { };
        _given.Time.Advance(TimeSpan.FromSeconds(seconds));
    };
}
