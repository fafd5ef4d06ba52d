using BitFaster.Caching.Lru;
using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing;

/// <summary>
/// The summaries that this host read last. One article is in the digests of many subscriptions, which are frozen within minutes of each other; and a
/// summary is replaced so rarely that the one of a minute ago is as good as the document.
/// </summary>
public sealed class RecentSummaries(ILibrary library, TimeProvider time)
{
    /// <summary>Some kilobytes each: tens of megabytes at most.</summary>
    private const int Capacity = 2_000;

    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(1);

    private readonly ConcurrentLru<ArticleId, (Summary Summary, DateTimeOffset Read)> _recent = new(Capacity);

    /// <summary>The summary of an article, at most a minute old; null where the library has none, which is asked again the next time.</summary>
    public async Task<Summary?> FindAsync(ArticleId article, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_recent.TryGet(article, out var known) && now - known.Read < Recent)
        {
            return known.Summary;
        }

        // Two that miss at the same moment both read: that costs less than to have one wait for the other's cancellation or failure.
        var summary = await library.FindSummaryAsync(article, cancellationToken);
        if (summary is not null)
        {
            _recent.AddOrUpdate(article, (summary, now));
        }

        return summary;
    }
}
