namespace NewsAlerts.Adapters.Storage;

/// <summary>How a row that many change is read, changed and written again, until nobody was faster.</summary>
internal static class Contention
{
    /// <summary>Each round lets at least one change through, so only a crowd larger than this at once could fail.</summary>
    public const int MostRounds = 50;

    /// <summary>Between two rounds, 5 to 50 ms, so that those who met do not meet again.</summary>
    public static Task StepAsideAsync(TimeProvider time, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 50)), time, cancellationToken);

    /// <summary>Tries round by round, until one says that nobody was faster.</summary>
    /// <param name="tryOnceAsync">Reads and writes anew; false where somebody was faster.</param>
    /// <param name="what">What is changed, for the message.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops between two rounds.</param>
    /// <exception cref="InvalidOperationException">Somebody was, <see cref="MostRounds"/> times.</exception>
    public static async Task SettleAsync(Func<Task<bool>> tryOnceAsync, string what, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await tryOnceAsync())
            {
                return;
            }

            await StepAsideAsync(time, cancellationToken);
        }

        throw new InvalidOperationException($"The {what} could not be changed: {MostRounds} times somebody else was faster.");
    }
}
