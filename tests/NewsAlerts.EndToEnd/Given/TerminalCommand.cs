using System.Diagnostics;
using System.Text;

namespace NewsAlerts.EndToEnd.Given;

/// <summary>The command <c>newsalerts</c> with somebody at a terminal: util-linux's <c>script</c> gives it one.</summary>
internal sealed class TerminalCommand : IAsyncDisposable
{
    private const string Script = "/usr/bin/script";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _screen = new();

    private TerminalCommand(Process process) => _process = process;

    /// <summary>Skips the test where there is no such <c>script</c>.</summary>
    public static TerminalCommand Start(string folder, IEnumerable<(string Key, string Value)> settings, params string[] arguments)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists(Script), "There is no util-linux `script` here, which gives a command a terminal.");
        var program = Path.Combine(AppContext.BaseDirectory, "NewsAlerts.Local.dll");
        var line = string.Join(' ', new[] { "dotnet", program }.Concat(arguments).Select(word => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'"));
        var start = new ProcessStartInfo(Script, ["--quiet", "--return", "--command", line, "/dev/null"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return new TerminalCommand(Process.Start(start)!);
    }

    /// <summary>Reads on until the screen has shown a text.</summary>
    public async Task SeeAsync(string text)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (!_screen.ToString().Contains(text, StringComparison.Ordinal))
        {
            Assert.True(await ReadAsync(timeout.Token), $"It ended without showing '{text}': {_screen}");
        }
    }

    /// <summary>Types a line.</summary>
    public async Task TypeAsync(string line)
    {
        await _process.StandardInput.WriteAsync(line + "\r");
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for its end; all that the screen has shown.</summary>
    public async Task<(int ExitCode, string Screen)> EndAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (await ReadAsync(timeout.Token))
        {
        }

        await _process.WaitForExitAsync(timeout.Token);
        return (_process.ExitCode, _screen.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new char[1_024];
        var read = await _process.StandardOutput.ReadAsync(buffer, cancellationToken);
        _screen.Append(buffer, 0, read);
        return read > 0;
    }
}
