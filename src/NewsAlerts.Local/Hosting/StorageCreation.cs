using Microsoft.Extensions.Hosting;
using NewsAlerts.Adapters.Storage;

namespace NewsAlerts.Local.Hosting;

/// <summary>Creates what the pumps read, before they do.</summary>
internal sealed class StorageCreation(StorageProvisioner provisioner) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => provisioner.EnsureCreatedAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
