namespace NewsAlerts.EndToEnd.Given;

/// <summary>Waits for what running hosts do, who say nothing by themselves.</summary>
internal static class Until
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>The first that is not null.</summary>
    public static async Task<T> ThereIsAsync<T>(string what, Func<Task<T?>> find) where T : class
    {
        var start = TimeProvider.System.GetTimestamp();
        T? found;
        while ((found = await find()) is null)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Deadline, $"Not within {Deadline}: {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        return found;
    }

    public static Task IsSoAsync(string what, Func<Task<bool>> isSo) => ThereIsAsync(what, async () => await isSo() ? what : null);
}
