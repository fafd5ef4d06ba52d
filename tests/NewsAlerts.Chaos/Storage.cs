using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Adapters.Webhooks;
using NewsAlerts.Chaos.Hosts;
using NewsAlerts.Local.Operating;

namespace NewsAlerts.Chaos;

/// <summary>The storage account as the rig uses it: past the proxies, so that what it puts in is in, and what it reads is so.</summary>
internal static class Storage
{
    public static ServiceProvider Open(string connectionString, RigTimes times)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new(StorageClients.ConnectionName, connectionString), new("Sweep:PurgeAfter", times.PurgeAfter.ToString("c", CultureInfo.InvariantCulture))])
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddNewsAlerts(configuration)
            .AddStorage(configuration)
            .AddWebhooks(configuration)
            .AddSingleton<SubscriptionBook>()
            .BuildServiceProvider();
    }

    /// <summary>The address of one of its services.</summary>
    public static Uri EndpointOf(string connectionString, string service) =>
        new(Parts(connectionString).Single(part => part.StartsWith($"{service}Endpoint=", StringComparison.Ordinal)).Split('=', 2)[1]);

    /// <summary>The same account, reached by other addresses.</summary>
    public static string Through(string connectionString, IReadOnlyDictionary<string, Uri> services) =>
        string.Concat(Parts(connectionString).Select(part => services.Keys.FirstOrDefault(service => part.StartsWith($"{service}Endpoint=", StringComparison.Ordinal)) is { } service
            ? $"{service}Endpoint={services[service].GetLeftPart(UriPartial.Authority)}{EndpointOf(connectionString, service).AbsolutePath};"
            : $"{part};"));

    private static string[] Parts(string connectionString) => connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries);
}
