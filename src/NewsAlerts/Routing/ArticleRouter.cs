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
        var active = await subscriptions.GetAsync(request.Shard, cancellationToken);
        var article = active.IsEmpty ? null : await FindArticleAsync(request.ArticleId, cancellationToken);
        var matching = article is null ? [] : active.Match(article);
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

        var missing = failed.Count + active.Newer;
        if (active.Newer > 0)
        {
            // Whether it matches them only a host of that version can tell, which finds it placed for all others.
            failed.Enqueue(new FormatException($"A newer version of NewsAlerts wrote {active.Newer} of the subscriptions. Upgrade the host, then it goes on."));
        }

        if (missing > 0)
        {
            throw new AggregateException($"Article {request.ArticleId} could not be placed for {missing} subscriptions of shard {request.Shard}.", failed);
        }

        Log.Routed(logger, request.ArticleId, added, matching.Count - added, request.Shard);
        await handover.FinishAsync(request, cancellationToken);
        if (article is not null)
        {
            stages.Reached(Stages.Route, article.Ingested);
        }
    }

    // Stored before anything asked to have it routed: where it is not there, something took it away.
    private async Task<Article> FindArticleAsync(ArticleId id, CancellationToken cancellationToken) =>
        await library.FindArticleAsync(id, cancellationToken)
        ?? throw new InvalidOperationException($"Article {id} is to be routed and is not in the library.");

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Information, "Article {ArticleId} went into {Added} inboxes of shard {Shard}; {Known} had seen it.")]
        public static partial void Routed(ILogger logger, ArticleId articleId, int added, int known, int shard);

        [LoggerMessage(3003, LogLevel.Error, "Article {ArticleId} could not be placed for {SubscriptionId}; its message comes again.")]
        public static partial void NotPlaced(ILogger logger, ArticleId articleId, SubscriptionId subscriptionId, Exception exception);
    }
}
