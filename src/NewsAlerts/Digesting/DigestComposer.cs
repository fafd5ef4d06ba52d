using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Digesting;

/// <summary>Puts a digest together: the latest articles with their key points, as many as it may hold, and the rest counted and linked.</summary>
public sealed class DigestComposer(RecentSummaries summaries, IFailures failures, IOptions<DigestOptions> options, TimeProvider time)
{
    private const int ReadParallelism = 16;

    /// <summary>The digest of <paramref name="waiting"/>, which is in the order in which it was matched; null where no article has a summary.</summary>
    public async Task<Digest?> ComposeAsync(DigestId id, Subscription subscription, IReadOnlyList<PendingItem> waiting, CancellationToken cancellationToken)
    {
        // A missing summary leaves room for an older article, so what is asked for is what may be shown and named.
        var most = subscription.MaxItems ?? options.Value.MaxItems;
        var read = await ReadAsync(id, [.. waiting.TakeLast(most + DigestRest.MostTitles)], cancellationToken);
        if (read.Count == 0)
        {
            return null;
        }

        List<Summary> items = [.. read.TakeLast(most)];
        List<Summary> named = [.. read.SkipLast(items.Count)];
        var unread = waiting.Count - Math.Min(waiting.Count, most + DigestRest.MostTitles);
        return new Digest
        {
            Id = id,
            Title = subscription.Name,
            TimeZone = subscription.TimeZone,
            Frozen = time.GetUtcNow(),
            Rule = subscription.Rule?.ToString(),
            Items = items,
            Rest = named.Count + unread > 0 ? new DigestRest(named.Count + unread, [.. named.Select(Title)]) : null,
            Settles = waiting,
            TraceParents = TracesOf(items, waiting),
        };
    }

    /// <summary>The latest, where there are too many.</summary>
    private static List<string>? TracesOf(List<Summary> items, IReadOnlyList<PendingItem> waiting)
    {
        var shown = items.Select(item => item.ArticleId).ToHashSet();
        List<string> traces = [.. waiting.Where(item => item.TraceParent is not null && shown.Contains(item.ArticleId)).Select(item => item.TraceParent!).TakeLast(Digest.MostTraces)];
        return traces.Count == 0 ? null : traces;
    }

    private async Task<IReadOnlyList<Summary>> ReadAsync(DigestId id, IReadOnlyList<PendingItem> items, CancellationToken cancellationToken)
    {
        var read = new Summary?[items.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, read.Length),
            new ParallelOptions { MaxDegreeOfParallelism = ReadParallelism, CancellationToken = cancellationToken },
            async (i, stop) =>
            {
                read[i] = await summaries.FindAsync(items[i].ArticleId, stop);
                if (read[i] is null)
                {
                    await failures.AddAsync(NoSummary(id, items[i].ArticleId), stop);
                }
            });

        return [.. read.OfType<Summary>()];
    }

    private static DigestTitle Title(Summary summary) =>
        new(summary.ArticleId, summary.Headline, summary.Citation.Language, summary.Citation.Source, summary.Citation.Url);

    private Failure NoSummary(DigestId digest, ArticleId article) => new()
    {
        Stage = Stages.Deliver,
        Key = $"{digest}-{article}",
        Reason = "NoSummary",
        Detail = $"Digest {digest} should hold article {article}, but the library has no summary of it.",
        Remedy = "Something deleted it from the container library. Drop the original again.",
        Subject = article.ToString(),
        At = time.GetUtcNow(),
    };
}
