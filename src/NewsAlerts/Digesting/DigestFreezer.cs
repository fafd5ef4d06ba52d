using Microsoft.Extensions.Logging;
using NewsAlerts.Delivering;
using NewsAlerts.Routing;
using NewsAlerts.Telemetry;

namespace NewsAlerts.Digesting;

/// <summary>
/// Turns what waits in an inbox into a digest, once: freeze row, digest document, ledger row, waiting to seen and freeze row away. Each step may
/// be repeated, and whoever comes next finishes what somebody else began. An alert takes nothing that waits, so it needs no freeze row.
/// </summary>
public sealed partial class DigestFreezer(
    IInboxes inboxes,
    IDigests digests,
    IDeliveries deliveries,
    DigestComposer composer,
    Handover handover,
    DigestingMetrics metrics,
    TimeProvider time,
    ILogger<DigestFreezer> logger)
{
    /// <summary>Most articles that one issue settles, shown or only counted; what waits beyond that is the next one's.</summary>
    public const int MostSettled = 5_000;

    /// <summary>The digest of that id, frozen now if it was not; null where there is nothing for it to hold.</summary>
    /// <param name="id">Which. Its message is in the caller's hands, so that it needs no row in the table Open of its own.</param>
    /// <param name="subscription">Whose.</param>
    /// <param name="isEntered">Whether the ledger has it: then it is frozen, and only the end of that may be missing.</param>
    /// <param name="cancellationToken">Stops between two steps; each may be repeated.</param>
    public Task<FrozenDigest?> FreezeAsync(DigestId id, Subscription subscription, bool isEntered, CancellationToken cancellationToken) => (id.Kind, isEntered) switch
    {
        (DigestKind.Alert, true) => FindAsync(id, cancellationToken),
        (DigestKind.Alert, false) => FreezeAlertAsync(id, subscription, cancellationToken),
        _ => FreezeWaitingAsync(id, subscription, isEntered, cancellationToken),
    };

    /// <summary>
    /// When a round-up that is planned for later may be frozen; null for now, as soon as there is room for it. Its message comes early where quiet
    /// hours or a pause ended before they were to, and where it had to sleep longer than a message can.
    /// </summary>
    public async Task<DateTimeOffset?> NotBeforeAsync(DigestId id, Subscription subscription, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return id is { Kind: DigestKind.RoundUp, Due: { } due }
            && due > now
            && !(await inboxes.ReadAllowanceAsync(id.SubscriptionId, cancellationToken)).HasRoomForRoundUp(now, subscription.Alerts?.AtMostAnHour)
            ? due
            : null;
    }

    private async Task<FrozenDigest?> FreezeAlertAsync(DigestId id, Subscription subscription, CancellationToken cancellationToken)
    {
        // Announced before it was decided: only the inbox knows whether this article was to be an alert.
        var story = id.Story!.Value;
        return await inboxes.FindAsync(id.SubscriptionId, story, cancellationToken) is { Decision: InboxDecision.Alert } decided
            && await WriteAsync(id, subscription, [new PendingItem(decided.Matched, story)], settles: [], cancellationToken) is { } digest
            ? await EnterAsync(digest, subscription, cancellationToken)
            : null;
    }

    private async Task<FrozenDigest?> FreezeWaitingAsync(DigestId id, Subscription subscription, bool isEntered, CancellationToken cancellationToken)
    {
        // A freeze in progress is looked for where there may well be one. Elsewhere its row refuses the next one, and that is soon enough.
        var looks = isEntered || id.Kind is DigestKind.RoundUp;
        while (true)
        {
            if (looks && await inboxes.FindFreezeAsync(id.SubscriptionId, cancellationToken) is { } begun)
            {
                var other = await FinishAsync(begun, id, taken: null, subscription, cancellationToken);
                if (begun.DigestId == id)
                {
                    return other;
                }

                continue;
            }

            if (isEntered)
            {
                return await FindAsync(id, cancellationToken);
            }

            var due = id.Due ?? throw new InvalidOperationException($"Digest {id} was not scheduled, so it is not frozen from an inbox.");
            var freeze = new InboxFreeze(id, due);
            var allowance = id.Kind is DigestKind.RoundUp ? await inboxes.ReadAllowanceAsync(id.SubscriptionId, cancellationToken) : null;
            if (allowance is not null && allowance.RoundUpOf(id.SubscriptionId) != id)
            {
                // Announced before it was planned, or frozen long ago: what is held now waits for another one.
                return null;
            }

            var waiting = await ListAsync(freeze, MostSettled + 1, cancellationToken);
            if (waiting.Count == 0 && allowance is null)
            {
                return null;
            }

            if (await TryBeginAsync(freeze, waiting, allowance, cancellationToken))
            {
                return await FinishAsync(freeze, id, [.. waiting.Take(MostSettled)], subscription, cancellationToken);
            }

            looks = true;
        }
    }

    private async Task<FrozenDigest?> FindAsync(DigestId id, CancellationToken cancellationToken) =>
        await digests.FindAsync(id, cancellationToken) is { } digest ? new FrozenDigest(digest, Delivery: null) : null;

    private async Task<bool> TryBeginAsync(
        InboxFreeze freeze, IReadOnlyList<PendingItem> waiting, AlertAllowance? allowance, CancellationToken cancellationToken)
    {
        PendingItem? oldest = waiting.Count > 0 ? waiting[0] : null;
        if (allowance is null)
        {
            return await inboxes.TryBeginFreezeAsync(freeze.DigestId.SubscriptionId, freeze, oldest, null, cancellationToken);
        }

        var now = time.GetUtcNow();
        var next = allowance.WithoutRoundUp(now);
        if (waiting.Count <= MostSettled)
        {
            return await inboxes.TryBeginFreezeAsync(freeze.DigestId.SubscriptionId, freeze, oldest, next, cancellationToken);
        }

        next = next.WithRoundUp(now, atMost: null, at => at);
        var another = new DeliverRequest(next.RoundUpOf(freeze.DigestId.SubscriptionId)!.Value);
        await handover.AnnounceAsync(another, next.RoundUp!.Value, cancellationToken);
        var begun = await inboxes.TryBeginFreezeAsync(freeze.DigestId.SubscriptionId, freeze, oldest, next, cancellationToken);
        if (begun)
        {
            await handover.SendAsync(another, next.RoundUp.Value, cancellationToken);
        }

        return begun;
    }

    /// <summary>Does what is left of a freeze.</summary>
    /// <param name="freeze">The freeze, whoever began it.</param>
    /// <param name="asked">The digest that was asked for, which need not be the one that is frozen.</param>
    /// <param name="taken">What it takes, where it began just now: then it has no digest yet, or one that is found when writing another fails.</param>
    /// <param name="subscription">Whose.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    private async Task<FrozenDigest?> FinishAsync(InboxFreeze freeze, DigestId asked, IReadOnlyList<PendingItem>? taken, Subscription subscription, CancellationToken cancellationToken)
    {
        // A digest that is there already decides what is in it, whatever waits by now.
        IReadOnlyList<PendingItem> waiting = [];
        var digest = taken is null ? await digests.FindAsync(freeze.DigestId, cancellationToken) : null;
        if (digest is null)
        {
            waiting = taken ?? await ListAsync(freeze, MostSettled, cancellationToken);
            digest = await WriteAsync(freeze.DigestId, subscription, waiting, waiting, cancellationToken);
        }

        if (digest is not null && digest.Id != asked)
        {
            // Its message may be lost, waiting or scheduled: nobody here has it.
            await handover.WatchAsync(new DeliverRequest(digest.Id), cancellationToken);
        }

        var frozen = digest is null ? null : await EnterAsync(digest, subscription, cancellationToken);
        var settles = digest?.Settles ?? waiting;
        var leftOut = settles.Select(item => item.ArticleId).Except(digest?.Items.Select(item => item.ArticleId) ?? []).ToHashSet();
        await inboxes.SettleAsync(freeze.DigestId.SubscriptionId, freeze.DigestId, settles, leftOut, cancellationToken);
        return frozen;
    }

    private Task<IReadOnlyList<PendingItem>> ListAsync(InboxFreeze freeze, int most, CancellationToken cancellationToken) =>
        freeze.DigestId.Kind is DigestKind.RoundUp
            ? inboxes.ListHeldAsync(freeze.DigestId.SubscriptionId, most, cancellationToken)
            : inboxes.ListPendingAsync(freeze.DigestId.SubscriptionId, freeze.Due, most, cancellationToken);

    /// <summary>Writes the digest of <paramref name="waiting"/>, or reads the one that another host wrote first; null where no article has a summary.</summary>
    private async Task<Digest?> WriteAsync(
        DigestId id, Subscription subscription, IReadOnlyList<PendingItem> waiting, IReadOnlyList<PendingItem> settles, CancellationToken cancellationToken)
    {
        using var span = Tracing.Source.StartActivity("freeze digest");
        span?.SetTag("newsalerts.digest.id", id.ToString());
        if (await composer.ComposeAsync(id, subscription, waiting, cancellationToken) is not { } composed)
        {
            return null;
        }

        var digest = composed with { Settles = settles };
        if (!await digests.TryAddAsync(digest, cancellationToken))
        {
            return await digests.FindAsync(id, cancellationToken);
        }

        span?.SetTag("newsalerts.digest.articles", digest.Items.Count);
        metrics.Frozen(id.Kind, digest.Items.Count);
        Log.Frozen(logger, id, digest.Items.Count);
        return digest;
    }

    private async Task<FrozenDigest> EnterAsync(Digest digest, Subscription subscription, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var entered = await deliveries.TryAddAsync(
            new Delivery
            {
                DigestId = digest.Id,
                State = DeliveryState.Pending,
                Channel = subscription.Channel.Kind,
                Items = digest.Items.Count,
                Created = now,
                Updated = now,
            },
            cancellationToken);
        return new FrozenDigest(digest, entered ?? await deliveries.FindAsync(digest.Id, cancellationToken));
    }

    private static partial class Log
    {
        [LoggerMessage(4101, LogLevel.Information, "Digest {DigestId} is frozen with {Items} articles.")]
        public static partial void Frozen(ILogger logger, DigestId digestId, int items);
    }
}

/// <summary>A digest that is frozen.</summary>
/// <param name="Digest">What it holds.</param>
/// <param name="Delivery">Its row of the ledger; null where that was not read.</param>
public sealed record FrozenDigest(Digest Digest, Delivery? Delivery);
