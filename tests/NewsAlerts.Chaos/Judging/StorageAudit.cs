using System.Globalization;
using Azure.Data.Tables;
using NewsAlerts.Adapters.Storage;
using NewsAlerts.Articles;
using NewsAlerts.Chaos.Load;
using NewsAlerts.Delivering;
using NewsAlerts.Digesting;
using NewsAlerts.Ingesting;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Chaos.Judging;

/// <summary>Reads the storage account, past the proxies, for what is unfinished and what is left over.</summary>
internal sealed class StorageAudit(StorageClients storage, IOriginals originals, IDeliveries deliveries, IFailures failures, ILibrary library, ReaderList readers)
{
    /// <summary>What still keeps the system from being at rest, for people; empty where nothing does.</summary>
    public async Task<IReadOnlyList<Finding>> UnrestAsync(CancellationToken cancellationToken)
    {
        var found = new List<Finding>();
        await foreach (var blob in storage.Container(Containers.Articles).GetBlobsAsync(cancellationToken: cancellationToken))
        {
            found.Add(new Finding(FindingKind.Stuck, $"the original {blob.Name} lies in {Containers.Articles}", blob.Name));
        }

        foreach (var name in Queues.All.Concat(Queues.Poison))
        {
            var queue = storage.RawQueue(name);
            if (await queue.ExistsAsync(cancellationToken) && (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount is > 0 and var count)
            {
                found.Add(new Finding(FindingKind.Stuck, $"the queue {name} holds {count} messages"));
            }
        }

        await foreach (var row in storage.Table(Tables.Open).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            found.Add(new Finding(FindingKind.Stuck, $"{row.RowKey} is open, looked at {row.GetInt32("Checks")} times, next {row.GetDateTimeOffset("NextCheck"):HH:mm:ss}", row.RowKey.Split('|')[1]));
        }

        await foreach (var row in storage.Table(Tables.Inboxes).QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            if (row.RowKey[0] is 'p' or 'h' or 'f')
            {
                found.Add(new Finding(FindingKind.Stuck, $"the inbox {row.PartitionKey} has {row.RowKey}", ReaderOf(row.PartitionKey)) { WaitsForDigest = row.RowKey[0] == 'p' });
            }
        }

        await foreach (var failure in failures.ListFailingAsync(cancellationToken))
        {
            found.Add(new Finding(FindingKind.Stuck, $"the stage {failure.Stage} fails on {failure.Key}", failure.Subject));
        }

        await foreach (var delivery in deliveries.ListAsync(subscription: null, cancellationToken))
        {
            if (delivery.State is DeliveryState.Pending or DeliveryState.Sending)
            {
                found.Add(new Finding(FindingKind.Stuck, $"{delivery.DigestId} is {delivery.State}, {delivery.Attempts} attempts", delivery.DigestId.ToString()));
            }
        }

        return found;
    }

    /// <summary>What is left where nothing should be, once all has come to rest.</summary>
    public async Task<IReadOnlyList<Finding>> LeftAsync(IReadOnlyList<Entry> dropped, CancellationToken cancellationToken)
    {
        var found = new List<Finding>();
        await AddInboxesAsync(found, cancellationToken);
        await AddDigestsAsync(found, cancellationToken);
        await AddLibraryAsync(found, cancellationToken);
        await AddOriginalsAsync(found, dropped, cancellationToken);

        // Everything that fails here passes: nobody should be asked to mend what mends itself.
        found.AddRange(await failures.ListAsync(cancellationToken)
            .Where(failure => failure.Stage != Stages.Ingest)
            .Select(failure => new Finding(FindingKind.Left, $"the stage {failure.Stage} is listed as failed on {failure.Key}: {failure.Reason}", failure.Subject, failure.Key))
            .ToListAsync(cancellationToken));
        return found;
    }

    /// <summary>Articles and digests that are listed as failures, or rejected: they are accounted for.</summary>
    public async Task<(IReadOnlySet<string> Excused, IReadOnlyList<Failure> Failures)> FailuresAsync(IReadOnlyList<Entry> dropped, CancellationToken cancellationToken)
    {
        var all = await failures.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var names = all.Where(failure => failure.Stage == Stages.Ingest).Select(failure => failure.Subject).ToHashSet(StringComparer.Ordinal);
        var markers = dropped.Where(one => names.Contains(one.Original.Name)).Select(one => one.Original.Marker);
        return (markers.Concat(all.Select(failure => failure.Subject)).ToHashSet(StringComparer.Ordinal), all);
    }

    /// <summary>How many of the stored summaries each engine made.</summary>
    public async Task<IReadOnlyDictionary<string, int>> EnginesAsync(CancellationToken cancellationToken)
    {
        var engines = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var name in storage.Container(Containers.Library).GetBlobsAsync(cancellationToken: cancellationToken).Select(blob => blob.Name))
        {
            if (name.EndsWith("/article.json", StringComparison.Ordinal) && await library.FindSummaryAsync(ArticleId.Parse(name.Split('/')[0], CultureInfo.InvariantCulture), cancellationToken) is { } summary)
            {
                engines[summary.Engine] = engines.GetValueOrDefault(summary.Engine) + 1;
            }
        }

        return engines;
    }

