using System.Collections.Concurrent;

namespace NewsAlerts.Summarizing;

/// <summary>Counts for this process only: for what runs without storage, such as one command, and for tests.</summary>
public sealed class ProcessSpend : IModelSpend
{
    private readonly ConcurrentDictionary<DateOnly, ModelCost> _days = new();

    public ModelCost On(DateOnly day) => _days.GetValueOrDefault(day);

    public ValueTask<ModelCost> ReadAsync(DateOnly day, CancellationToken cancellationToken) => ValueTask.FromResult(On(day));

    public ValueTask<bool> TryReserveAsync(DateOnly day, ModelCost most, ModelCost limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var spent = _days.GetOrAdd(day, default(ModelCost));
            if (!(spent + most).IsWithin(limit))
            {
                return ValueTask.FromResult(false);
            }

            if (_days.TryUpdate(day, spent + most, spent))
            {
                return ValueTask.FromResult(true);
            }
        }
    }

    public ValueTask SettleAsync(DateOnly day, ModelCost reserved, ModelCost actual, CancellationToken cancellationToken)
    {
        _days.AddOrUpdate(day, actual, (_, spent) => spent - reserved + actual);
        return ValueTask.CompletedTask;
    }
}
