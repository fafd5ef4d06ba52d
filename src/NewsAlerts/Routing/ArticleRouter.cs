using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Routing;

/// <summary>The stage Route: finds the subscriptions of a shard that an article matches, and has it placed for each.</summary>
public sealed partial class ArticleRouter(
    SubscriptionCache subscriptions,
    ILibrary library,
    InboxPlacement placement,
    Handover handover,
    StageMetrics stages,
    IOptions<RoutingOptions> options,
    TimeProvider time,
    ILogger<ArticleRouter> logger)
{
    public Task RouteAsync(RouteRequest request, CancellationToken cancellationToken) => stages.ProcessAsync(request, PlaceAsync, cancellationToken);

    private async Task PlaceAsync(RouteRequest request, CancellationToken cancellationToken)
    {
        var (matching, article) = await MatchingAsync(request, cancellationToken);
        var matched = new MatchedArticle(request.ArticleId, article?.Citation.Language ?? "und", time.GetUtcNow()) { TraceParent = Tracing.TraceParent };
        var added = 0;
        var failed = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(
            matching,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = cancellationToken },
            async (subscription, stop) =>
            {
                try
                {
                    if (await placement.PlaceAsync(subscription, matched, stop))
                    {
                        Interlocked.Increment(ref added);
                    }
                }
                catch (Exception ex) when (ex is not OperationCanceledException)
                {
                    // The others get theirs now; this one when the message comes again.
                    Log.NotPlaced(logger, request.ArticleId, subscription.Id, ex);
                    failed.Enqueue(ex);
                }
            });

        if (!failed.IsEmpty)
        {
            throw new AggregateException($"Article {request.ArticleId} could not be placed for {failed.Count} subscriptions of shard {request.Shard}.", failed);
        }

        Log.Routed(logger, request.ArticleId, added, matching.Count - added, request.Shard);
        await handover.FinishAsync(request, cancellationToken);
        if (article is not null)
        {
            stages.Reached(Stages.Route, article.Ingested);
        }
    }

    /// <summary>The subscriptions that the article matches, and the article; null where there is no subscription that it could match.</summary>
    private async Task<(IReadOnlyList<Subscription> Matching, Article? Article)> MatchingAsync(RouteRequest request, CancellationToken cancellationToken)
    {
        var active = await subscriptions.GetAsync(request.Shard, cancellationToken);
        if (active.IsEmpty)
        {
            return ([], null);
        }

        // Stored before anything asked to have it routed: where it is not there, something took it away.
        var article = await library.FindArticleAsync(request.ArticleId, cancellationToken)
            ?? throw new InvalidOperationException($"Article {request.ArticleId} is to be routed and is not in the library.");
        return (active.Match(article), article);
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Information, "Article {ArticleId} went into {Added} inboxes of shard {Shard}; {Known} had seen it.")]
        public static partial void Routed(ILogger logger, ArticleId articleId, int added, int known, int shard);

        [LoggerMessage(3003, LogLevel.Error, "Article {ArticleId} could not be placed for {SubscriptionId}; its message comes again.")]
        public static partial void NotPlaced(ILogger logger, ArticleId articleId, SubscriptionId subscriptionId, Exception exception);
    }
}
