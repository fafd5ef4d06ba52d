using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using NewsAlerts.Digesting;

namespace NewsAlerts.Chaos.Readers;

/// <summary>A digest as a reader got it.</summary>
/// <param name="Reader">Whose.</param>
/// <param name="Id">From Message-ID or webhook-id.</param>
/// <param name="Began">When its sending began: the request or the connection arrived at the proxy.</param>
/// <param name="At">When the reader had all of it.</param>
/// <param name="Markers">The articles in it.</param>
/// <param name="Complaint">What is wrong with it, such as its signature; null for nothing.</param>
internal sealed record Received(string Reader, string Id, DateTimeOffset Began, DateTimeOffset At, IReadOnlySet<string> Markers, string? Complaint)
{
    /// <summary>How many articles it only counts, since a mail may not have more than 100 KB: "And 41 more."</summary>
    public int Counted { get; init; }
}

/// <summary>Everything that readers got, in order.</summary>
internal sealed partial class ReceivedDigests(Timeline timeline)
{
    private readonly ConcurrentQueue<Received> _all = new();
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> _counted = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<DateTimeOffset, bool> _answered = new();

    public IReadOnlyList<Received> All => [.. _all.Select(one => _counted.TryGetValue(one.Id, out var markers) ? one with { Markers = markers } : one)];

    /// <summary>Adds what mails only count, where it is as much as they say: the page that they link to has all that the digest's document holds.</summary>
    public async Task AddCountedAsync(IDigests digests, CancellationToken cancellationToken)
    {
        foreach (var one in _all.Where(one => one.Counted > 0))
        {
            var document = await digests.FindAsync(DigestId.Parse(one.Id, CultureInfo.InvariantCulture), cancellationToken);
            var markers = MarkersIn(string.Join(' ', document?.Items.Select(item => item.Citation.Url) ?? []));
            if (markers.IsSupersetOf(one.Markers) && markers.Count == one.Markers.Count + one.Counted)
            {
                _counted[one.Id] = markers;
            }
        }
    }

    /// <summary>The OK to the webhook that arrived then went back to its sender.</summary>
    public void Answered(DateTimeOffset arrived) => _answered[arrived] = true;

    /// <summary>Whether its sender got the OK for sure; of a mail that is not known.</summary>
    public bool WasAnswered(Received one) => _answered.ContainsKey(one.Began);

    public void Add(Received one)
    {
        _all.Enqueue(one);
        timeline.Note(one.Id, $"received by {one.Reader}, sending began {one.Began:HH:mm:ss.fff}");
        foreach (var marker in one.Markers)
        {
            timeline.Note(marker, $"received by {one.Reader} in {one.Id}");
        }
    }

    public static IReadOnlySet<string> MarkersIn(string text) => Marker().Matches(text).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    public static int CountedIn(string text) => Counted().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^And (\d+) more\.", RegexOptions.Multiline)]
    private static partial Regex Counted();

    [GeneratedRegex(@"https://harbour\.example/(c\d{5}v\d)")]
    private static partial Regex Marker();
}
