using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Routing;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Digesting;

/// <summary>
/// Turns what is pending in an inbox into a digest, once: freeze row, digest document, ledger row, pending to seen, freeze row
/// away. Each step may be repeated, and whoever comes next finishes what somebody else began.
/// </summary>
public sealed partial class DigestFreezer(
    IInboxes inboxes,
    IDigests digests,
    IDeliveries deliveries,
    ILibrary library,
    IFailures failures,
    Handover handover,
    IOptions<DigestOptions> options,
    TimeProvider time,
    ILogger<DigestFreezer> logger)
{
    private const int ReadParallelism = 16;

    /// <summary>The digest of that id, frozen now if it was not; null where nothing was pending when it was due.</summary>
    public async Task<Digest?> FreezeAsync(DigestId id, Subscription subscription, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await inboxes.FindFreezeAsync(id.SubscriptionId, cancellationToken) is { } begun)
            {
                var other = await FinishAsync(begun, subscription, cancellationToken);
                if (begun.DigestId == id)
                {
                    return other;
                }

                continue;
            }

            if (await digests.FindAsync(id, cancellationToken) is { } frozen)
            {
                return frozen;
            }

            var due = id.Due ?? throw new InvalidOperationException($"Digest {id} was not scheduled, so it is not frozen from an inbox.");
            var pending = await inboxes.ListPendingAsync(id.SubscriptionId, due, options.Value.MaxItems, cancellationToken);
            if (pending.Count == 0)
            {
                return null;
            }

            var freeze = new InboxFreeze(id, due, pending);
            if (await inboxes.TryBeginFreezeAsync(id.SubscriptionId, freeze, cancellationToken))
            {
                return await FinishAsync(freeze, subscription, cancellationToken);
            }
        }
    }

    private async Task<Digest?> FinishAsync(InboxFreeze freeze, Subscription subscription, CancellationToken cancellationToken)
    {
        // A digest that is there already decides what is in it, whatever the row says.
        var digest = await digests.FindAsync(freeze.DigestId, cancellationToken)
            ?? await WriteAsync(freeze, subscription, cancellationToken);
        if (digest is not null)
        {
            var now = time.GetUtcNow();
            await handover.AnnounceAsync(new DeliverRequest(digest.Id), cancellationToken);
            await deliveries.TryAddAsync(
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
        }

        await inboxes.SettleAsync(freeze.DigestId.SubscriptionId, freeze.DigestId, digest?.Settles ?? freeze.Items, cancellationToken);
        await inboxes.EndFreezeAsync(freeze.DigestId.SubscriptionId, freeze.DigestId, cancellationToken);
        return digest;
    }

    private async Task<Digest?> WriteAsync(InboxFreeze freeze, Subscription subscription, CancellationToken cancellationToken)
    {
        var summaries = new Summary?[freeze.Items.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, summaries.Length),
            new ParallelOptions { MaxDegreeOfParallelism = ReadParallelism, CancellationToken = cancellationToken },
            async (i, stop) => summaries[i] = await FindSummaryAsync(freeze.Items[i].ArticleId, freeze.DigestId, stop));

        if (summaries.OfType<Summary>().ToList() is not { Count: > 0 } items)
        {
            return null;
        }

        var digest = new Digest
        {
            Id = freeze.DigestId,
            Title = subscription.Name,
            TimeZone = subscription.Schedule.TimeZone,
            Frozen = time.GetUtcNow(),
            Items = items,
            Settles = freeze.Items,
        };
        if (!await digests.TryAddAsync(digest, cancellationToken))
        {
            return await digests.FindAsync(freeze.DigestId, cancellationToken);
        }

        Log.Frozen(logger, digest.Id, items.Count);
        return digest;
    }

    private async Task<Summary?> FindSummaryAsync(ArticleId article, DigestId digest, CancellationToken cancellationToken)
    {
        var summary = await library.FindSummaryAsync(article, cancellationToken);
        if (summary is null)
        {
            await failures.AddAsync(
                new Failure
                {
                    Stage = Stages.Deliver,
                    Key = $"{digest}-{article}",
                    Reason = "NoSummary",
                    Detail = $"Digest {digest} should hold article {article}, but the library has no summary of it.",
                    Remedy = "Something deleted it from the container library. Drop the original again.",
                    Subject = article.ToString(),
                    At = time.GetUtcNow(),
                },
                cancellationToken);
        }

        return summary;
    }

    private static partial class Log
    {
        [LoggerMessage(4101, LogLevel.Information, "Digest {DigestId} is frozen with {Items} articles.")]
        public static partial void Frozen(ILogger logger, DigestId digestId, int items);
    }
}
