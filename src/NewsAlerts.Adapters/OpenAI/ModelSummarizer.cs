using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing;
using NewsAlerts.Summarizing.Embedded;
using OpenAI.Chat;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>
/// Condenses an article by a language model. Whatever it says is held to the article: a point that fails is asked for again once, with the
/// reasons, and then replaced by an extracted sentence.
/// </summary>
internal sealed class ModelSummarizer(
    ModelRequests requests,
    EmbeddedSummarizer embedded,
    SummarizingMetrics metrics,
    IOptions<OpenAIOptions> options,
    IOptions<SummarizeOptions> summarize,
    TimeProvider time) : IModelSummarizer
{
    private readonly OpenAIOptions _options = options.Value;
    private readonly int _points = summarize.Value.KeyPoints;

    public bool IsConfigured => _options.IsConfigured;

    public async ValueTask<ModelOutcome> SummarizeAsync(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (!IsConfigured)
        {
            return new ModelOutcome.NotMade(ModelFailure.Off);
        }

        using var timeout = new CancellationTokenSource(_options.ArticleTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await MakeAsync(article, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ModelOutcome.NotMade(ModelFailure.TimedOut);
        }
    }

    private async Task<ModelOutcome> MakeAsync(Article article, CancellationToken cancellationToken)
    {
        var marked = new MarkedArticle(article);
        var conversation = new Conversation(requests, new ArticleAllowance(_options.PerArticle));
        var condensed = await new LongArticle(marked, conversation, _options).CondenseAsync(article.Sentences.Count, cancellationToken);
        if (condensed is not LongArticle.Outcome.Fits(var sentences))
        {
            return new ModelOutcome.NotMade(((LongArticle.Outcome.Failed)condensed).Why);
        }

        var question = Prompt.Summarize(marked, sentences, _points);
        var extracted = await embedded.SummarizeAsync(article, cancellationToken);
        return await conversation.AskAsync(question, _points, cancellationToken) switch
        {
            ConversationReply.Failed(var why) => new ModelOutcome.NotMade(why),
            ConversationReply.Answered first => new ModelOutcome.Made(
                await VerifyAsync(new Draft(article, marked, extracted, _options.Model), question, first, conversation, cancellationToken)),
            _ => throw new InvalidOperationException("There is no other reply."),
        };
    }

    private async Task<Summary> VerifyAsync(
        Draft draft, IReadOnlyList<ChatMessage> question, ConversationReply.Answered first, Conversation conversation, CancellationToken cancellationToken)
    {
        draft.Read(first.Answer);
        var failed = draft.Failed;
        if (failed.Count > 0)
        {
            metrics.Ungrounded(_options.Model, failed.Count, GroundingAction.AskedAgain);
            ChatMessage[] again =
            [
                .. question,
                .. Prompt.Ungrounded(first.Text, failed.Select(point => (point.Number, string.Join("; ", point.Reasons))), failed.Count),
            ];
            if (await conversation.AskOnceAsync(again, failed.Count, cancellationToken) is ConversationReply.Answered second)
            {
                draft.Correct(second.Answer);
            }
        }

        metrics.Ungrounded(_options.Model, draft.Failed.Count, GroundingAction.Replaced);
        return draft.Finish();
    }
}
