using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// The table <c>Deliveries</c>, the ledger: a partition a subscription, a row a digest. The table <c>DeliveryDays</c> says in which order they were
/// entered, so that the latest of all can be read without reading all.
/// </summary>
internal sealed class Deliveries(StorageClients clients, DeliveryDays days) : IDeliveries
{
    private const int ReadParallelism = 32;

    /// <summary>A table knows no durations.</summary>
    private const string HeldTicks = "HeldTicks";

    private static readonly string[] TraceColumns =
        ["RowKey", nameof(Delivery.State), nameof(Delivery.FailingSince), nameof(Delivery.Refused), nameof(Delivery.Updated), nameof(Delivery.HinderedAt)];

    private readonly TableClient _table = clients.Table(Tables.Deliveries);

    public async Task<Delivery?> FindAsync(DigestId id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id.SubscriptionId.ToString(), id.ToString(), cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    public async Task<Delivery?> TryAddAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        // The day first: a row that it points to may be missing after a crash, but none is missing from it.
        await days.AddAsync(delivery.DigestId, delivery.Created, cancellationToken);
        try
        {
            var answer = await _table.AddEntityAsync(Write(delivery), cancellationToken);
            return delivery with { ETag = answer.Headers.ETag.ToString() };
        }
        catch (RequestFailedException ex) when (ex.Status == 409)
        {
            return null;
        }
    }

    public async Task<Delivery?> TryChangeAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var read = new ETag(delivery.ETag ?? throw new ArgumentException("A delivery is read before it is changed."));
        try
        {
            var answer = await _table.UpdateEntityAsync(Write(delivery), read, TableUpdateMode.Replace, cancellationToken);
            return delivery with { ETag = answer.Headers.ETag.ToString() };
        }
        catch (RequestFailedException ex) when (ex.Status is 412 or 404)
        {
            // Where the answer to our own write was lost, the client's retry meets the row that we wrote.
            var now = await FindAsync(delivery.DigestId, cancellationToken);
            return now is not null && now with { ETag = delivery.ETag } == delivery ? now : null;
        }
    }

    public IAsyncEnumerable<Delivery> ListAsync(SubscriptionId? subscription, CancellationToken cancellationToken) =>
        QueryAsync(subscription is { } id ? TableClient.CreateQueryFilter($"PartitionKey eq {id.ToString()}") : null, cancellationToken);

    public async IAsyncEnumerable<DeliveryTrace> ListChangedAsync(
        SubscriptionId subscription, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changed = TableClient.CreateQueryFilter($"PartitionKey eq {subscription.ToString()} and Updated ge {since}");
        await foreach (var row in _table.QueryAsync<TableEntity>(changed, select: TraceColumns, cancellationToken: cancellationToken))
        {
            yield return new DeliveryTrace(
                Id(row), State(row), row.GetDateTimeOffset(nameof(Delivery.FailingSince)), Refused(row), Updated(row), row.GetDateTimeOffset(nameof(Delivery.HinderedAt)));
        }
    }

    public IAsyncEnumerable<Delivery> ListLatestAsync(SubscriptionId? subscription, DateTimeOffset since, CancellationToken cancellationToken) =>
        subscription is { } id
            ? QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {id.ToString()} and Created ge {Known(since)}"), cancellationToken)
                .OrderByDescending(one => one.Created)
            : ListLatestOfAllAsync(Known(since), cancellationToken);

    /// <summary>Tables know no time before 1601, and the ledger none before this.</summary>
    private static DateTimeOffset Known(DateTimeOffset since) => since > DateTimeOffset.UnixEpoch ? since : DateTimeOffset.UnixEpoch;

    private async IAsyncEnumerable<Delivery> ListLatestOfAllAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in days.LatestAsync(since, cancellationToken).Chunk(ReadParallelism).WithCancellation(cancellationToken))
        {
            var rows = await Task.WhenAll(batch.Select(entry => FindAsync(entry.DigestId, cancellationToken)));
            foreach (var (entry, delivery) in batch.Zip(rows))
            {
                // One that was entered twice, after a crash, stands there twice; the ledger knows which time counts.
                if (delivery is not null && delivery.Created == entry.At)
                {
                    yield return delivery;
                }
            }
        }
    }

    private async IAsyncEnumerable<Delivery> QueryAsync(string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return Read(row);
        }
    }

    private static TableEntity Write(Delivery delivery) => new(delivery.DigestId.SubscriptionId.ToString(), delivery.DigestId.ToString())
    {
        [nameof(Delivery.State)] = delivery.State.ToString(),
        [nameof(Delivery.Channel)] = delivery.Channel,
        [nameof(Delivery.Items)] = delivery.Items,
        [nameof(Delivery.Attempts)] = delivery.Attempts,
        [nameof(Delivery.Owner)] = delivery.Owner,
        [nameof(Delivery.Until)] = delivery.Until,
        [nameof(Delivery.LastError)] = delivery.LastError,
        [nameof(Delivery.History)] = delivery.History.Text,
        [nameof(Delivery.FailingSince)] = delivery.FailingSince,
        [nameof(Delivery.HinderedAt)] = delivery.HinderedAt,
        [nameof(Delivery.Refused)] = delivery.Refused?.ToString(),
        [nameof(Delivery.Created)] = delivery.Created,
        [nameof(Delivery.Restarted)] = delivery.Restarted,
        [nameof(Delivery.HeldSince)] = delivery.HeldSince,
        [HeldTicks] = delivery.Held.Ticks,
        [nameof(Delivery.Updated)] = delivery.Updated,
    };

    private static Delivery Read(TableEntity row) => new()
    {
        DigestId = Id(row),
        State = State(row),
        Channel = row.GetString(nameof(Delivery.Channel)),
        Items = row.GetInt32(nameof(Delivery.Items)) ?? 0,
        Attempts = row.GetInt32(nameof(Delivery.Attempts)) ?? 0,
        Owner = row.GetString(nameof(Delivery.Owner)),
        Until = row.GetDateTimeOffset(nameof(Delivery.Until)),
        LastError = row.GetString(nameof(Delivery.LastError)),
        History = new DeliveryHistory(row.GetString(nameof(Delivery.History))),
        FailingSince = row.GetDateTimeOffset(nameof(Delivery.FailingSince)),
        HinderedAt = row.GetDateTimeOffset(nameof(Delivery.HinderedAt)),
        Refused = Refused(row),
        Restarted = row.GetDateTimeOffset(nameof(Delivery.Restarted)),
        HeldSince = row.GetDateTimeOffset(nameof(Delivery.HeldSince)),
        Held = TimeSpan.FromTicks(row.GetInt64(HeldTicks) ?? 0),
        // Rows of before had only the second.
        Created = row.GetDateTimeOffset(nameof(Delivery.Created)) ?? row.GetDateTimeOffset(nameof(Delivery.Updated)) ?? DateTimeOffset.MinValue,
        Updated = Updated(row),
        ETag = row.ETag.ToString(),
    };

    private static DigestId Id(TableEntity row) => DigestId.Parse(row.RowKey, CultureInfo.InvariantCulture);

    private static DeliveryState State(TableEntity row) => Enum.Parse<DeliveryState>(row.GetString(nameof(Delivery.State)));

    private static Refusal? Refused(TableEntity row) => row.GetString(nameof(Delivery.Refused)) is { } refused ? Enum.Parse<Refusal>(refused) : null;

    private static DateTimeOffset Updated(TableEntity row) => row.GetDateTimeOffset(nameof(Delivery.Updated)) ?? DateTimeOffset.MinValue;
}
