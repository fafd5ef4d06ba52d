using NewsAlerts.Delivering;
using NewsAlerts.Digesting;

namespace NewsAlerts.Routing;

/// <summary>
/// Decides what becomes of an article that a subscription has matched (alert, held for a round-up, or pending for the digest), writes the
/// decision down once, and starts what follows from it. The order is: the work in table Open, the decision, the message; so a crash in
/// between leaves either nothing decided, or work that Sweep finds.
/// </summary>
public sealed class InboxPlacement(IInboxes inboxes, IDeliveries deliveries, Handover handover, RoutingMetrics metrics)
{
    /// <summary>How often a digest or round-up that waits for somebody to end a pause is looked at.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromHours(6);

    /// <returns>False where the subscription does not want it, or had it before: then the first decision stands, and is finished.</returns>
    public async Task<bool> PlaceAsync(Subscription subscription, MatchedArticle article, CancellationToken cancellationToken)
    {
        if (subscription.Standing is not Standing.Active || !subscription.Accepts(article.Language))
        {
            return false;
        }

        if (subscription.Alerts is null)
        {
            return await TryAddAsync(subscription.Id, ForDigest(article, reason: null), allowance: null, cancellationToken);
        }

        while (true)
        {
            if (await inboxes.FindAsync(subscription.Id, article.Id, cancellationToken) is { } decided)
            {
                await FinishAsync(decided, cancellationToken);
                return false;
            }

            var allowance = await inboxes.ReadAllowanceAsync(subscription.Id, cancellationToken);
            var (entry, changed) = Decide(subscription, subscription.Alerts, article, allowance);

            // An article that joins a planned round-up finds it announced.
            var starts = entry.Decision is InboxDecision.Alert || (entry.Decision is InboxDecision.Held && changed!.RoundUp != allowance.RoundUp);
            if (await TryPlaceAsync(subscription.Id, entry, changed, starts, cancellationToken))
            {
                return true;
            }
        }
    }

    /// <summary>What is decided about an article, given how many alerts went out lately, and what becomes of that number.</summary>
    internal static (InboxEntry Entry, AlertAllowance? Allowance) Decide(
        Subscription subscription, AlertPolicy alerts, MatchedArticle article, AlertAllowance allowance)
    {
        var now = article.Matched;
        var hold = subscription.HoldAt(now)
            ?? (allowance.HasRoom(now, alerts.AtMostAnHour) ? null : new Hold(HoldReason.Limit, Until: null));
        var repeats = alerts.Repeat && subscription.Schedule is not null;
        if (hold is null)
        {
            var alert = new InboxEntry
            {
                ArticleId = article.Id,
                Matched = now,
                Decision = InboxDecision.Alert,
                AlertId = DigestId.OfAlert(subscription.Id, article.Id),
                TraceParent = article.TraceParent,
                Repeats = repeats,
            };
            return (alert, alerts.AtMostAnHour is null ? null : allowance.WithAlert(now));
        }

        if (subscription.Schedule is not null && PolicyOf(subscription, alerts, hold.Reason) is HeldArticles.Digest)
        {
            return (ForDigest(article, hold.Reason), null);
        }

        var planned = allowance.WithRoundUp(now, alerts.AtMostAnHour, at => subscription.HoldAt(at)?.Until ?? at);
        var held = new InboxEntry
        {
            ArticleId = article.Id,
            Matched = now,
            Decision = InboxDecision.Held,
            Reason = hold.Reason,
            AlertId = planned.RoundUpOf(subscription.Id),
            TraceParent = article.TraceParent,
            Repeats = repeats,
        };
        return (held, planned);
    }

    private async Task<bool> TryPlaceAsync(SubscriptionId id, InboxEntry entry, AlertAllowance? allowance, bool starts, CancellationToken cancellationToken)
    {
        if (!starts)
        {
            return await TryAddAsync(id, entry, allowance, cancellationToken);
        }

        var request = new DeliverRequest(entry.AlertId!.Value);
        var at = entry.AlertId.Value.Due ?? entry.Matched;
        await handover.AnnounceAsync(request, at, cancellationToken);
        if (!await TryAddAsync(id, entry, allowance, cancellationToken))
        {
            return false;
        }

        await handover.SendAsync(request, at, cancellationToken);
        return true;
    }

    private async Task<bool> TryAddAsync(SubscriptionId id, InboxEntry entry, AlertAllowance? allowance, CancellationToken cancellationToken)
    {
        var added = await inboxes.TryAddAsync(id, entry, allowance, cancellationToken);
        if (added)
        {
            metrics.Placed(entry.Decision);
        }

        return added;
    }

    /// <summary>Starts what a decision led to, where the host that made it may have died before it did.</summary>
    private async Task FinishAsync(InboxEntry decided, CancellationToken cancellationToken)
    {
        if (decided.AlertId is { } id && await deliveries.FindAsync(id, cancellationToken) is null)
        {
            await handover.SendAsync(new DeliverRequest(id), id.Due ?? decided.Matched, cancellationToken);
        }
    }

    private static InboxEntry ForDigest(MatchedArticle article, HoldReason? reason) =>
        new()
        {
            ArticleId = article.Id,
            Matched = article.Matched,
            Decision = InboxDecision.Digest,
            Reason = reason,
            TraceParent = article.TraceParent,
        };

    private static HeldArticles PolicyOf(Subscription subscription, AlertPolicy alerts, HoldReason reason) => reason switch
    {
        HoldReason.Limit => alerts.Overflow,
        HoldReason.QuietHours => subscription.Quiet!.Policy,

        // The first issue after a pause brings what was kept: the digest, where there is one.
        _ => HeldArticles.Digest,
    };
}
