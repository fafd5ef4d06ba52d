using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Routing;

namespace NewsAlerts.Functions;

/// <summary>Puts an article into the inbox of every matching subscription of a shard.</summary>
public sealed class RouteArticle(ArticleRouter router)
{
    [Function(nameof(RouteArticle))]
    public Task RunAsync(
        [QueueTrigger(Queues.Route, Connection = FunctionsApp.Connection)] RouteRequest request,
        CancellationToken cancellationToken) =>
        router.RouteAsync(request, cancellationToken);
}
