using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Moq;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Tests.Given;

/// <summary>The stage Deliver over a ledger in memory, with a clock, one subscription and a receiver that a test answers for.</summary>
internal sealed class GivenDeliveries : IDisposable
{
    private readonly ServiceProvider _services;

    public GivenDeliveries()
    {
        Subscription = GivenDigest.SubscribedTo(new Channel.Email("reader@example.org"));
        Subscriptions.Setup(one => one.FindAsync(GivenDigest.SubscriptionId, It.IsAny<CancellationToken>())).ReturnsAsync(() => Subscription);
        Failures.Setup(one => one.AddAsync(It.IsAny<Failure>(), It.IsAny<CancellationToken>())).Callback((Failure failure, CancellationToken _) => Listed.Add(failure));
        var receiver = new Receiver(
            stop =>
            {
                Calls++;
                return Answer(stop);
            },
            () => IsRelayed);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging()
            .AddNewsAlerts(new ConfigurationBuilder().Build())
            .AddSingleton<IDeliveries>(Ledger)
            .AddSingleton(Subscriptions.Object)
            .AddSingleton(Failures.Object)
            .AddSingleton(OpenWork.Object)
            .AddSingleton(Queues.Object)
            .AddSingleton<IDeliveryChannel>(receiver)
            .AddSingleton<IMessageChannel>(receiver)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(GivenDigest.Due);

    public LedgerInMemory Ledger { get; } = new();

    public Subscription Subscription { get; set; }

    public Mock<ISubscriptions> Subscriptions { get; } = new();

    public Mock<IFailures> Failures { get; } = new();

    public Mock<IOpenWork> OpenWork { get; } = new();

    public Mock<IWorkQueues> Queues { get; } = new();

    /// <summary>The failures that were listed.</summary>
    public List<Failure> Listed { get; } = [];

    /// <summary>What the receiver answers.</summary>
    public Func<CancellationToken, Task<SendOutcome>> Answer { get; set; } = _ => Task.FromResult<SendOutcome>(new SendOutcome.Sent());

    /// <summary>How often the receiver was called.</summary>
    public int Calls { get; private set; }

    /// <summary>Whether the receiver stands behind a server of ours.</summary>
    public bool IsRelayed { get; set; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Enters a delivery that waits for its first attempt, unless <paramref name="with"/> makes something else of it.</summary>
    public Delivery Enter(DigestId id, Func<Delivery, Delivery>? with = null)
    {
        var now = Time.GetUtcNow();
        var pending = new Delivery { DigestId = id, State = DeliveryState.Pending, Channel = "email", Items = 1, Created = now, Updated = now };
        return Ledger.Put(with?.Invoke(pending) ?? pending);
    }

    /// <summary>Attempts a delivery as it stands in the ledger.</summary>
    public Task AttemptAsync(DigestId id, CancellationToken cancellationToken = default) => Get<DeliveryAttempt>().SendAsync(
        new DeliverRequest(id), GivenDigest.OfHarbourNews().Build() with { Id = id }, Subscription, Ledger[id], cancellationToken);

    public void Dispose() => _services.Dispose();

    private sealed class Receiver(Func<CancellationToken, Task<SendOutcome>> answer, Func<bool> isRelayed) : IDeliveryChannel, IMessageChannel
    {
        public bool IsRelayed => isRelayed();

        public bool Serves(Channel channel) => true;

        public Task<SendOutcome> SendAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken) => answer(cancellationToken);

        public Task<SendOutcome> SendAsync(SubscriptionMessage message, Subscription subscription, CancellationToken cancellationToken) => answer(cancellationToken);
    }
}

/// <summary>The ledger, whose rows change by version only, as those of the table do.</summary>
internal sealed class LedgerInMemory : IDeliveries
{
    private readonly ConcurrentDictionary<DigestId, Delivery> _rows = new();
    private int _version;

    /// <summary>What happens after a row was looked for, before the answer comes.</summary>
    public Action AfterFind { get; set; } = () => { };

    /// <summary>What happens after a row was changed, before the answer comes.</summary>
    public Action AfterChange { get; set; } = () => { };

    /// <summary>What happens when a subscription's rows are read.</summary>
    public Action BeforeList { get; set; } = () => { };

    public Delivery this[DigestId id] => _rows[id];

    /// <summary>Writes a row as another host does.</summary>
    public Delivery Put(Delivery delivery) => _rows[delivery.DigestId] = delivery with { ETag = $"{Interlocked.Increment(ref _version)}" };

    public Task<Delivery?> FindAsync(DigestId id, CancellationToken cancellationToken)
    {
        var found = _rows.GetValueOrDefault(id);
        AfterFind();
        return Task.FromResult(found);
    }

    public Task<Delivery?> TryAddAsync(Delivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult(_rows.ContainsKey(delivery.DigestId) ? null : Put(delivery));

    public Task<Delivery?> TryChangeAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var changed = this[delivery.DigestId].ETag == delivery.ETag ? Put(delivery) : null;
        AfterChange();
        return Task.FromResult(changed);
    }

    public IAsyncEnumerable<Delivery> ListAsync(SubscriptionId? subscription, CancellationToken cancellationToken) =>
        _rows.Values.Where(one => subscription is null || one.DigestId.SubscriptionId == subscription).ToAsyncEnumerable();

    public IAsyncEnumerable<DeliveryTrace> ListChangedAsync(SubscriptionId subscription, DateTimeOffset since, CancellationToken cancellationToken)
    {
        BeforeList();
        return ListAsync(subscription, cancellationToken)
            .Where(one => one.Updated >= since)
            .Select(one => new DeliveryTrace(one.DigestId, one.State, one.FailingSince, one.Refused, one.Updated, one.HinderedAt));
    }

    public IAsyncEnumerable<Delivery> ListLatestAsync(SubscriptionId? subscription, DateTimeOffset since, CancellationToken cancellationToken) =>
        ListAsync(subscription, cancellationToken).Where(one => one.Created >= since).OrderByDescending(one => one.Created);
}
