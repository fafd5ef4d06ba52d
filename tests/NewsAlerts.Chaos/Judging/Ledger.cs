using System.Collections.Concurrent;
using NewsAlerts.Chaos.Hosts;
using NewsAlerts.Chaos.Load;
using NewsAlerts.Chaos.Readers;

namespace NewsAlerts.Chaos.Judging;

/// <summary>
/// The rig's own account of what was put in and what came out, kept outside the system. It knows what each reader is owed, and holds what they got to that.
/// </summary>
internal sealed class Ledger(ReaderList readers, ReceivedDigests received, StorageWatch watch, RigTimes times)
{
    private readonly ConcurrentQueue<Entry> _dropped = new();

    public IReadOnlyList<Entry> Dropped => [.. _dropped];

    public void Enter(Dropped original, string key, DateTimeOffset at) => _dropped.Enqueue(new Entry(original, key, at));

    /// <summary>How often digests came again, as they may; known when it has judged.</summary>
    public int Repeats { get; private set; }

    /// <param name="incidents">What was done to hosts.</param>
    /// <param name="excused">Markers of articles that were rejected or listed as failures, with a reason, and digests that were.</param>
    public IEnumerable<Finding> Judge(IReadOnlyCollection<Incident> incidents, IReadOnlySet<string> excused)
    {
        var digests = received.All.GroupBy(one => one.Id, StringComparer.Ordinal).ToList();
        Repeats = 0;
        return [.. Owed(excused), .. digests.SelectMany(same => Repeated([.. same.OrderBy(one => one.At)], incidents)), .. Wrong(), .. Summarised()];
    }

    private IEnumerable<Finding> Owed(IReadOnlySet<string> excused)
    {
        // The first time that an article was dropped counts: whoever was subscribed then is owed it.
        var articles = _dropped.Where(one => one.Original.Marker.Length > 0).GroupBy(one => one.Original.Marker, StringComparer.Ordinal).Select(same => same.MinBy(one => one.At)!).ToList();
        var got = received.All
            .SelectMany(one => one.Markers.Select(marker => (one.Reader, Marker: marker, one.Id)))
            .ToLookup(one => (one.Reader, one.Marker), one => one.Id);
        foreach (var reader in readers.All)
        {
            foreach (var article in articles)
            {
                var ids = got[(reader.Key, article.Original.Marker)].Distinct(StringComparer.Ordinal).ToArray();
                var claim = reader.ClaimOn(article.Original, article.At);
                if (ids.Length > 1)
                {
                    yield return new Finding(FindingKind.Duplicated, $"{reader.Key} got {article.Original.Marker} in {ids.Length} digests", [article.Original.Marker, reader.Key, .. ids]);
                }
                else if (ids.Length == 0 && claim is Claim.Once && !excused.Contains(article.Original.Marker))
                {
                    yield return new Finding(FindingKind.Lost, $"{reader.Key} never got {article.Original.Marker}", article.Original.Marker, reader.Key);
                }
                else if (ids.Length == 1 && claim is Claim.Never)
                {
                    yield return new Finding(FindingKind.Wrong, $"{reader.Key} got {article.Original.Marker}, which it never wanted", article.Original.Marker, reader.Key);
                }
            }
        }
    }

    /// <summary>
    /// A digest may come again only where the reader's OK had not reached the ledger when sending it again began, and not before the first sender's claim
    /// ended where that got the OK; or from a host that was stopped for longer than its claim lasted, and did not know.
    /// </summary>
    private IEnumerable<Finding> Repeated(IReadOnlyList<Received> same, IReadOnlyCollection<Incident> incidents)
    {
        foreach (var (first, again) in same.Zip(same.Skip(1)))
        {
            // Who has claimed a digest and got the OK lets go of it only when the lease ends, or when it is ended itself.
            var early = again.Began - first.Began < times.Lease - times.LeaseMargin;
            if (early && received.WasAnswered(first) && !incidents.Any(one => IsPast(one, again.Began) || (one.Kind is BlowKind.Restart && one.At > first.Began - times.Lease && one.At < again.Began)))
            {
                yield return new Finding(FindingKind.Duplicated, $"{again.Reader} got {again.Id} again within {(again.Began - first.Began).TotalSeconds:0.0} s, though the OK to the first went back", again.Id, again.Reader);
            }
            else if (watch.Sent.TryGetValue(again.Id, out var known) && again.Began > known && !incidents.Any(stop => IsPast(stop, again.Began)))
            {
                yield return new Finding(FindingKind.Duplicated, $"{again.Reader} got {again.Id} again, {(again.Began - known).TotalSeconds:0.0} s after the ledger knew that it was sent", again.Id, again.Reader);
            }
            else
            {
                Repeats++;
            }

            if (!again.Markers.SetEquals(same[0].Markers))
            {
                yield return new Finding(FindingKind.Wrong, $"{again.Id} came again with other articles", again.Id, again.Reader);
            }
        }
    }

    private bool IsPast(Incident stop, DateTimeOffset began) =>
        stop.Kind is BlowKind.Stop && stop.Until - stop.At >= times.Lease - times.LeaseMargin && began >= stop.At && began <= stop.Until + TimeSpan.FromSeconds(5);

    private IEnumerable<Finding> Wrong()
    {
        var known = _dropped.Select(one => one.Original.Marker).ToHashSet(StringComparer.Ordinal);
        foreach (var one in received.All)
        {
            if (one.Complaint is not null)
            {
                yield return new Finding(FindingKind.Wrong, $"{one.Reader} got {one.Id}: {one.Complaint}", one.Id, one.Reader);
            }

            if (one.Markers.Count == 0 || !one.Markers.IsSubsetOf(known))
            {
                yield return new Finding(FindingKind.Wrong, $"{one.Reader} got {one.Id}, which holds nothing, or what nobody wrote", one.Id, one.Reader);
            }
        }
    }

    private IEnumerable<Finding> Summarised() =>
        from summary in watch.Summaries
        where summary.Value > 1
        select new Finding(FindingKind.Duplicated, $"the summary of {summary.Key} was stored {summary.Value} times", summary.Key);
}

/// <summary>What was dropped.</summary>
/// <param name="Original">It.</param>
/// <param name="Key">Its record's key.</param>
/// <param name="At">When it was in the container.</param>
internal sealed record Entry(Dropped Original, string Key, DateTimeOffset At);
