using System.Diagnostics;
using System.Globalization;

namespace NewsAlerts.Chaos.Hosts;

/// <summary>A process of the command <c>newsalerts run</c>, with a clock of its own (<see cref="Program"/>).</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts it in a folder, with its log appended to a file.</summary>
    /// <param name="program">The rig's program, of this version or another.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="log">Its log.</param>
    /// <param name="clock">How far its clock is ahead.</param>
    /// <param name="settings">Environment variables.</param>
    public static HostProcess Start(string program, string folder, string log, TimeSpan clock, IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program, Program.HostPart, clock.Ticks.ToString(CultureInfo.InvariantCulture), log },
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: it does nothing at all, and does not know.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task ContinueAsync() => SignalAsync("CONT");

    /// <summary>SIGTERM, and its end; SIGKILL where that does not come in time. Whether it came by itself.</summary>
    public async Task<bool> StopAsync()
    {
        await SignalAsync("TERM");
        using var timeout = new CancellationTokenSource(StopTimeout, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(timeout.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
            return false;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
