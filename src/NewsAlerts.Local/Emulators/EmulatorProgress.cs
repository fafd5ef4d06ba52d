namespace NewsAlerts.Local.Emulators;

/// <summary>What happens on the way to a usable emulator, in the order in which it happens.</summary>
public abstract record EmulatorProgress
{
    private EmulatorProgress()
    {
    }

    /// <summary>npm fetches the emulators: the first use on this machine. Takes some 10 seconds to a minute.</summary>
    public sealed record Installing(string Folder) : EmulatorProgress;

    /// <summary>The emulator's process starts.</summary>
    public sealed record Starting(string Name) : EmulatorProgress;

    /// <summary>The emulator answers, and stops when we do.</summary>
    public sealed record Ready(string Name, string Address) : EmulatorProgress;

    /// <summary>One that already ran is used, and left running.</summary>
    public sealed record Found(string Name, string Address) : EmulatorProgress;

    /// <summary>One that already runs cannot be used, so another is started.</summary>
    public sealed record Unusable(string Name, string Address, string Reason) : EmulatorProgress;
}
