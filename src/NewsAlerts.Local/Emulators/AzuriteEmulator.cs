using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace NewsAlerts.Local.Emulators;

/// <summary>A running Azurite: blobs, queues and tables on this machine. Disposing it stops it if we started it.</summary>
public sealed class AzuriteEmulator : IAsyncDisposable
{
    /// <summary>The key that Azurite's documentation publishes for its one built-in account: no secret, and no protection.</summary>
    private const string PublishedKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly OwnedEmulator? _owned;

    internal AzuriteEmulator(string connectionString, OwnedEmulator? owned)
    {
        ConnectionString = connectionString;
        BlobEndpoint = new BlobServiceClient(connectionString).Uri;
        _owned = owned;
    }

    /// <summary>All there is to know to use it: endpoints, account and key.</summary>
    public string ConnectionString { get; }

    /// <summary>Its blob service, such as <c>http://127.0.0.1:10000/devstoreaccount1</c>.</summary>
    public Uri BlobEndpoint { get; }

    /// <summary>Whether we started it, and will stop it.</summary>
    public bool IsOurs => _owned is not null;

    /// <summary>Completes when the process that we started has ended; never for one that was found.</summary>
    public Task Exited => _owned?.Exited ?? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);

    /// <summary>Stops it if it is ours, its data on disk.</summary>
    public ValueTask DisposeAsync() => _owned?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal static string ConnectionStringFor(int blobPort, int queuePort, int tablePort) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={PublishedKey};"
            + $"BlobEndpoint=http://127.0.0.1:{blobPort}/devstoreaccount1;"
            + $"QueueEndpoint=http://127.0.0.1:{queuePort}/devstoreaccount1;"
            + $"TableEndpoint=http://127.0.0.1:{tablePort}/devstoreaccount1;");

    /// <summary>Asks each of the three services something that takes the account's key and our SDK's version of the protocol.</summary>
    /// <exception cref="Azure.RequestFailedException">Nothing answers, or something that cannot be used.</exception>
    internal async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await new BlobServiceClient(ConnectionString, Once(new BlobClientOptions())).GetPropertiesAsync(cancellationToken);
        await new QueueServiceClient(ConnectionString, Once(new QueueClientOptions())).GetPropertiesAsync(cancellationToken);
        await new TableServiceClient(ConnectionString, Once(new TableClientOptions())).GetPropertiesAsync(cancellationToken);
    }

    private static T Once<T>(T options)
        where T : ClientOptions
    {
        options.RetryPolicy = new RetryPolicy(maxRetries: 0);
        return options;
    }
}
