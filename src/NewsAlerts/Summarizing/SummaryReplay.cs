using Microsoft.Extensions.Logging;
using NewsAlerts.Articles;
using NewsAlerts.Summarizing.Embedded;

namespace NewsAlerts.Summarizing;

/// <summary>
/// Condenses articles anew that have a summary, for instance after the summariser got better. What comes out otherwise is stored beside what it
/// replaces, and is what is found from then on. Nothing else follows: what was decided in inboxes stands, and what is frozen is never rebuilt.
/// </summary>
public sealed partial class SummaryReplay(ILibrary library, IArchive archive, ISummarizer summarizer, Handover handover, ILogger<SummaryReplay> logger)
{
    /// <param name="id">The article.</param>
    /// <param name="dryRun">Whether only to tell what would come of it; nothing is written then.</param>
    /// <param name="evenWithoutModel">Whether a model's summary may be replaced by the embedded summariser's.</param>
    /// <param name="cancellationToken">Stops between two steps; each may be repeated.</param>
    public async Task<ReplayOutcome> ReplayAsync(ArticleId id, bool dryRun, bool evenWithoutModel, CancellationToken cancellationToken)
    {
        if (await library.FindArticleAsync(id, cancellationToken) is not { } article)
        {
            return new ReplayOutcome.NoArticle();
        }

        Summary? made = null;
        while (true)
        {
            if (await library.FindSummaryAsync(id, cancellationToken) is not { } before)
            {
                return await StartAsync(id, dryRun, cancellationToken);
            }

            // Made once, however often somebody else is faster: a model's answer costs money.
            made ??= UngroundedPoints.Replace(article, await summarizer.SummarizeAsync(article, cancellationToken)) with { Ingested = article.Ingested };
            var after = made with { Replaces = before.Revision };
            if (after.SaysTheSameAs(before))
            {
                await ArchiveAsync(article, before, dryRun || before.Replaces is null, cancellationToken);
                return new ReplayOutcome.Same(before);
            }

            if (before.Engine != EmbeddedSummarizer.Engine && after.Engine == EmbeddedSummarizer.Engine && !evenWithoutModel)
            {
                return new ReplayOutcome.Kept(before, after);
            }

            if (dryRun || await library.TryReplaceAsync(after, cancellationToken))
            {
                await ArchiveAsync(article, after, dryRun, cancellationToken);
                Log.Replayed(logger, id, after.Revision, after.Engine, dryRun);
                return new ReplayOutcome.Replaced(before, after);
            }
        }
    }

    /// <summary>What was never summarised goes the way that it would have gone.</summary>
    private async Task<ReplayOutcome> StartAsync(ArticleId id, bool dryRun, CancellationToken cancellationToken)
    {
        if (!dryRun)
        {
            await handover.StartAsync(new SummarizeRequest(id), cancellationToken);
        }

        return new ReplayOutcome.NotSummarized();
    }

    /// <summary>Also for one that was stored before: whoever did may have been killed before this.</summary>
    private Task ArchiveAsync(Article article, Summary summary, bool isInIt, CancellationToken cancellationToken) => isInIt
        ? Task.CompletedTask
        : archive.AddAsync(ArchiveEntry.Of(article, summary), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Information, "Article {ArticleId} was condensed anew: revision {Revision}, by {Engine}; only tried: {DryRun}.")]
        public static partial void Replayed(ILogger logger, ArticleId articleId, int revision, string engine, bool dryRun);
    }
}

/// <summary>What came of condensing an article anew.</summary>
public abstract record ReplayOutcome
{
    private ReplayOutcome()
    {
    }

    /// <summary>It has a new summary, or would have.</summary>
    public sealed record Replaced(Summary Before, Summary After) : ReplayOutcome;

    /// <summary>It came out as it was.</summary>
    public sealed record Same(Summary Summary) : ReplayOutcome;

    /// <summary>A model had made it, and no model could make the new one, which is not stored.</summary>
    public sealed record Kept(Summary Before, Summary NotTaken) : ReplayOutcome;

    /// <summary>It has none yet; its stage is started.</summary>
    public sealed record NotSummarized : ReplayOutcome;

    /// <summary>The library has no such article.</summary>
    public sealed record NoArticle : ReplayOutcome;
}
