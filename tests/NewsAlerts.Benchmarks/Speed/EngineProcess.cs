using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace NewsAlerts.Benchmarks.Speed;

/// <summary>An engine's worker process on one core. It makes a pass over all articles whenever it is told to.</summary>
internal sealed class EngineProcess : IDisposable
{
    // Where the last core is anybody's, the first ones are where the system puts its own work.
    private static readonly int _core = Environment.ProcessorCount - 1;
    private readonly Process _process;

    private EngineProcess(Engine engine, Process process) => (Engine, _process) = (engine, process);

    public Engine Engine { get; }

    /// <summary>Whether workers are held to one core here; elsewhere the system moves them about.</summary>
    public static bool IsPinned => OperatingSystem.IsLinux();

    /// <param name="engine">Whose worker it is.</param>
    /// <param name="program">What to run.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static EngineProcess Start(Engine engine, string program, params IReadOnlyList<string> arguments)
    {
        IReadOnlyList<string> command = IsPinned ? ["taskset", "--cpu-list", $"{_core}", program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new EngineProcess(engine, Process.Start(start) ?? throw new Win32Exception($"{command[0]} did not start."));
    }

    /// <summary>One pass over all articles; returns the processor time that it took, all threads together, as the worker measured it.</summary>
    /// <exception cref="InvalidOperationException">The worker ended; what it had to say is on standard error.</exception>
    public async Task<TimeSpan> RunAsync()
    {
        await _process.StandardInput.WriteLineAsync("round");
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The worker of {Engine.Title} ended.");
        return TimeSpan.FromMilliseconds(double.Parse(answer, CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        // The end of its input ends a worker.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
