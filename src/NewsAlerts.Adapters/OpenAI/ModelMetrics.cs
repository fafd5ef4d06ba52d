using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using NewsAlerts.Summarizing;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>
/// What is measured and traced of requests to the model, by the semantic conventions for generative models. Never what was asked or answered.
/// </summary>
internal sealed class ModelMetrics
{
    private const double Millionth = 1e-6;

    private readonly TimeProvider _time;
    private readonly string _model;
    private readonly string _provider;
    private readonly Histogram<long> _tokens;
    private readonly Histogram<double> _duration;
    private readonly Counter<double> _cost;

    public ModelMetrics(IMeterFactory meters, IOptions<OpenAIOptions> options, TimeProvider time)
    {
        var meter = meters.Create(Tracing.Name);
        _time = time;
        _model = options.Value.Model;
        _provider = options.Value.IsAzure ? "azure.ai.openai" : "openai";
        _tokens = meter.CreateHistogram(
            "gen_ai.client.token.usage",
            "{token}",
            "Tokens of a request to the model.",
            advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576] });
        _duration = meter.CreateHistogram("gen_ai.client.operation.duration", "s", "How long a request to the model took.", advice: Buckets.Requests);
        _cost = meter.CreateCounter<double>("newsalerts.model.cost", "{currency}", "What the model cost, in the currency of the prices.");
    }

    /// <summary>A request begins.</summary>
    public Activity? Start() => Tracing.Source.HasListeners()
        ? Tracing.Source.StartActivity($"chat {_model}", ActivityKind.Client)?
            .SetTag("gen_ai.operation.name", "chat")
            .SetTag("gen_ai.provider.name", _provider)
            .SetTag("gen_ai.request.model", _model)
        : null;

    /// <summary>The model has said what it took.</summary>
    public void Used(Activity? span, int input, int output)
    {
        span?.SetTag("gen_ai.usage.input_tokens", input).SetTag("gen_ai.usage.output_tokens", output);
        if (_tokens.Enabled)
        {
            _tokens.Record(input, [.. Tags(), new("gen_ai.token.type", "input")]);
            _tokens.Record(output, [.. Tags(), new("gen_ai.token.type", "output")]);
        }
    }

    /// <summary>A request has ended.</summary>
    /// <param name="span">Its span.</param>
    /// <param name="began">A timestamp of the clock.</param>
    /// <param name="failure">Why it failed; null where it was answered.</param>
    /// <param name="cost">What it counts for.</param>
    public void Ended(Activity? span, long began, ModelFailure? failure, ModelCost cost)
    {
        var error = failure is { } why ? Tag.Of(why) : null;
        if (error is not null)
        {
            span?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
        }

        if (_duration.Enabled)
        {
            KeyValuePair<string, object?>[] tags = error is null ? Tags() : [.. Tags(), new("error.type", error)];
            _duration.Record(_time.GetElapsedTime(began).TotalSeconds, tags);
        }

        if (_cost.Enabled && cost.Money > 0)
        {
            _cost.Add(cost.Money * Millionth, new KeyValuePair<string, object?>("gen_ai.request.model", _model));
        }
    }

    private KeyValuePair<string, object?>[] Tags() =>
        [new("gen_ai.operation.name", "chat"), new("gen_ai.provider.name", _provider), new("gen_ai.request.model", _model)];
}
