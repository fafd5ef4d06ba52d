using Moq;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

/// <summary>The command line beside a store that holds one subscription.</summary>
public abstract class OneSubscription : IDisposable
{
    private protected readonly GivenCommandLine _given = new();

    public void Dispose()
    {
        _given.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static readonly DateTimeOffset Planned = new(2026, 5, 4, 5, 30, 0, TimeSpan.Zero);

    private protected static Subscription Given { get; } = new()
    {
        Id = SubscriptionId.New(1),
        Name = "Morning",
        Channel = new Channel.Email("me@example.org"),
        Schedule = Schedule.Read("daily 07:30 Europe/Berlin", "UTC"),
        Created = Planned.AddDays(-1),
    };

    /// <summary>Has the store hold one subscription.</summary>
    /// <returns>What it holds, and when that is due.</returns>
    private protected Func<(Subscription Subscription, DateTimeOffset? Due)> Stored(Subscription subscription)
    {
        var (current, due) = (subscription, (DateTimeOffset?)Planned);
        _given.Subscriptions.Setup(one => one.ListAsync(It.IsAny<CancellationToken>())).Returns(new[] { subscription }.ToAsyncEnumerable());
        _given.Subscriptions.Setup(one => one.FindDueAsync(subscription.Id, It.IsAny<CancellationToken>())).ReturnsAsync(() => due);
        _given.Deliveries.Setup(one => one.ListLatestAsync(subscription.Id, It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<Delivery>());
        _given.Deliveries.Setup(one => one.ListAsync(subscription.Id, It.IsAny<CancellationToken>())).Returns(AsyncEnumerable.Empty<Delivery>());
        _given.Inboxes.Setup(one => one.ReadAllowanceAsync(subscription.Id, It.IsAny<CancellationToken>())).ReturnsAsync(new AlertAllowance());
        _given.Subscriptions
            .Setup(one => one.ChangeAsync(
                subscription.Id, It.IsAny<Func<Subscription, Subscription>>(), It.IsAny<Func<Subscription, DateTimeOffset?, DateTimeOffset?>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((SubscriptionId _, Func<Subscription, Subscription> change, Func<Subscription, DateTimeOffset?, DateTimeOffset?> next, CancellationToken _) =>
            {
                current = change(current);
                due = next(current, due);
                return current;
            });
        return () => (current, due);
    }

    private protected void Waiting(Subscription subscription, IReadOnlyList<PendingItem> pending, IReadOnlyList<PendingItem> held)
    {
        _given.Inboxes
            .Setup(one => one.ListPendingAsync(subscription.Id, It.IsAny<DateTimeOffset>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(pending);
        _given.Inboxes.Setup(one => one.ListHeldAsync(subscription.Id, It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync(held);
        _given.Inboxes
            .Setup(one => one.ReadAllowanceAsync(subscription.Id, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AlertAllowance { RoundUp = Planned.AddMinutes(30) });
    }

    private protected static InboxEntry Entry(ArticleId article, InboxDecision decision) => new() { ArticleId = article, Matched = Planned, Decision = decision };

    private protected static Delivery Delivery(DigestId id, DeliveryState state) =>
        new() { DigestId = id, State = state, Channel = "email", Items = 1, Created = Planned, Updated = Planned };

    /// <summary>An article whose summary is in the library.</summary>
    private protected ArticleId Article(string name)
    {
        var id = ArticleId.Of(null, name);
        _given.Library.Setup(one => one.FindSummaryAsync(id, It.IsAny<CancellationToken>())).ReturnsAsync(new Summary
        {
            ArticleId = id,
            Headline = $"Headline of {name}",
            KeyPoints = [GivenDigest.Said("The harbour reopens.")],
            Engine = "embedded",
            Citation = new Citation { Language = "en" },
            Created = Planned,
        });
        return id;
    }
}
