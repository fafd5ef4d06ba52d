using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Digesting;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;

namespace NewsAlerts.Local.Operating;

/// <summary>What a subscription would be sent next, and what it is not sent, and why. Changes nothing.</summary>
internal sealed class SubscriptionPreview(
    ISubscriptions subscriptions, IInboxes inboxes, IArchive archive, RecentSummaries summaries, IOptions<DigestOptions> options, TimeProvider time)
{
    /// <summary>How far back is looked for what was left out.</summary>
    public static readonly TimeSpan LooksBack = TimeSpan.FromDays(7);

    /// <summary>As many of the latest articles as are looked at for what was left out.</summary>
    private const int MostArticles = 1_000;

    public async Task<PreviewedIssues> OfAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - LooksBack;
        var decided = await inboxes.ListAsync(subscription.Id, since, cancellationToken).ToDictionaryAsync(entry => entry.ArticleId, cancellationToken: cancellationToken);
        var pending = await inboxes.ListPendingAsync(subscription.Id, DateTimeOffset.MaxValue, DigestFreezer.MostSettled, cancellationToken);
        var held = await inboxes.ListHeldAsync(subscription.Id, DigestFreezer.MostSettled, cancellationToken);
        var most = subscription.MaxItems ?? options.Value.MaxItems;
        return new PreviewedIssues
        {
            Digest = await IssueAsync(await subscriptions.FindDueAsync(subscription.Id, cancellationToken), pending, most, decided, cancellationToken),
            RoundUp = await IssueAsync((await inboxes.ReadAllowanceAsync(subscription.Id, cancellationToken)).RoundUp, held, most, decided, cancellationToken),
            LeftOut = await LeftOutAsync(subscription, since, decided, [.. pending.Concat(held).Select(item => item.ArticleId)], cancellationToken),
        };
    }

    private async Task<PreviewedIssue> IssueAsync(
        DateTimeOffset? due, IReadOnlyList<PendingItem> waiting, int most, Dictionary<ArticleId, InboxEntry> decided, CancellationToken cancellationToken)
    {
        var items = new List<PreviewedArticle>();
        foreach (var item in waiting.TakeLast(most))
        {
            items.Add(await ArticleAsync(item.ArticleId, item.Matched, Waited(decided.GetValueOrDefault(item.ArticleId)), cancellationToken));
        }

        return new PreviewedIssue(due, items, waiting.Count - items.Count);
    }

    /// <summary>What no coming issue holds, the latest first: decided in the inbox, or never there because of its language.</summary>
    private async Task<IReadOnlyList<PreviewedArticle>> LeftOutAsync(
        Subscription subscription, DateTimeOffset since, Dictionary<ArticleId, InboxEntry> decided, HashSet<ArticleId> waiting, CancellationToken cancellationToken)
    {
        List<PreviewedArticle> left = [];
        foreach (var entry in decided.Values.Where(entry => !waiting.Contains(entry.ArticleId)))
        {
            if (Gone(entry) is { } why)
            {
                left.Add(await ArticleAsync(entry.ArticleId, entry.Matched, why, cancellationToken));
            }
        }

        var earliest = since > subscription.Created ? since : subscription.Created;
        await foreach (var article in archive.LatestAsync(earliest, cancellationToken).Take(MostArticles).WithCancellation(cancellationToken))
        {
            if (!subscription.Accepts(article.Language) && !decided.ContainsKey(article.ArticleId))
            {
                left.Add(new PreviewedArticle(article.ArticleId, article.At, article.Headline, article.Source, $"language {article.Language}"));
            }
        }

        return [.. left.OrderByDescending(article => article.Matched)];
    }

    private async Task<PreviewedArticle> ArticleAsync(ArticleId id, DateTimeOffset matched, string? why, CancellationToken cancellationToken) =>
        await summaries.FindAsync(id, cancellationToken) is { } summary
            ? new PreviewedArticle(id, matched, summary.Headline, summary.Citation.Source, why)
            : new PreviewedArticle(id, matched, "(its summary is gone)", Source: null, why);

    /// <summary>Why an article that waits was not sent at once.</summary>
    private static string? Waited(InboxEntry? entry) => entry switch
    {
        { Decision: InboxDecision.Alert } => "alerted, and repeated",
        { Reason: HoldReason.Limit } => "above the limit an hour",
        { Reason: HoldReason.QuietHours } => "quiet hours",
        { Reason: HoldReason.Paused } => "paused",
        _ => null,
    };

    /// <summary>Why an article that does not wait is in no coming issue; null where it was simply in the last one.</summary>
    private static string? Gone(InboxEntry entry) => entry switch
    {
        { LeftOut: true } => $"no room in {entry.DigestId ?? entry.AlertId}",
        { Decision: InboxDecision.Alert } => "alerted already",
        { Decision: InboxDecision.Held } => "in a round-up already",
        _ => null,
    };
}

/// <summary>What comes next for a subscription.</summary>
internal sealed record PreviewedIssues
{
    /// <summary>The next digest, of what is pending now.</summary>
    public required PreviewedIssue Digest { get; init; }

    /// <summary>The planned round-up, of what is held now.</summary>
    public required PreviewedIssue RoundUp { get; init; }

    /// <summary>What is in neither, of the last days.</summary>
    public required IReadOnlyList<PreviewedArticle> LeftOut { get; init; }
}

/// <summary>An issue that is not frozen yet.</summary>
/// <param name="Due">When it goes out; null where none is planned.</param>
/// <param name="Items">What it would hold, in its order.</param>
/// <param name="Rest">How many more it would only count.</param>
internal sealed record PreviewedIssue(DateTimeOffset? Due, IReadOnlyList<PreviewedArticle> Items, int Rest);

/// <summary>An article of a preview.</summary>
/// <param name="ArticleId">Which.</param>
/// <param name="Matched">When it was matched; one that never was, when it came in.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Source">Who published it, where known.</param>
/// <param name="Why">Why it waits, or was left out; null where there is nothing to say.</param>
internal sealed record PreviewedArticle(ArticleId ArticleId, DateTimeOffset Matched, string Headline, string? Source, string? Why);
