using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace NewsAlerts.Local.Terminal;

/// <summary>Writes logs for people: the time, a mark where something is wrong, the stage, the sentence. Details of exceptions only at debug level.</summary>
internal sealed class ScreenLogger(IAnsiConsole console, TimeProvider time, bool verbose) : ILoggerProvider
{
    private readonly Lock _lock = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, StageOf(categoryName));

    public void Dispose()
    {
    }

    /// <summary>"NewsAlerts.Summarizing.ArticleSummarizer" is of "summarizing".</summary>
    private static string StageOf(string category) => category.Split('.') switch
    {
        ["NewsAlerts", "Local", var part, ..] => part.ToLowerInvariant(),
        ["NewsAlerts", "Adapters", var part, ..] => part.ToLowerInvariant(),
        ["NewsAlerts", var stage, ..] => stage.ToLowerInvariant(),
        [.., var last] => last,
        _ => category,
    };

    private void Write(string stage, LogLevel level, string message, Exception? exception)
    {
        var line = $"{Palette.Quiet(time.GetLocalNow().ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture))} {Mark(level)} {Palette.Quiet(stage.PadRight(11))} {Markup.Escape(message)}";
        if (exception is not null && !verbose)
        {
            line += $" {Palette.Quiet($"{exception.GetType().Name}: {exception.Message.Split('\n', 2)[0].Trim()}")}";
        }

        lock (_lock)
        {
            console.MarkupLine(line);
            if (exception is not null && verbose)
            {
                console.WriteLine(exception.ToString());
            }
        }
    }

    private static string Mark(LogLevel level) => level switch
    {
        LogLevel.Critical or LogLevel.Error => Palette.Failed,
        LogLevel.Warning => $"[{Palette.Warn}]![/]",
        _ => " ",
    };

    private sealed class Logger(ScreenLogger screen, string stage) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            screen.Write(stage, logLevel, formatter(state, exception), exception);
    }
}
