using System.Globalization;
using NewsAlerts.Chaos.Hosts;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.Chaos;

internal static class Program
{
    /// <summary>What a host is started with: the ticks that its clock is ahead, and the file of its log.</summary>
    public const string HostPart = "host";

    private static Task<int> Main(string[] args) =>
        args is [HostPart, var ahead, var log]
            ? RunHostAsync(TimeSpan.FromTicks(long.Parse(ahead, CultureInfo.InvariantCulture)), log)
            : ChaosCommand.Create().Parse(args).InvokeAsync();

    /// <summary>The command <c>newsalerts run</c>, with a clock of its own. It lives no longer than who holds its standard input.</summary>
    private static async Task<int> RunHostAsync(TimeSpan ahead, string log)
    {
        await using var file = new StreamWriter(new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        var writer = TextWriter.Synchronized(file);
        Console.SetOut(writer);
        Console.SetError(writer);
        _ = EndWithStandardInputAsync();
        return await AllCommands.Create(new CommandContext { Time = new SkewedClock(ahead) }).InvokeAsync(["run", "--verbose"]);
    }

    private static async Task EndWithStandardInputAsync()
    {
        await using var input = Console.OpenStandardInput();
        while (await input.ReadAsync(new byte[1]) > 0)
        {
        }

        Environment.Exit(3);
    }
}
