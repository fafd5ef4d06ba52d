using BitFaster.Caching.Lru;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing;

/// <summary>
/// The summaries that this host read last. One article is in the digests of many subscriptions, and a summary never changes once it is
/// written, so a copy is as good as the document.
/// </summary>
public sealed class RecentSummaries(ILibrary library)
{
    /// <summary>Some kilobytes each: tens of megabytes at most.</summary>
    private const int Capacity = 2_000;

    private readonly ConcurrentLru<ArticleId, Summary> _recent = new(Capacity);

    /// <summary>The summary of an article; null where the library has none, which is asked again the next time.</summary>
    public async Task<Summary?> FindAsync(ArticleId article, CancellationToken cancellationToken)
    {
        if (_recent.TryGet(article, out var known))
        {
            return known;
        }

        // Two that miss at the same moment both read: that costs less than to have one wait for the other's cancellation or failure.
        var summary = await library.FindSummaryAsync(article, cancellationToken);
        if (summary is not null)
        {
            _recent.AddOrUpdate(article, summary);
        }

        return summary;
    }
}
