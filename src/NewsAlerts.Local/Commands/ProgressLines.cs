using NewsAlerts.Local.Emulators;
using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>A line for each step of an emulator's start.</summary>
internal sealed class ProgressLines(Screen screen) : IProgress<EmulatorProgress>
{
    public void Report(EmulatorProgress value) => screen.Error.MarkupLine(Describe(value));

    public static string Describe(EmulatorProgress progress) => progress switch
    {
        EmulatorProgress.Installing(var folder) => $"{Palette.Waiting} Installing the emulators into {Palette.Plain(folder)}, once (some 220 MB)",
        EmulatorProgress.Starting(var name) => $"{Palette.Waiting} Starting {Palette.Plain(name)}",
        EmulatorProgress.Ready(var name, var address) => $"{Palette.Done} {Palette.Plain(name)} {Palette.Quiet(address)}",
        EmulatorProgress.Found(var name, var address) => $"{Palette.Known} {Palette.Plain(name)} {Palette.Quiet($"runs already at {address}")}",
        EmulatorProgress.Unusable(var name, var address, var reason) =>
            $"[{Palette.Warn}]![/] {Palette.Plain(name)} {Palette.Quiet($"at {address} cannot be used ({reason}); another is started")}",
        _ => throw new InvalidOperationException($"Unknown progress {progress}."),
    };
}
