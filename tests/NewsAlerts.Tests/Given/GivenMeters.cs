using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Tests.Given;

/// <summary>Meters of a test's own.</summary>
internal static class GivenMeters
{
    /// <summary>For what a test makes by hand.</summary>
    public static IMeterFactory Factory() => new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    public static StageMetrics Stages() => new(Factory(), TimeProvider.System);

    /// <summary>Everything that the pipeline and its adapters register, on a storage account that nobody calls.</summary>
    public static ServiceProvider Pipeline()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage"] = "UseDevelopmentStorage=true",
                ["OpenAI:Endpoint"] = "http://127.0.0.1:1/v1",
                ["OpenAI:Model"] = "model",
            })
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddNewsAlerts(configuration)
            .AddNewsAlertsAdapters(configuration)
            .BuildServiceProvider();
    }
}

/// <summary>Hears what the meters of one container say, and of no other.</summary>
internal sealed class HeardMeasurements : IDisposable
{
    private readonly MeterListener _listener = new();

    public HeardMeasurements(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == factory && instrument.Meter.Name == Tracing.Name)
            {
                Instruments.Add(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Heard.Add(new(instrument.Name, value, [.. tags])));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Heard.Add(new(instrument.Name, value, [.. tags])));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Heard.Add(new(instrument.Name, value, [.. tags])));
        _listener.Start();
    }

    public List<Instrument> Instruments { get; } = [];

    public List<Measurement> Heard { get; } = [];

    public void Dispose() => _listener.Dispose();

    internal sealed record Measurement(string Name, double Value, IReadOnlyList<KeyValuePair<string, object?>> Tags);
}
