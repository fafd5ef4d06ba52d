using NewsAlerts.Articles;

namespace NewsAlerts.Routing;

/// <summary>Decides what becomes of an article that a subscription has matched, and writes the decision down once.</summary>
public sealed class InboxPlacement(IInboxes inboxes)
{
    /// <returns>False where the article has been there before, and the first decision stands.</returns>
    public Task<bool> PlaceAsync(Subscription subscription, ArticleId article, DateTimeOffset matched, CancellationToken cancellationToken) =>
        inboxes.TryAddAsync(subscription.Id, article, matched, cancellationToken);
}
