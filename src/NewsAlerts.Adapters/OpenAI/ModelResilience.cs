using NewsAlerts.Summarizing;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>When a request is sent again, and when the model is left alone.</summary>
internal static class ModelResilience
{
    /// <summary>The circuit is inside the retries: each attempt counts, and once it is open none is waited for.</summary>
    public static ResiliencePipeline<ModelReply> Pipeline(OpenAIOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<ModelReply> { TimeProvider = time };
        if (options.Retries > 0)
        {
            builder.AddRetry(Retry(options));
        }

        return builder.AddCircuitBreaker(Circuit(options)).Build();
    }

    private static RetryStrategyOptions<ModelReply> Retry(OpenAIOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Result is ModelReply.Failed { IsPassing: true } failed && (failed.RetryAfter ?? TimeSpan.Zero) <= options.LongestRetryAfter),
        DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Result as ModelReply.Failed)?.RetryAfter),
    };

    private static CircuitBreakerStrategyOptions<ModelReply> Circuit(OpenAIOptions options) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = 8,
        SamplingDuration = TimeSpan.FromMinutes(1),
        BreakDuration = options.Rest,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Result is ModelReply.Failed
            {
                Why: ModelFailure.Busy or ModelFailure.Failed or ModelFailure.TimedOut or ModelFailure.Unreachable or ModelFailure.Denied or ModelFailure.NotFound or ModelFailure.Unpaid,
            }),
    };
}
