using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;

namespace NewsAlerts.Routing;

/// <summary>The stage Route: finds the subscriptions of a shard that an article matches, and has it placed for each.</summary>
public sealed partial class ArticleRouter(
    SubscriptionCache subscriptions,
    InboxPlacement placement,
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
                if (await placement.PlaceAsync(subscription, request.ArticleId, matched, stop))
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
