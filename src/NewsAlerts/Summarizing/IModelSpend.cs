namespace NewsAlerts.Summarizing;

/// <summary>What the model has cost today, counted for all instances together.</summary>
public interface IModelSpend
{
    /// <summary>
    /// Sets aside the most that a request can cost, before it is sent; false, and nothing set aside, where the day would then have more than
    /// <paramref name="limit"/>. What is never settled, because its host died, stays counted: the day's budget is not passed either way.
    /// </summary>
    ValueTask<bool> TryReserveAsync(DateOnly day, ModelCost most, ModelCost limit, CancellationToken cancellationToken);

    /// <summary>Puts what a request did cost in the place of what was set aside for it.</summary>
    ValueTask SettleAsync(DateOnly day, ModelCost reserved, ModelCost actual, CancellationToken cancellationToken);

    /// <summary>What a day has cost, with what is set aside for requests under way.</summary>
    ValueTask<ModelCost> ReadAsync(DateOnly day, CancellationToken cancellationToken);
}

/// <summary>What requests to a model take.</summary>
/// <param name="Tokens">Input and output together.</param>
/// <param name="Money">In millionths of the currency that the prices are in.</param>
public readonly record struct ModelCost(long Tokens, long Money)
{
    public static ModelCost operator +(ModelCost left, ModelCost right) => new(left.Tokens + right.Tokens, left.Money + right.Money);

    public static ModelCost operator -(ModelCost left, ModelCost right) => new(left.Tokens - right.Tokens, left.Money - right.Money);

    /// <summary>Whether neither tokens nor money are more than a limit's.</summary>
    public bool IsWithin(ModelCost limit) => Tokens <= limit.Tokens && Money <= limit.Money;
}
