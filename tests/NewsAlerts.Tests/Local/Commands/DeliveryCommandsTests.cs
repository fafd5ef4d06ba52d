using Moq;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Local.Commands;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class DeliveryCommandsTests : IDisposable
{
    private static readonly DigestId Id = DigestId.Of(GivenDigest.SubscriptionId, GivenDigest.Due);

    private readonly GivenCommandLine _given = new();
    private readonly Subscription _subscription = GivenDigest.SubscribedTo(new Channel.Email("reader@example.org"));

    public DeliveryCommandsTests() =>
        _given.Subscriptions.Setup(one => one.FindAsync(_subscription.Id, It.IsAny<CancellationToken>())).ReturnsAsync(_subscription);

    private DateTimeOffset Now => _given.Time.GetUtcNow();

    [Theory]
    [InlineData("deliveries", "list")]
    [InlineData("digests")]
    public async Task The_list_reads_only_what_it_shows_of_the_time_that_it_is_asked_for(params string[] command)
    {
        var read = 0;
        _given.Deliveries
            .Setup(one => one.ListLatestAsync(null, Now.AddDays(-7), It.IsAny<CancellationToken>()))
            .Returns(Many().Select(one =>
            {
                read++;
                return one;
            }));

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync([.. command, "--since", "7d", "--limit", "3"]));

        Assert.Equal(3, read);
        Assert.Contains(Id.ToString(), _given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_state_and_channel()
    {
        _given.Deliveries.Setup(one => one.ListLatestAsync(null, It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>())).Returns(new[]
        {
            Row(DeliveryState.Failed) with { Channel = "webhook", LastError = "The receiver answered 503." },
            Row(DeliveryState.Failed) with { LastError = "No such mailbox." },
            Row(DeliveryState.Sent) with { Channel = "webhook" },
        }.ToAsyncEnumerable());

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("deliveries", "list", "--state", "failed", "--channel", "webhook"));

        Assert.Contains("answered 503", _given.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("No such mailbox", _given.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("sent", _given.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deliveries list --since yesterday", "--since is 'yesterday'; expected a time of at most 366d")]
    [InlineData("deliveries list --since 9999d", "--since is '9999d'; expected a time of at most 366d")]
    [InlineData("deliveries list --since 7", "--since is '7'; expected a time")]
    [InlineData("deliveries show nonsense", "'nonsense' is not a digest id; expected one such as")]
    [InlineData("deliveries retry", "either a digest's id, or --failed, --subscription or both")]
    [InlineData("deliveries retry d-00k3m5a7cq2zxw6b-20261123T063000Z --failed", "either a digest's id, or --failed")]
    [InlineData("deliveries retry --failed --again", "--again repeats one digest that has arrived: give its id.")]
    public async Task What_cannot_be_asked_for_is_refused_with_the_rule(string arguments, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(arguments.Split(' ')));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_is_shown_with_every_attempt_the_next_one_and_what_it_holds()
    {
        Given(Row(DeliveryState.Pending) with
        {
            Attempts = 2,
            Until = Now.AddMinutes(30),
            LastError = "The receiver answered 503.",
            History = default(DeliveryHistory).With(Now.AddMinutes(-5), "The receiver answered 500.").With(Now, "The receiver answered 503."),
        });
        _given.Digests.Setup(one => one.FindAsync(Id, It.IsAny<CancellationToken>())).ReturnsAsync(GivenDigest.OfHarbourNews().Build());

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("deliveries", "show", Id.ToString()));

        Assert.All(
            ["pending", "next attempt", "The receiver answered 500.", "The receiver answered 503.", "Night ferry to Sankt Olav returns after eleven years"],
            text => Assert.Contains(text, _given.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_ledger_does_not_have_is_said_so()
    {
        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("deliveries", "show", Id.ToString()));
        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("deliveries", "retry", Id.ToString()));

        Assert.Contains("The ledger has no", _given.Error, StringComparison.Ordinal);
        Assert.Contains("is not in the ledger", _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_one_is_sent_on_its_way_with_all_of_its_attempts()
    {
        Given(Row(DeliveryState.Failed) with { Attempts = 10, LastError = "The receiver answered 503.", FailingSince = Now, Refused = Refusal.Address });

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("deliveries", "retry", Id.ToString()));

        Assert.Contains("is on its way again", _given.Out, StringComparison.Ordinal);
        _given.Deliveries.Verify(one => one.TryChangeAsync(
            It.Is<Delivery>(row => row.State == DeliveryState.Pending && row.Attempts == 0 && row.Until == null && row.FailingSince == null && row.Refused == null && row.Restarted == Now),
            It.IsAny<CancellationToken>()));
        _given.Failures.Verify(one => one.RemoveAsync(Stages.Deliver, Id.ToString(), It.IsAny<CancellationToken>()));
        _given.WorkQueues.Verify(one => one.SendAsync(new DeliverRequest(Id), TimeSpan.Zero, It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task One_that_has_arrived_is_repeated_only_with_again_which_says_so()
    {
        Given(Row(DeliveryState.Sent));

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("deliveries", "retry", Id.ToString()));
        Assert.Contains("add --again", _given.Error, StringComparison.Ordinal);
        _given.WorkQueues.VerifyNoOtherCalls();

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("deliveries", "retry", Id.ToString(), "--again"));
        Assert.Contains("a second time", _given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_failed_is_what_the_failures_list_names()
    {
        Given(Row(DeliveryState.Failed));
        _given.Failures.Setup(one => one.ListStageAsync(Stages.Deliver, It.IsAny<CancellationToken>())).Returns(new[]
        {
            Failed(Id.ToString(), DeliveryEnds.NotDelivered),
            Failed(_subscription.Id.ToString(), SubscriptionStanding.Disabled),
            Failed("d-something-else", "NoSummary"),
        }.ToAsyncEnumerable());

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("deliveries", "retry", "--failed"));

        _given.WorkQueues.Verify(one => one.SendAsync(It.IsAny<StageRequest>(), TimeSpan.Zero, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task All_of_a_subscription_includes_what_was_cancelled_and_never_what_arrived()
    {
        var cancelled = DigestId.Of(_subscription.Id, GivenDigest.Due.AddDays(1));
        _given.Deliveries.Setup(one => one.ListAsync(_subscription.Id, It.IsAny<CancellationToken>())).Returns(
            new[] { Row(DeliveryState.Sent), Row(DeliveryState.Cancelled) with { DigestId = cancelled } }.ToAsyncEnumerable());
        Given(Row(DeliveryState.Cancelled) with { DigestId = cancelled });

        Assert.Equal(ExitCodes.Ok, await _given.RunAsync("deliveries", "retry", "--subscription", _subscription.Id.ToString()));

        _given.WorkQueues.Verify(one => one.SendAsync(new DeliverRequest(cancelled), TimeSpan.Zero, It.IsAny<CancellationToken>()), Times.Once);
        _given.WorkQueues.VerifyNoOtherCalls();
    }

    public void Dispose() => _given.Dispose();

    private void Given(Delivery delivery)
    {
        _given.Deliveries.Setup(one => one.FindAsync(delivery.DigestId, It.IsAny<CancellationToken>())).ReturnsAsync(delivery);
        _given.Deliveries.Setup(one => one.TryChangeAsync(It.IsAny<Delivery>(), It.IsAny<CancellationToken>())).ReturnsAsync((Delivery row, CancellationToken _) => row);
    }

    private async IAsyncEnumerable<Delivery> Many()
    {
        while (true)
        {
            await Task.Yield();
            yield return Row(DeliveryState.Sent);
        }
    }

    private Delivery Row(DeliveryState state) => new()
    {
        DigestId = Id,
        State = state,
        Channel = "email",
        Items = 5,
        Attempts = 1,
        Created = Now,
        Updated = Now,
        ETag = "1",
    };

    private Failure Failed(string key, string reason) => new()
    {
        Stage = Stages.Deliver,
        Key = key,
        Reason = reason,
        Detail = "What is wrong.",
        Remedy = "What to do.",
        Subject = key,
        At = Now,
    };
}
