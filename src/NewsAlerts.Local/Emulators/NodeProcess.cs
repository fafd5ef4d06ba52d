using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace NewsAlerts.Local.Emulators;

/// <summary>An emulator's process under emulator.cjs, which ends it when our end of its standard input closes: also when we are killed.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private const int KeptLines = 20;
    private readonly Process _process;
    private readonly TimeSpan _stopTimeout;
    private readonly TimeProvider _timeProvider;
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ImmutableArray<ListeningPort>> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _expectedPorts;
    private readonly Lock _lock = new();
    private readonly Queue<string> _lastLines = new();
    private ImmutableArray<ListeningPort> _ports = [];
    private bool _disposed;

    private NodeProcess(ProcessStartInfo start, int expectedPorts, TimeSpan stopTimeout, TimeProvider timeProvider)
    {
        _expectedPorts = expectedPorts;
        _stopTimeout = stopTimeout;
        _timeProvider = timeProvider;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
        _process.Exited += (_, _) => _exited.TrySetResult();
    }

    /// <summary>Completes when the process has ended, for whatever reason.</summary>
    public Task Exited => _exited.Task;

    public int Id => _process.Id;

    /// <summary>What it said last, for an error message.</summary>
    public string LastOutput
    {
        get
        {
            lock (_lock)
            {
                return _lastLines.Count == 0 ? "(no output)" : string.Join(Environment.NewLine, _lastLines);
            }
        }
    }

    public static NodeProcess Start(
        string node, IEnumerable<string> arguments, string workingFolder, int expectedPorts, TimeSpan stopTimeout, TimeProvider timeProvider)
    {
        var start = new ProcessStartInfo(node, [EmulatorPackages.Bundled("emulator.cjs"), .. arguments])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        var process = new NodeProcess(start, expectedPorts, stopTimeout, timeProvider);
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>The ports it listens on, in the order in which it opened them.</summary>
    /// <exception cref="EmulatorException">It ended before it listened.</exception>
    public async Task<ImmutableArray<ListeningPort>> ListeningAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(_listening.Task, Exited).WaitAsync(cancellationToken);
        return _listening.Task.IsCompleted
            ? await _listening.Task
            : throw new EmulatorException($"The process ended with code {_process.ExitCode}.");
    }

    /// <summary>Lets it put its data away, then kills what is left of it. <see cref="LastOutput"/> is complete afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        _process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(_stopTimeout, _timeProvider);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            if (line.Split(' ') is ["listening", var kind, var port] && int.TryParse(port, CultureInfo.InvariantCulture, out var number))
            {
                _ports = _ports.Add(new ListeningPort(kind == "http", number));
                if (_ports.Length == _expectedPorts)
                {
                    _listening.TrySetResult(_ports);
                }

                return;
            }

            _lastLines.Enqueue(line);
            if (_lastLines.Count > KeptLines)
            {
                _lastLines.Dequeue();
            }
        }
    }
}

/// <param name="IsHttp">Whether a web server listens there, or another kind.</param>
/// <param name="Number">The port.</param>
internal readonly record struct ListeningPort(bool IsHttp, int Number);
