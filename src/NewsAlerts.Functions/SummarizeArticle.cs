using Microsoft.Azure.Functions.Worker;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Functions;

/// <summary>Condenses an article and verifies what it says.</summary>
public sealed class SummarizeArticle(ArticleSummarizer summarizer)
{
    [Function(nameof(SummarizeArticle))]
    public Task RunAsync(
        [QueueTrigger(Queues.Summarize, Connection = FunctionsApp.Connection)] SummarizeRequest request,
        CancellationToken cancellationToken) =>
        summarizer.SummarizeAsync(request, cancellationToken);
}
