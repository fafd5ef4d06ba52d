using NewsAlerts.Summarizing;

namespace NewsAlerts.Adapters.OpenAI;

/// <summary>
/// Brings an article down to what one request can hold: parts of whole sentences are condensed one by one, and the sentences that the parts'
/// key points rest on stand for the article from then on. What the model says about a part is never the source of anything.
/// </summary>
internal sealed class LongArticle(MarkedArticle article, Conversation conversation, OpenAIOptions options)
{
    /// <summary>As many as a summary can have.</summary>
    private const int PointsOfPart = 5;

    /// <summary>Each round leaves a small fraction of the one before: more than this is not an article.</summary>
    private const int MostRounds = 4;

    public async Task<Outcome> CondenseAsync(int sentences, CancellationToken cancellationToken)
    {
        IReadOnlyList<int> numbers = [.. Enumerable.Range(0, sentences)];
        for (var round = 0; round < MostRounds; round++)
        {
            var parts = Split(numbers);
            if (parts.Count == 1)
            {
                return new Outcome.Fits(numbers);
            }

            if (!options.Cost(parts.Sum(part => part.Tokens), 0).IsWithin(options.PerArticle))
            {
                return new Outcome.Failed(ModelFailure.ArticleTooDear);
            }

            var kept = new SortedSet<int>();
            foreach (var (part, _) in parts)
            {
                switch (await conversation.AskAsync(Prompt.Summarize(article, part, PointsOfPart), PointsOfPart, cancellationToken))
                {
                    case ConversationReply.Answered reply:
                        kept.UnionWith(reply.Answer.KeyPoints.SelectMany(point => point.Evidence).Intersect(part));
                        break;
                    case ConversationReply.Failed(var why):
                        return new Outcome.Failed(why);
                    default:
                        throw new InvalidOperationException("There is no other reply.");
                }
            }

            if (kept.Count == 0)
            {
                return new Outcome.Failed(ModelFailure.OffSchema);
            }

            numbers = [.. kept];
        }

        return new Outcome.Failed(ModelFailure.ArticleTooDear);
    }

    private List<(List<int> Sentences, int Tokens)> Split(IReadOnlyList<int> numbers)
    {
        var overhead = TokenCount.Of(Prompt.Summarize(article, [], PointsOfPart));
        var parts = new List<(List<int> Sentences, int Tokens)> { ([], overhead) };
        foreach (var number in numbers)
        {
            var tokens = TokenCount.Of(article.Line(number));
            if (parts[^1].Sentences.Count > 0 && parts[^1].Tokens + tokens > options.MaxInputTokens)
            {
                parts.Add(([], overhead));
            }

            parts[^1].Sentences.Add(number);
            parts[^1] = (parts[^1].Sentences, parts[^1].Tokens + tokens);
        }

        return parts;
    }

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Sentences">What stands for the article in one request.</param>
        public sealed record Fits(IReadOnlyList<int> Sentences) : Outcome;

        public sealed record Failed(ModelFailure Why) : Outcome;
    }
}