    private async Task AddInboxesAsync(List<Finding> found, CancellationToken cancellationToken)
    {
        var living = readers.All.Where(reader => reader.Removed is null).Select(reader => reader.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        var orphans = await storage.Table(Tables.Inboxes).QueryAsync<TableEntity>(cancellationToken: cancellationToken)
            .Select(row => row.PartitionKey)
            .Where(id => !living.Contains(id))
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        found.AddRange(orphans.Select(id => new Finding(FindingKind.Left, $"the inbox of {id}, which was removed, is not empty", ReaderOf(id))));
        var tombstones = storage.Table(Tables.Subscriptions).QueryAsync<TableEntity>(cancellationToken: cancellationToken)
            .Where(row => row.RowKey.StartsWith("s|", StringComparison.Ordinal) && !living.Contains(row.RowKey[2..]));
        await foreach (var row in tombstones)
        {
            found.Add(new Finding(FindingKind.Left, $"the subscription {row.RowKey} was removed and is still there", ReaderOf(row.RowKey[2..])));
        }
    }

    private async Task AddDigestsAsync(List<Finding> found, CancellationToken cancellationToken)
    {
        var documents = await storage.Container(Containers.Digests).GetBlobsAsync(cancellationToken: cancellationToken)
            .Select(blob => Path.GetFileNameWithoutExtension(blob.Name))
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var rows = await deliveries.ListAsync(subscription: null, cancellationToken).Select(row => row.DigestId.ToString()).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);

        // What was being frozen when its subscription was removed is sent to nobody, and enters no ledger.
        var removed = readers.All.Where(reader => reader.Removed is not null).Select(reader => reader.Id).ToHashSet();
        found.AddRange(documents.Except(rows).Where(id => !removed.Contains(DigestId.Parse(id, CultureInfo.InvariantCulture).SubscriptionId)).Select(id => new Finding(FindingKind.Left, $"the digest {id} is in no ledger", id)));
        found.AddRange(rows.Except(documents).Select(id => new Finding(FindingKind.Left, $"the ledger has {id}, which has no document", id)));
    }

    private async Task AddLibraryAsync(List<Finding> found, CancellationToken cancellationToken)
    {
        var documents = await storage.Container(Containers.Library).GetBlobsAsync(cancellationToken: cancellationToken).Select(blob => blob.Name).ToListAsync(cancellationToken);
        var articles = documents.Where(name => name.EndsWith("/article.json", StringComparison.Ordinal)).Select(name => name.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        var summaries = documents.Where(name => name.EndsWith("/summary.json", StringComparison.Ordinal)).Select(name => name.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        found.AddRange(articles.Except(summaries).Select(id => new Finding(FindingKind.Stuck, $"the article {id} has no summary", id)));
        found.AddRange(summaries.Except(articles).Select(id => new Finding(FindingKind.Left, $"the summary of {id} has no article", id)));
        var archived = await storage.Table(Tables.Archive).QueryAsync<TableEntity>(cancellationToken: cancellationToken)
            .Select(row => row.RowKey.Split('|')[1])
            .ToListAsync(cancellationToken);
        found.AddRange(archived.CountBy(id => id, StringComparer.Ordinal).Where(id => id.Value > 1).Select(id => new Finding(FindingKind.Duplicated, $"{id.Key} is in the archive {id.Value} times", id.Key)));
        found.AddRange(articles.Except(archived).Select(id => new Finding(FindingKind.Lost, $"{id} is not in the archive", id)));
    }

    private async Task AddOriginalsAsync(List<Finding> found, IReadOnlyList<Entry> dropped, CancellationToken cancellationToken)
    {
        foreach (var entry in dropped)
        {
            var record = await originals.FindRecordAsync(entry.Key, cancellationToken);
            var isMalformed = entry.Original.Kind is DropKind.Malformed;
            if (record is not { Done: true })
            {
                found.Add(new Finding(FindingKind.Lost, $"nothing says what became of the original {entry.Original.Name}", entry.Original.Name));
            }
            else if (isMalformed && record.Rejection is null)
            {
                found.Add(new Finding(FindingKind.Wrong, $"the original {entry.Original.Name} is no article and was not rejected", entry.Original.Name));
            }
            else if (!isMalformed && record.Rejection is { } rejection)
            {
                found.Add(new Finding(FindingKind.Wrong, $"the original {entry.Original.Name} was rejected: {rejection.Reason}", entry.Original.Name, entry.Original.Marker));
            }
        }
    }

    private string ReaderOf(string subscription) => readers.All.FirstOrDefault(reader => reader.Id.ToString() == subscription)?.Key ?? subscription;
}
