using System.Globalization;
using Azure;
using Azure.Data.Tables;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// The table <c>Spend</c>: a row a day, changed by ETag. A limit needs one sum, and requests to a model take seconds, so that instances
/// rarely meet at the row; where they do, the loser reads again.
/// </summary>
internal sealed class Spend(StorageClients clients, TimeProvider time) : IModelSpend
{
    private const string Total = "total";
    private const string Change = "Change";

    private readonly TableClient _table = clients.Table(Tables.Spend);

    public async ValueTask<bool> TryReserveAsync(DateOnly day, ModelCost most, ModelCost limit, CancellationToken cancellationToken) =>
        await ChangeAsync(day, spent => (spent + most).IsWithin(limit) ? spent + most : null, cancellationToken);

    public async ValueTask SettleAsync(DateOnly day, ModelCost reserved, ModelCost actual, CancellationToken cancellationToken)
    {
        if (reserved != actual)
        {
            await ChangeAsync(day, spent => spent - reserved + actual, cancellationToken);
        }
    }

    public async ValueTask<ModelCost> ReadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition(day), Total, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : default;
    }

    /// <summary>False where <paramref name="change"/> gives null.</summary>
    private async Task<bool> ChangeAsync(DateOnly day, Func<ModelCost, ModelCost?> change, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString("n");
        var partition = Partition(day);
        for (var round = 0; round < Contention.MostRounds; round++)
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, Total, cancellationToken: cancellationToken);
            var row = found.HasValue ? found.Value! : new TableEntity(partition, Total);
            if (row.GetString(Change) == id)
            {
                // The write had worked: its answer was lost, and the client's own retry met the row that we wrote.
                return true;
            }

            if (change(Read(row)) is not { } changed)
            {
                return false;
            }

            row[Change] = id;
            row[nameof(ModelCost.Tokens)] = changed.Tokens;
            row[nameof(ModelCost.Money)] = changed.Money;
            if (await TryWriteAsync(row, isNew: !found.HasValue, cancellationToken))
            {
                return true;
            }

            await Contention.StepAsideAsync(time, cancellationToken);
        }

        throw new InvalidOperationException($"The spend of {partition} could not be changed: {Contention.MostRounds} times another instance was faster.");
    }

    private async Task<bool> TryWriteAsync(TableEntity row, bool isNew, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            return await _table.TryAddAsync(row, cancellationToken);
        }

        try
        {
            await _table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException ex) when (ex.Status is 412 or 404)
        {
            return false;
        }
    }

    private static string Partition(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ModelCost Read(TableEntity row) =>
        new(row.GetInt64(nameof(ModelCost.Tokens)) ?? 0, row.GetInt64(nameof(ModelCost.Money)) ?? 0);
}
