namespace NewsAlerts.Adapters.Storage;

/// <summary>Creates what the pipeline stores in. In Azure the infrastructure does it; locally nobody else would.</summary>
public sealed class StorageProvisioner(StorageClients clients)
{
    /// <summary>Creates the containers, queues and tables that are missing.</summary>
    public Task EnsureCreatedAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. Containers.All.Select(name => clients.Container(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. Queues.All.Concat(Queues.Poison).Select(name => (Task)clients.Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. Tables.All.Select(name => clients.Table(name).CreateIfNotExistsAsync(cancellationToken)),
    ]);
}
