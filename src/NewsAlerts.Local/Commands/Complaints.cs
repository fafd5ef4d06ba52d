using NewsAlerts.Local.Terminal;
using Spectre.Console;

namespace NewsAlerts.Local.Commands;

/// <summary>What was left out of a stream, said as it comes.</summary>
internal sealed class Complaints(Screen screen)
{
    public int Count { get; private set; }

    /// <summary>The task is not done where something was left out.</summary>
    public int ExitCode => Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;

    /// <param name="where">The file, line or entry; null where <paramref name="why"/> says it.</param>
    /// <param name="why">Sentences.</param>
    public void Add(string? where, string why)
    {
        Count++;
        screen.Error.MarkupLine($"{Palette.Failed} {(where is null ? "" : $"{Palette.Plain(where)}: ")}{Palette.Plain(why)}");
    }
}
