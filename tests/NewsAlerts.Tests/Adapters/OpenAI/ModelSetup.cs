using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsAlerts.Adapters.OpenAI;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Tests.Adapters.OpenAI;

/// <summary>The summariser as the hosts register it, with a model that is a <see cref="ModelServer"/>.</summary>
internal sealed class ModelSetup : IDisposable
{
    public const string Key = "sk-secret-5150";

    private readonly ServiceProvider _services;
    private readonly Recorder _log = new();

    public ModelSetup(ModelServer server, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["OpenAI:Endpoint"] = server.Address + "/v1",
                ["OpenAI:Model"] = "test-model",
                ["OpenAI:ApiKey"] = Key,
                ["OpenAI:Retries"] = "0",
                ["OpenAI:RetryDelay"] = "00:00:00.001",
                ["OpenAI:Timeout"] = "00:00:20",
            })
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        _services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log))
            .AddSummarizing(configuration)
            .AddOpenAI(configuration)
            .BuildServiceProvider();
    }

    public IReadOnlyCollection<string> Log => _log.Lines;

    /// <summary>What was spent in all, whatever the day.</summary>
    public ModelCost Spent
    {
        get
        {
            var spend = (ProcessSpend)_services.GetRequiredService<IModelSpend>();
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            return spend.On(today) + spend.On(today.AddDays(-1));
        }
    }

    public ValueTask<Summary> SummarizeAsync(Article article, CancellationToken cancellationToken = default) =>
        _services.GetRequiredService<ISummarizer>().SummarizeAsync(article, cancellationToken);

    public void Dispose() => _services.Dispose();

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
