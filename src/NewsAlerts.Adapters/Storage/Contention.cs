namespace NewsAlerts.Adapters.Storage;

/// <summary>How a row that many change is read, changed and written again, until nobody was faster.</summary>
internal static class Contention
{
    /// <summary>Each round lets at least one change through, so only a crowd larger than this at once could fail.</summary>
    public const int MostRounds = 50;

    /// <summary>Between two rounds, 5 to 50 ms, so that those who met do not meet again.</summary>
    public static Task StepAsideAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 50)), time, cancellationToken);
}
