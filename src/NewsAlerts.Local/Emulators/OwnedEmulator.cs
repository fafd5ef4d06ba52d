using System.Collections.Immutable;

namespace NewsAlerts.Local.Emulators;

/// <summary>An emulator that we started: its process, its exclusive hold on its data, and the record that others find it by.</summary>
internal sealed class OwnedEmulator(NodeProcess process, EmulatorFolder folder, FileStream exclusive, ImmutableArray<int> ports) : IAsyncDisposable
{
    public ImmutableArray<int> Ports => ports;

    public Task Exited => process.Exited;

    public Task RecordAsync(CancellationToken cancellationToken) =>
        new EmulatorRecord(process.Id, ports).WriteAsync(folder.Record, cancellationToken);

    /// <summary>Takes the record away first, so that nobody finds an emulator that is about to go, and the lock last.</summary>
    public async ValueTask DisposeAsync()
    {
        File.Delete(folder.Record);
        await process.DisposeAsync();
        await exclusive.DisposeAsync();
    }
}
