using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using Azure.AI.OpenAI.Chat;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Summarizing;
using OpenAI.Chat;
using Polly;
using Polly.CircuitBreaker;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>Sends requests to the model: within the budget, in time, again where that may help, and not at all while it is down.</summary>
internal sealed partial class ModelRequests(
    ModelChat chat,
    IModelSpend spend,
    ModelMetrics metrics,
    IOptions<OpenAIOptions> options,
    TimeProvider time,
    ILogger<ModelRequests> logger)
{
    private static readonly BinaryData EmptyForm = BinaryData.FromString("{}");

    private readonly OpenAIOptions _options = options.Value;
    private readonly ResiliencePipeline<ModelReply> _pipeline = ModelResilience.Pipeline(options.Value, time);

    public async Task<ModelReply> AskAsync(IReadOnlyList<ChatMessage> messages, ArticleAllowance allowance, CancellationToken cancellationToken)
    {
        var most = _options.Cost(TokenCount.Of(messages), _options.MaxOutputTokens);
        try
        {
            return await _pipeline.ExecuteAsync(async stop => await AttemptAsync(messages, most, allowance, stop), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return new ModelReply.Failed(ModelFailure.Resting);
        }
    }

    private async Task<ModelReply> AttemptAsync(
        IReadOnlyList<ChatMessage> messages, ModelCost most, ArticleAllowance allowance, CancellationToken cancellationToken)
    {
        if (!allowance.Allows(most))
        {
            return new ModelReply.Failed(ModelFailure.ArticleTooDear);
        }

        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!await spend.TryReserveAsync(day, most, _options.Daily, cancellationToken))
        {
            return new ModelReply.Failed(ModelFailure.OverBudget);
        }

        var (reply, actual) = await ObserveAsync(messages, most, cancellationToken);
        allowance.Take(actual);
        await SettleAsync(day, most, actual, cancellationToken);
        return reply;
    }

    /// <summary>The request itself, seen from outside.</summary>
    private async Task<(ModelReply Reply, ModelCost Cost)> ObserveAsync(
        IReadOnlyList<ChatMessage> messages, ModelCost most, CancellationToken cancellationToken)
    {
        using var span = metrics.Start();
        var began = time.GetTimestamp();
        var (reply, cost) = await SendAsync(messages, most, span, cancellationToken);
        metrics.Ended(span, began, (reply as ModelReply.Failed)?.Why, cost);
        return (reply, cost);
    }

    /// <returns>The reply and what it cost: everything that was set aside where nobody says, nothing where the model turned the request down.</returns>
    private async Task<(ModelReply Reply, ModelCost Cost)> SendAsync(
        IReadOnlyList<ChatMessage> messages, ModelCost most, Activity? span, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            ChatCompletion completion = await chat.Client.CompleteChatAsync(messages, Form(), either.Token);
            if (completion.Usage is not { } usage)
            {
                return (Read(completion), most);
            }

            metrics.Used(span, usage.InputTokenCount, usage.OutputTokenCount);
            return (Read(completion), _options.Cost(usage.InputTokenCount, usage.OutputTokenCount));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TimedOut(logger, _options.Timeout);
            return (new ModelReply.Failed(ModelFailure.TimedOut, IsPassing: true), most);
        }
        catch (ClientResultException ex) when (ex.Status != 0)
        {
            var failed = HttpFailure.Of(ex, time.GetUtcNow());
            Log.TurnedDown(logger, failed.Why, ex.Status);
            return (failed, default);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // No connection, one that broke off, or an answer that is not this API's.
            cancellationToken.ThrowIfCancellationRequested();
            Log.Broken(logger, ex.GetType().Name);
            var why = HttpFailure.Of(ex);
            return (new ModelReply.Failed(why, IsPassing: true), why is ModelFailure.Failed ? most : default);
        }
    }

    private ChatCompletionOptions Form()
    {
        // Read rather than made: the switch below throws on options that were made (Azure/azure-sdk-for-net#48287).
        var form = ModelReaderWriter.Read<ChatCompletionOptions>(EmptyForm)!;
        form.MaxOutputTokenCount = _options.MaxOutputTokens;
        form.ResponseFormat = ModelAnswer.Format;
        if (_options.IsAzure)
        {
            // Newer models refuse max_tokens, which is what the Azure client sends unless told otherwise; OpenAI's own sends the new name anyway.
#pragma warning disable AOAI001
            form.SetNewMaxCompletionTokensPropertyEnabled();
#pragma warning restore AOAI001
        }

        return form;
    }

    private static ModelReply Read(ChatCompletion completion) => completion switch
    {
        { FinishReason: ChatFinishReason.ContentFilter } => new ModelReply.Failed(ModelFailure.Filtered),
        { Refusal.Length: > 0 } => new ModelReply.Failed(ModelFailure.Refused),
        _ => new ModelReply.Answered(string.Concat(completion.Content.Select(part => part.Text))),
    };

    private async Task SettleAsync(DateOnly day, ModelCost most, ModelCost actual, CancellationToken cancellationToken)
    {
        try
        {
            await spend.SettleAsync(day, most, actual, cancellationToken);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // The answer is paid for and here. What was set aside stays counted, which is the safe side.
            Log.NotSettled(logger, ex.GetType().Name);
        }
    }

    /// <summary>Never what was asked or answered, nor an exception's message, which may quote either.</summary>
    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The model did not answer within {Timeout}.")]
        public static partial void TimedOut(ILogger logger, TimeSpan timeout);

        [LoggerMessage(2, LogLevel.Warning, "The model turned a request down: {Why}, HTTP {Status}.")]
        public static partial void TurnedDown(ILogger logger, ModelFailure why, int status);

        [LoggerMessage(3, LogLevel.Warning, "A request to the model failed: {Exception}.")]
        public static partial void Broken(ILogger logger, string exception);

        [LoggerMessage(4, LogLevel.Warning, "What a request to the model cost could not be written down, so what was set aside counts: {Exception}.")]
        public static partial void NotSettled(ILogger logger, string exception);
    }
}
