using System.Diagnostics;
using NewsAlerts.Delivering;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Telemetry;

/// <summary>
/// The pipeline's spans: docs/observability.md lists them. Messages, and the rows that stand for them, carry the span in which they were made as a W3C
/// <c>traceparent</c>, so that one article's way is one trace, whichever hosts it passes. Without a listener nothing is made and nothing is carried.
/// </summary>
public static class Tracing
{
    /// <summary>The name of the source of spans, and of the meter.</summary>
    public const string Name = "NewsAlerts";

    /// <summary>What <c>messaging.system</c> says: the conventions have no name of their own for queues of a storage account.</summary>
    public const string MessagingSystem = "azure_queue_storage";

    public static ActivitySource Source { get; } = new(Name, typeof(Tracing).Assembly.GetName().Version?.ToString(3));

    /// <summary>The current span where it is the pipeline's own, and not one of the host around it.</summary>
    internal static Activity? Span => Activity.Current is { Source.Name: Name } span ? span : null;

    /// <summary>The current span as a <c>traceparent</c>; null where there is none.</summary>
    internal static string? TraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>A request that says in which span it was made. One that says so already, because it is sent again, stays as it is: its stage continues the trace that it began in.</summary>
    internal static StageRequest Carry(StageRequest request) =>
        request.TraceParent is null && TraceParent is { } made ? request with { TraceParent = made } : request;

    /// <summary>
    /// A stage's work on a message, as part of the trace in which the message was made. The span around it, which a host made for its own invocation,
    /// is linked; for a message without a trace it is the parent.
    /// </summary>
    internal static Activity? StartProcess(StageRequest request)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var carried = ActivityContext.TryParse(request.TraceParent, null, isRemote: true, out var parent);
        var span = Source.StartActivity(
            $"process {request.Stage}",
            ActivityKind.Consumer,
            parent,
            links: carried && Activity.Current is { } around ? [new ActivityLink(around.Context)] : null);
        span.SetDestination("process", request.Stage);
        return request switch
        {
            SummarizeRequest summarize => span?.SetTag("newsalerts.article.id", summarize.ArticleId.ToString()),
            RouteRequest route => span?.SetTag("newsalerts.article.id", route.ArticleId.ToString()).SetTag("newsalerts.shard", route.Shard),
            DeliverRequest deliver => span?.SetTag("newsalerts.digest.id", deliver.DigestId.ToString()),
            _ => span,
        };
    }

    /// <summary>A message on its way into a queue.</summary>
    public static Activity? StartSend(string queue)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var span = Source.StartActivity($"send {queue}", ActivityKind.Producer);
        span.SetDestination("send", queue);
        return span;
    }

    /// <summary>An attempt to deliver. Where to is nobody's business but the channel's.</summary>
    internal static Activity? StartDelivery(string channel, int attempt) => Source.HasListeners()
        ? Source.StartActivity($"send {channel}", ActivityKind.Client)?
            .SetTag("newsalerts.channel", channel)
            .SetTag("newsalerts.delivery.attempt", attempt)
        : null;

    /// <summary>
    /// The beginning of a trace of its own, whatever is current: a tick starts many digests, which have nothing else in common. What is current is
    /// linked. To be called in an asynchronous method of one piece of work, at whose end the caller's span is current again.
    /// </summary>
    internal static Activity? StartRoot(string name)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var around = Activity.Current;
        Activity.Current = null;
        var span = Source.StartActivity(name, ActivityKind.Internal, default(ActivityContext), links: around is null ? null : [new ActivityLink(around.Context)]);
        if (span is null)
        {
            Activity.Current = around;
        }

        return span;
    }

    /// <summary>Links the traces of what is joined here; those that are not understood are passed over.</summary>
    internal static void Link(this Activity? span, IEnumerable<string> traceParents)
    {
        if (span is null)
        {
            return;
        }

        foreach (var traceParent in traceParents)
        {
            if (ActivityContext.TryParse(traceParent, null, isRemote: true, out var context))
            {
                span.AddLink(new ActivityLink(context));
            }
        }
    }

    /// <summary>Marks a span as failed. By the exception's type only: its message may hold an address, or an article's words.</summary>
    public static void Fail(this Activity? span, Exception exception) =>
        span?.SetTag("error.type", exception.GetType().FullName).SetStatus(ActivityStatusCode.Error);

    private static void SetDestination(this Activity? span, string operation, string queue) => span?
        .SetTag("messaging.system", MessagingSystem)
        .SetTag("messaging.destination.name", queue)
        .SetTag("messaging.operation.name", operation)
        .SetTag("messaging.operation.type", operation);
}
