using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NewsAlerts.Local.Demo;

/// <summary>Keeps the last warnings and errors, to be shown only if the demo fails: a live table and a log do not go together.</summary>
internal sealed class RecentWarnings : ILoggerProvider
{
    private const int Kept = 10;
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private void Keep(string line)
    {
        _lines.Enqueue(line);
        if (_lines.Count > Kept)
        {
            _lines.TryDequeue(out _);
        }
    }

    private sealed class Logger(RecentWarnings warnings) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                var cause = exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message.Split('\n', 2)[0].Trim()})";
                warnings.Keep(formatter(state, exception) + cause);
            }
        }
    }
}
