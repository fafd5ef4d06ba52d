using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;

namespace NewsAlerts.Routing;

/// <summary>The stage Route: puts an article into the inbox of every subscription of a shard that matches it. For now, all do.</summary>
public sealed partial class ArticleRouter(
    SubscriptionCache subscriptions,
    IInboxes inboxes,
    Handover handover,
    IOptions<RoutingOptions> options,
    TimeProvider time,
    ILogger<ArticleRouter> logger)
{
    public async Task RouteAsync(RouteRequest request, CancellationToken cancellationToken)
    {
        var matching = await subscriptions.GetAsync(request.Shard, cancellationToken);
        var matched = time.GetUtcNow();
        var added = 0;
        await Parallel.ForEachAsync(
            matching,
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = cancellationToken },
            async (subscription, stop) =>
            {
                if (await inboxes.TryAddAsync(subscription.Id, request.ArticleId, matched, stop))
                {
                    Interlocked.Increment(ref added);
                }
            });

        Log.Routed(logger, request.ArticleId, added, matching.Count - added, request.Shard);
        await handover.FinishAsync(request, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Information, "Article {ArticleId} went into {Added} inboxes of shard {Shard}; {Known} had seen it.")]
        public static partial void Routed(ILogger logger, ArticleId articleId, int added, int known, int shard);
    }
}
