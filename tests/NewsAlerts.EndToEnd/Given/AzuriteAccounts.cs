namespace NewsAlerts.EndToEnd.Given;

/// <summary>
/// Storage accounts on one Azurite, so that each test has one to itself without a process to itself.
/// Azurite takes its accounts from the environment that it starts in.
/// </summary>
internal sealed class AzuriteAccounts
{
    private const int Count = 600;
    private const string BuiltIn = "devstoreaccount1";
    private static readonly string Key = Convert.ToBase64String(new byte[64]);
    private int _taken = -1;

    /// <summary>Tells the Azurite that is started next.</summary>
    public static void Announce()
    {
        var builtIn = $"{BuiltIn}:Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
        Environment.SetEnvironmentVariable("AZURITE_ACCOUNTS", string.Join(';', Enumerable.Range(0, Count).Select(i => $"{Name(i)}:{Key}").Prepend(builtIn)));
    }

    /// <summary>The connection string of the next free account.</summary>
    public string Next(string connectionString)
    {
        var number = Interlocked.Increment(ref _taken);
        Assert.True(number < Count, $"The tests use more than {Count} storage accounts.");
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.StartsWith("AccountKey=", StringComparison.Ordinal) ? $"AccountKey={Key}" : part.Replace(BuiltIn, Name(number), StringComparison.Ordinal));
        return string.Join(';', parts) + ";";
    }

    private static string Name(int number) => $"newsalertstest{number:d3}";
}
