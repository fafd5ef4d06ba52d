using System.Collections.Immutable;

namespace NewsAlerts.Local.Emulators;

/// <summary>How to start one kind of emulator, and how to tell that it works.</summary>
/// <param name="Name">As the user knows it.</param>
/// <param name="Folder">Its places in the data folder.</param>
/// <param name="Script">Path of its script in the folder of the packages.</param>
/// <param name="Arguments">Ask for port 0 of 127.0.0.1.</param>
/// <param name="Ports">How many it opens.</param>
/// <param name="Create">From its ports: in the order in which it opens them, those of web servers last.</param>
/// <param name="ProbeAsync">Uses it; throws as long as it does not work.</param>
/// <param name="AddressOf">Where it is, for the user.</param>
internal sealed record EmulatorKind<T>(
    string Name,
    EmulatorFolder Folder,
    string Script,
    ImmutableArray<string> Arguments,
    int Ports,
    Func<OwnedEmulator, T> Create,
    Func<T, CancellationToken, Task> ProbeAsync,
    Func<T, string> AddressOf)
    where T : class;

/// <summary>The places of one emulator in the data folder.</summary>
/// <param name="DataFolder">Shared by all emulators.</param>
/// <param name="Name">Its part of the data folder.</param>
internal sealed record EmulatorFolder(string DataFolder, string Name)
{
    /// <summary>Folder for what the emulator keeps.</summary>
    public string Data => Path.Combine(DataFolder, Name);

    /// <summary>File that says where it listens, while it does.</summary>
    public string Record => Path.Combine(DataFolder, Name + ".json");

    /// <summary>File that is held open by the one process that may run it on <see cref="Data"/>.</summary>
    public string Lock => Path.Combine(DataFolder, Name + ".lock");
}
