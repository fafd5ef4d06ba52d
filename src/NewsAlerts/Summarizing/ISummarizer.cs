using NewsAlerts.Articles;

namespace NewsAlerts.Summarizing;

/// <summary>Condenses an article.</summary>
public interface ISummarizer
{
    /// <summary>The article's headline and key points. The same article always gives the same summary with the embedded engine.</summary>
    ValueTask<Summary> SummarizeAsync(Article article, CancellationToken cancellationToken);
}
