using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Routing;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Summarizing;

/// <summary>The stage Summarize: condenses an article once, enters it into the archive, and hands it to every shard.</summary>
public sealed partial class ArticleSummarizer(
    ILibrary library,
    IArchive archive,
    ISummarizer summarizer,
    Handover handover,
    StageMetrics stages,
    SummarizingMetrics metrics,
    IOptions<RoutingOptions> routing,
    ILogger<ArticleSummarizer> logger)
{
    public Task SummarizeAsync(SummarizeRequest request, CancellationToken cancellationToken) =>
        stages.ProcessAsync(request, CondenseAsync, cancellationToken);

    private async Task CondenseAsync(SummarizeRequest request, CancellationToken cancellationToken)
    {
        // A crash between announcing an article and storing it leaves a request without one; its original is still in the inbox.
        var summary = await library.FindSummaryAsync(request.ArticleId, cancellationToken);
        var article = await library.FindArticleAsync(request.ArticleId, cancellationToken);
        if (article is null)
        {
            Log.NoArticle(logger, request.ArticleId);
            await handover.FinishAsync(request, cancellationToken);
            return;
        }

        summary ??= await MakeAsync(article, cancellationToken);
        await archive.AddAsync(ArchiveEntry.Of(article, summary), cancellationToken);

        var shards = Enumerable.Range(0, routing.Value.Shards).Select(shard => new RouteRequest(article.Id, shard));
        await handover.PassOnAsync(request, [.. shards], cancellationToken);
        Tracing.Span?.SetTag("newsalerts.engine", summary.Engine);
        stages.Reached(Stages.Summarize, article.Ingested);
    }

    private async Task<Summary> MakeAsync(Article article, CancellationToken cancellationToken)
    {
        var written = await summarizer.SummarizeAsync(article, cancellationToken);
        var summary = UngroundedPoints.Replace(article, written) with { Ingested = article.Ingested };

        // A note for each key point that was replaced.
        metrics.Ungrounded(written.Engine, summary.Notes.Count - written.Notes.Count, GroundingAction.Replaced);
        if (await library.TryAddAsync(summary, cancellationToken))
        {
            Log.Summarized(logger, article.Id, summary.KeyPoints.Count, summary.Engine);
            return summary;
        }

        // Another host was faster: its summary is the one that everybody sees.
        return await library.FindSummaryAsync(article.Id, cancellationToken) ?? summary;
    }

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Information, "Article {ArticleId} has {KeyPoints} key points, made by {Engine}.")]
        public static partial void Summarized(ILogger logger, ArticleId articleId, int keyPoints, string engine);

        [LoggerMessage(2002, LogLevel.Warning, "Article {ArticleId} is to be summarised, but the library has none of that id.")]
        public static partial void NoArticle(ILogger logger, ArticleId articleId);
    }
}
