using NewsAlerts.Adapters.Storage;

namespace NewsAlerts.Local.Commands;

/// <summary>What <c>--storage</c> may be: a connection string, or the address of an account.</summary>
internal static class StorageAddress
{
    private static readonly string[] Services = ["blob", "queue", "table"];

    /// <summary>The configuration that it stands for: the same keys as the hosts'.</summary>
    /// <exception cref="FormatException">It is neither; the message does not repeat what may hold a key.</exception>
    public static IReadOnlyDictionary<string, string?> ToConfiguration(string storage)
    {
        if (!Uri.TryCreate(storage, UriKind.Absolute, out var account) || !account.Scheme.StartsWith("http", StringComparison.Ordinal))
        {
            return storage.Contains('=', StringComparison.Ordinal)
                ? new Dictionary<string, string?> { [StorageClients.ConnectionName] = storage }
                : throw new FormatException(
                    "--storage is neither a connection string (with 'AccountName=…;AccountKey=…', or 'UseDevelopmentStorage=true') nor an account's address such as https://account.blob.core.windows.net.");
        }

        var host = account.Host.Split('.');
        if (host.Length < 3 || !Services.Contains(host[1]) || account.Scheme != Uri.UriSchemeHttps)
        {
            throw new FormatException(
                $"--storage '{account.GetLeftPart(UriPartial.Path)}' is not an account's address; expected one such as https://account.blob.core.windows.net.");
        }

        // An empty connection string, so that one from the environment does not win.
        var configuration = new Dictionary<string, string?> { [StorageClients.ConnectionName] = string.Empty };
        foreach (var service in Services)
        {
            host[1] = service;
            configuration[$"{StorageClients.ConnectionName}:{service}ServiceUri"] = $"https://{string.Join('.', host)}";
        }

        return configuration;
    }
}
