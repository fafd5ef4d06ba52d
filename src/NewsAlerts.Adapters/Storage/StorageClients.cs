using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace NewsAlerts.Adapters.Storage;

/// <summary>
/// The storage account, by connection string (<c>Storage</c>) or by identity (<c>Storage__blobServiceUri</c>,
/// <c>Storage__queueServiceUri</c>, <c>Storage__tableServiceUri</c>, and <c>Storage__clientId</c> for a user-assigned
/// identity): the same keys as the Functions host's own connections.
/// </summary>
public sealed class StorageClients
{
    /// <summary>The configuration key, and the triggers' <c>Connection</c>.</summary>
    public const string ConnectionName = "Storage";

    private readonly BlobServiceClient _blobs;
    private readonly QueueServiceClient _queues;
    private readonly QueueServiceClient _rawQueues;
    private readonly TableServiceClient _tables;

    private StorageClients(BlobServiceClient blobs, Func<QueueClientOptions, QueueServiceClient> queues, TableServiceClient tables)
    {
        _blobs = blobs;
        _queues = queues(QueueOptions);
        _rawQueues = queues(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        _tables = tables;
    }

    // A blob may be named "/a.txt", and is then another than "a.txt".
    private static BlobClientOptions BlobOptions => new() { TrimBlobNameSlashes = false };

    // Queue triggers expect base64 unless told otherwise.
    private static QueueClientOptions QueueOptions
    {
        get
        {
            var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
            options.MessageDecodingFailed += UndecodableMessages.MoveToPoisonAsync;
            return options;
        }
    }

    /// <summary>The account's blob endpoint, for people.</summary>
    public Uri Endpoint => _blobs.Uri;

    /// <exception cref="StorageConfigurationException">A key is missing or has no usable value; the message names it.</exception>
    public static StorageClients Create(IConfiguration configuration)
    {
        var section = configuration.GetSection(ConnectionName);
        return (section.Value ?? configuration.GetConnectionString(ConnectionName)) is { Length: > 0 } text
            ? ByConnectionString(text)
            : ByIdentity(section);
    }

    public BlobContainerClient Container(string name) => _blobs.GetBlobContainerClient(name);

    public QueueClient Queue(string name) => _queues.GetQueueClient(name);

    /// <summary>A queue whose messages come as they lie there, base64 or not.</summary>
    public QueueClient RawQueue(string name) => _rawQueues.GetQueueClient(name);

    public TableClient Table(string name) => _tables.GetTableClient(name);

    private static StorageClients ByConnectionString(string text)
    {
        try
        {
            return new StorageClients(
                new BlobServiceClient(text, BlobOptions), options => new QueueServiceClient(text, options), new TableServiceClient(text));
        }
        catch (Exception ex) when (ex is FormatException or ArgumentException or InvalidOperationException)
        {
            // The value may hold a key: it is not repeated.
            throw new StorageConfigurationException(
                $"{ConnectionName} is not a storage connection string. Expected 'UseDevelopmentStorage=true' or one copied from the storage account's page.", ex);
        }
    }

    private static StorageClients ByIdentity(IConfigurationSection section)
    {
        TokenCredential credential = section["clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();
        return new StorageClients(
            new BlobServiceClient(ServiceUri(section, "blob"), credential, BlobOptions),
            options => new QueueServiceClient(ServiceUri(section, "queue"), credential, options),
            new TableServiceClient(ServiceUri(section, "table"), credential));
    }

    private static Uri ServiceUri(IConfigurationSection section, string service)
    {
        var key = $"{service}ServiceUri";
        if (section[key] is not { Length: > 0 } text)
        {
            throw new StorageConfigurationException(
                $"No storage account is configured: {ConnectionName} (a connection string) or {ConnectionName}__{key} (an account's address) must be set.");
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? uri
            : throw new StorageConfigurationException($"{ConnectionName}__{key} is '{text}'; expected an address such as https://account.{service}.core.windows.net.");
    }
}
