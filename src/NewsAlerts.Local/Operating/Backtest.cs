using NewsAlerts.Articles;
using NewsAlerts.Local.Condensing;
using NewsAlerts.Routing;
using NewsAlerts.Routing.Rules;

namespace NewsAlerts.Local.Operating;

/// <summary>Runs a rule over what was summarised before, newest first: a few articles are in memory at a time, and counts.</summary>
internal sealed class Backtest(IArchive archive, ILibrary library, IProgress<BacktestStep> progress, TimeProvider time)
{
    /// <summary>As many of the newest matches as are named.</summary>
    public const int MostNamed = 20;

    /// <summary>Blobs read ahead: reading waits for the network, matching does not.</summary>
    private const int Ahead = 32;

    /// <param name="rule">The rule.</param>
    /// <param name="days">How far back.</param>
    /// <param name="schedule">When digests would have gone out; null not to count them.</param>
    /// <param name="cancellationToken">Stops between two articles.</param>
    public async Task<BacktestResult> RunAsync(Rule rule, int days, Schedule? schedule, CancellationToken cancellationToken)
    {
        var index = new RuleIndex([rule]);
        var latest = new List<ArchiveEntry>();
        var byDay = new SortedDictionary<DateOnly, int>();
        var digests = schedule is null ? null : new DigestTally(schedule);
        var (read, matched, missing) = (0, 0, 0);
        var entries = archive.LatestAsync(time.GetUtcNow().AddDays(-days), cancellationToken);
        var found = entries.InOrderAsync(Ahead, async (entry, stop) => (entry, await library.FindArticleAsync(entry.ArticleId, stop)), cancellationToken);
        await foreach (var (entry, article) in found)
        {
            read++;
            if (article is null)
            {
                missing++;
            }
            else if (index.Match(article).Rules.Count > 0)
            {
                matched++;
                var day = DateOnly.FromDateTime(entry.At.UtcDateTime);
                byDay[day] = byDay.GetValueOrDefault(day) + 1;
                digests?.Add(entry.At);
                if (latest.Count < MostNamed)
                {
                    latest.Add(entry);
                }
            }

            progress.Report(new BacktestStep(read, matched, entry.At));
        }

        return new BacktestResult(rule, days, read, matched, missing, latest, byDay, digests?.Count());
    }

    /// <summary>Counts the digests that articles would have gone into; they come newest first, so those of one digest follow each other.</summary>
    private sealed class DigestTally(Schedule schedule)
    {
        private DateTimeOffset? _due;
        private int _count;
        private int _current;
        private int _largest;

        public void Add(DateTimeOffset at)
        {
            // A digest holds what was matched at or before its due time.
            if (schedule.NextAfter(at.AddTicks(-1)) is not { } due)
            {
                return;
            }

            _current = due == _due ? _current + 1 : 1;
            _count += due == _due ? 0 : 1;
            _largest = Math.Max(_largest, _current);
            _due = due;
        }

        public DigestCount Count() => new(_count, _largest);
    }
}

/// <summary>How far a backtest is.</summary>
/// <param name="Read">Articles so far.</param>
/// <param name="Matched">Of these, those that match.</param>
/// <param name="At">When the last one was ingested.</param>
internal readonly record struct BacktestStep(int Read, int Matched, DateTimeOffset At);

/// <summary>What a rule would have brought.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Days">How far back.</param>
/// <param name="Read">How many articles the archive names.</param>
/// <param name="Matched">How many match.</param>
/// <param name="Missing">How many the library has no longer.</param>
/// <param name="Latest">The newest matches, newest first.</param>
/// <param name="MatchesByDay">By UTC day, for days with a match.</param>
/// <param name="Digests">The digests of the schedule, where one was given.</param>
internal sealed record BacktestResult(
    Rule Rule,
    int Days,
    int Read,
    int Matched,
    int Missing,
    IReadOnlyList<ArchiveEntry> Latest,
    IReadOnlyDictionary<DateOnly, int> MatchesByDay,
    DigestCount? Digests);

/// <param name="Count">How many.</param>
/// <param name="Largest">Articles in the largest.</param>
internal sealed record DigestCount(int Count, int Largest);
