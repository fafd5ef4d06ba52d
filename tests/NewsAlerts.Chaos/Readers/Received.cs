using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace NewsAlerts.Chaos.Readers;

/// <summary>A digest as a reader got it.</summary>
/// <param name="Reader">Whose.</param>
/// <param name="Id">From Message-ID or webhook-id.</param>
/// <param name="Began">When its sending began: the request or the connection arrived at the proxy.</param>
/// <param name="At">When the reader had all of it.</param>
/// <param name="Markers">The articles in it.</param>
/// <param name="Complaint">What is wrong with it, such as its signature; null for nothing.</param>
internal sealed record Received(string Reader, string Id, DateTimeOffset Began, DateTimeOffset At, IReadOnlySet<string> Markers, string? Complaint);

/// <summary>Everything that readers got, in order.</summary>
internal sealed partial class ReceivedDigests(Timeline timeline)
{
    private readonly ConcurrentQueue<Received> _all = new();

    private readonly ConcurrentDictionary<DateTimeOffset, bool> _answered = new();

    public IReadOnlyList<Received> All => [.. _all];

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

    [GeneratedRegex(@"https://harbour\.example/(c\d{5}v\d)")]
    private static partial Regex Marker();
}
