using System.Collections.Immutable;

namespace NewsAlerts.Local.Emulators;

/// <summary>An emulator that we started: its process, its exclusive hold on its data, and the record that others find it by.</summary>
internal sealed class OwnedEmulator(NodeProcess process, EmulatorFolder folder, FileStream exclusive, ImmutableArray<int> ports) : IAsyncDisposable
{
    public ImmutableArray<int> Ports => ports;

    public Task Exited => process.Exited;

    public string LastOutput => process.LastOutput;

    public Task RecordAsync(CancellationToken cancellationToken) =>
        new EmulatorRecord(process.Id, ports).WriteAsync(folder.Record, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        File.Delete(folder.Record);
        await process.DisposeAsync();
        await exclusive.DisposeAsync();
    }
}

/// <summary>The places of one emulator in the data folder.</summary>
internal sealed record EmulatorFolder(string DataFolder, string Name)
{
    public string Data => Path.Combine(DataFolder, Name);

    public string Record => Path.Combine(DataFolder, Name + ".json");

    public string Lock => Path.Combine(DataFolder, Name + ".lock");
}
