using NewsAlerts.Summarizing;
using OpenAI.Chat;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>Asks until the answer is in the agreed form, which may be once more, never twice.</summary>
internal sealed class Conversation(ModelRequests requests, ArticleAllowance allowance)
{
    public async Task<ConversationReply> AskAsync(ChatMessage[] messages, int mostPoints, CancellationToken cancellationToken)
    {
        var (reply, text) = await TryAsync(messages, mostPoints, cancellationToken);
        return reply is ConversationReply.Failed(ModelFailure.OffSchema)
            ? (await TryAsync([.. messages, .. Prompt.OffSchema(text, mostPoints)], mostPoints, cancellationToken)).Reply
            : reply;
    }

    public async Task<ConversationReply> AskOnceAsync(ChatMessage[] messages, int mostPoints, CancellationToken cancellationToken) =>
        (await TryAsync(messages, mostPoints, cancellationToken)).Reply;

    private async Task<(ConversationReply Reply, string Text)> TryAsync(ChatMessage[] messages, int mostPoints, CancellationToken cancellationToken) =>
        await requests.AskAsync(messages, allowance, cancellationToken) switch
        {
            ModelReply.Answered(var text) when ModelAnswer.TryParse(text, mostPoints) is { } answer => (new ConversationReply.Answered(answer, text), text),
            ModelReply.Answered(var text) => (new ConversationReply.Failed(ModelFailure.OffSchema), text),
            ModelReply.Failed failed => (new ConversationReply.Failed(failed.Why), string.Empty),
            _ => throw new InvalidOperationException("There is no other reply."),
        };
}

/// <summary>An answer in the agreed form, or why there is none.</summary>
internal abstract record ConversationReply
{
    private ConversationReply()
    {
    }

    /// <param name="Answer">What it says.</param>
    /// <param name="Text">The same as it came, for the next turn.</param>
    public sealed record Answered(ModelAnswer Answer, string Text) : ConversationReply;

    public sealed record Failed(ModelFailure Why) : ConversationReply;
}
