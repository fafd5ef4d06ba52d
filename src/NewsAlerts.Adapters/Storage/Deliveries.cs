using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>The table <c>Deliveries</c>, the ledger: a partition a subscription, a row a digest.</summary>
internal sealed class Deliveries(StorageClients clients) : IDeliveries
{
    private readonly TableClient _table = clients.Table(Tables.Deliveries);

    public async Task<Delivery?> FindAsync(DigestId id, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id.SubscriptionId.ToString(), id.ToString(), cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    public Task<bool> TryAddAsync(Delivery delivery, CancellationToken cancellationToken) =>
        _table.TryAddAsync(Write(delivery), cancellationToken);

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

    public async IAsyncEnumerable<Delivery> ListAsync(SubscriptionId? subscription, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = subscription is { } id ? TableClient.CreateQueryFilter($"PartitionKey eq {id.ToString()}") : null;
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
        [nameof(Delivery.Created)] = delivery.Created,
        [nameof(Delivery.Updated)] = delivery.Updated,
    };

    private static Delivery Read(TableEntity row) => new()
    {
        DigestId = DigestId.Parse(row.RowKey, CultureInfo.InvariantCulture),
        State = Enum.Parse<DeliveryState>(row.GetString(nameof(Delivery.State))),
        Channel = row.GetString(nameof(Delivery.Channel)),
        Items = row.GetInt32(nameof(Delivery.Items)) ?? 0,
        Attempts = row.GetInt32(nameof(Delivery.Attempts)) ?? 0,
        Owner = row.GetString(nameof(Delivery.Owner)),
        Until = row.GetDateTimeOffset(nameof(Delivery.Until)),
        LastError = row.GetString(nameof(Delivery.LastError)),
        // Rows of before had only the second.
        Created = row.GetDateTimeOffset(nameof(Delivery.Created)) ?? row.GetDateTimeOffset(nameof(Delivery.Updated)) ?? DateTimeOffset.MinValue,
        Updated = row.GetDateTimeOffset(nameof(Delivery.Updated)) ?? DateTimeOffset.MinValue,
        ETag = row.ETag.ToString(),
    };
}
