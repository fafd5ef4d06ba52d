using System.Collections.Concurrent;
using System.Globalization;

namespace NewsAlerts.Chaos;

/// <summary>What happened when, by whom it concerns: an article's marker, a digest's id, a host.</summary>
internal sealed class Timeline(TimeProvider time)
{
    private readonly ConcurrentQueue<TimelineEntry> _entries = new();

    public IEnumerable<TimelineEntry> Entries => _entries;

    public DateTimeOffset Note(string subject, string what)
    {
        var now = time.GetUtcNow();
        _entries.Enqueue(new TimelineEntry(now, subject, what));
        return now;
    }

    /// <summary>Everything about those subjects, and what was done to hosts meanwhile.</summary>
    public IEnumerable<string> Of(IReadOnlySet<string> subjects)
    {
        var mine = _entries.Where(entry => subjects.Contains(entry.Subject)).ToList();
        if (mine.Count == 0)
        {
            return [];
        }

        var (from, to) = (mine.Min(entry => entry.At).AddSeconds(-2), mine.Max(entry => entry.At).AddSeconds(30));
        return _entries
            .Where(entry => subjects.Contains(entry.Subject) || (entry.Subject.StartsWith("host", StringComparison.Ordinal) && entry.At >= from && entry.At <= to))
            .OrderBy(entry => entry.At)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.At:HH:mm:ss.fff}  {entry.Subject}: {entry.What}"));
    }
}

internal sealed record TimelineEntry(DateTimeOffset At, string Subject, string What);
