using NewsAlerts.Articles;
using NewsAlerts.Delivering;
using NewsAlerts.Summarizing;
using NewsAlerts.Sweeping;

namespace NewsAlerts.Local.Operating;

/// <summary>How an installation is doing at one moment.</summary>
/// <param name="Backlog">What waits.</param>
/// <param name="Articles">When the articles of the last hour were ingested, the latest first; at most <see cref="MostArticles"/>.</param>
/// <param name="Deliveries">The latest entries of the ledger, of a day at most; at most <see cref="MostDeliveries"/>.</param>
/// <param name="Spent">What the model took today, UTC.</param>
internal sealed record InstallationStatus(Backlog Backlog, IReadOnlyList<DateTimeOffset> Articles, IReadOnlyList<Delivery> Deliveries, ModelCost Spent)
{
    public const int MostArticles = 5_000;
    public const int MostDeliveries = 100;

    /// <summary>What counts as lately.</summary>
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>From when on waiting work is worth a look.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromMinutes(5);

    /// <summary>From when on it needs one.</summary>
    public static readonly TimeSpan Stuck = TimeSpan.FromMinutes(15);

    /// <summary>What somebody should look at, the gravest first; empty where everything moves.</summary>
    public IReadOnlyList<string> Concerns =>
    [
        .. Concern(Backlog.OldestPendingAge >= Stuck, "work is stuck"),
        .. Concern(Backlog.OldestPendingAge >= Slow && Backlog.OldestPendingAge < Stuck, "work is slow"),
        .. Concern(Backlog.Poisoned.Values.Sum() > 0, "messages are poisoned"),
        .. Concern(Backlog.Failures.Count > 0, "failures wait for you"),
        .. Concern(Backlog.Failing > 0, "some work is being tried again"),
    ];

    /// <summary>Each stage that an article passes.</summary>
    public IEnumerable<StageStatus> Stages =>
        Queues.All.Select(queue => new StageStatus(
            queue,
            Backlog.InFlight.GetValueOrDefault(queue),
            Backlog.Queued.GetValueOrDefault(queue).Count,
            Backlog.Poisoned.GetValueOrDefault(queue + Queues.PoisonSuffix),
            Backlog.Failures.GetValueOrDefault(queue).Count))
        .Prepend(new StageStatus(
            NewsAlerts.Stages.Ingest,
            Backlog.Originals,
            null,
            Backlog.Poisoned.GetValueOrDefault(Queues.BlobTriggerPoison),
            Backlog.Failures.GetValueOrDefault(NewsAlerts.Stages.Ingest).Count));

    /// <summary>How many articles came within that time.</summary>
    public int ArticlesWithin(TimeSpan time) => Articles.Count(at => at >= Backlog.At - time);

    /// <summary>The articles of the last hour in stretches of five minutes, the earliest first.</summary>
    public IReadOnlyList<int> ArticlesByFiveMinutes()
    {
        var counts = new int[12];
        foreach (var at in Articles)
        {
            var stretch = (int)((Backlog.At - at) / TimeSpan.FromMinutes(5));
            if (stretch is >= 0 and < 12)
            {
                counts[11 - stretch]++;
            }
        }

        return counts;
    }

    private static string[] Concern(bool applies, string what) => applies ? [what] : [];
}

/// <summary>How a stage is doing.</summary>
/// <param name="Stage">Of <see cref="Stages"/>.</param>
/// <param name="InFlight">The work whose time has come; of Ingest the originals that lie in the inbox.</param>
/// <param name="Queued">Messages in its queue; null where it has none.</param>
/// <param name="Poisoned">Messages that failed too often.</param>
/// <param name="Failures">What waits for people.</param>
internal sealed record StageStatus(string Stage, Waiting InFlight, int? Queued, int Poisoned, int Failures);

/// <summary>Reads it: what is in flight, the last hour of the archive, the latest of the ledger, one row of spend. Nothing that grows with the installation's age.</summary>
internal sealed class StatusReader(IBacklogReader backlog, IArchive archive, IDeliveries deliveries, IModelSpend spend, TimeProvider time)
{
    public async Task<InstallationStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = backlog.ReadAsync(cancellationToken);
        var articles = archive.LatestAsync(now - InstallationStatus.Hour, cancellationToken)
            .Take(InstallationStatus.MostArticles).Select(entry => entry.At).ToListAsync(cancellationToken).AsTask();
        var latest = deliveries.ListLatestAsync(null, now.AddDays(-1), cancellationToken)
            .Take(InstallationStatus.MostDeliveries).ToListAsync(cancellationToken).AsTask();
        var spent = spend.ReadAsync(DateOnly.FromDateTime(now.UtcDateTime), cancellationToken).AsTask();
        await Task.WhenAll(waiting, articles, latest, spent);
        return new InstallationStatus(await waiting, await articles, await latest, await spent);
    }
}
