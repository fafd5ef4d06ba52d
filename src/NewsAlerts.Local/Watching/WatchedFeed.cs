using System.Globalization;
using System.Security.Cryptography;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Hosting;
using NewsAlerts.Local.Terminal;

namespace NewsAlerts.Local.Watching;

/// <summary>
/// Drops what is new in a feed: the document as it came, or, where it holds entries that an earlier one held, the feed with only the others, so that a long
/// feed does not send all of its articles through the pipeline whenever one is added. A version is remembered after it was dropped.
/// </summary>
internal sealed class WatchedFeed(
    Uri url, string name, FeedFetcher fetcher, WatchMemory memory, ArticlesInbox inbox, IngestOptions limits, TimeSpan every, TimeProvider time, Action<WatchNews> tell)
{
    /// <summary>The longest wait for a feed that fails again and again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The longest wait because of what a feed says of its own age: servers give every file a week or a year, and news does not keep.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(6);

    private FeedMemory _known = memory.Feed(url);
    private Uri? _movedTo;

    public string Source => name;

    /// <summary>Whether it said that nobody is to ask again.</summary>
    public bool IsGone => _known.Gone is not null;

    /// <summary>When it may be asked next.</summary>
    /// <param name="early">How much sooner than <c>--every</c> will do.</param>
    public DateTimeOffset Due(TimeSpan early)
    {
        var due = _known.Asked is { } asked ? asked + every - early : DateTimeOffset.MinValue;
        return _known.NotBefore > due ? _known.NotBefore.Value : due;
    }

    /// <summary>Says that it is gone, which nothing here changes.</summary>
    public void TellGone() => tell(new WatchNews.Failed(
        name, null, $"It has been gone for good since {time.Local(_known.Gone!.Value)} (410), and is not asked any more: leave it out. To ask again, delete {memory.FileOfFeed(url)}."));

    /// <summary>Leaves it alone until then, as its host wishes.</summary>
    public void PutOff(DateTimeOffset until) => Remember(_known with { NotBefore = until > _known.NotBefore ? until : _known.NotBefore ?? until });

    /// <summary>Asks for it once.</summary>
    /// <returns>How long its host wishes to be left alone; null where it wishes nothing.</returns>
    public async Task<TimeSpan?> AskAsync(CancellationToken cancellationToken)
    {
        // Before the request: a crash must not make an impatient client of us.
        Remember(_known with { Asked = time.GetUtcNow() });
        switch (await fetcher.FetchAsync(new FeedRequest(url, limits.MaxOriginalBytes, _known.Version), memory, cancellationToken))
        {
            case FeedAnswer.Document document:
                await TakeAsync(document, cancellationToken);
                return null;
            case FeedAnswer.Unchanged unchanged:
                Rest(_known with { FreshFor = unchanged.FreshFor ?? _known.FreshFor });
                tell(new WatchNews.Unchanged(name));
                return null;
            case FeedAnswer.Gone:
                Remember(_known with { Gone = time.GetUtcNow() });
                TellGone();
                return null;
            case FeedAnswer.NotNow(var error, var wait, var isHostsWish):
                Fail(error, wait);
                return isHostsWish ? wait : null;
            case var answer:
                throw new InvalidOperationException($"Unknown answer {answer}.");
        }
    }

    private async Task TakeAsync(FeedAnswer.Document document, CancellationToken cancellationToken)
    {
        if (document.MovedTo is { } to && to != _movedTo)
        {
            _movedTo = to;
            tell(new WatchNews.Moved(name, to));
        }

        var content = Convert.ToHexStringLower(SHA256.HashData(document.Content.Span).AsSpan(0, 16));
        if (content == _known.Content)
        {
            Rest(_known with { FreshFor = document.FreshFor, Version = document.Version });
            tell(new WatchNews.Unchanged(name));
            return;
        }

        var (feed, why) = FeedDocument.Read(document.Content, document.ContentType, document.From, cancellationToken);
        if (feed is null)
        {
            Fail($"What is there cannot be added. {why}", null);
            return;
        }

        var known = _known.Entries.ToHashSet(StringComparer.Ordinal);
        var fresh = feed.Keys.Where(key => !known.Contains(key)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var part in fresh.Chunk(limits.MaxEntries))
        {
            var whole = part.Length == feed.Keys.Count && feed.IsSelfContained;
            await DropAsync(whole ? document.Content : feed.With(part.ToHashSet(StringComparer.Ordinal)), part.Length, feed.Keys.Count - fresh.Count, cancellationToken);
        }

        Rest(_known with { FreshFor = document.FreshFor, TimeToLive = feed.TimeToLive, Version = document.Version, Content = content, Entries = feed.Keys });
        if (fresh.Count == 0)
        {
            tell(new WatchNews.Unchanged(name));
        }
    }

    private async Task DropAsync(ReadOnlyMemory<byte> content, int entries, int known, CancellationToken cancellationToken)
    {
        var original = string.Create(CultureInfo.InvariantCulture, $"feeds/{url.IdnHost}/{time.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.xml");
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        var dropped = await inbox.AddAsync(original, stream, cancellationToken);
        tell(new WatchNews.Added(name, dropped, entries, known));
    }

    /// <summary>It was read: it is asked again after the interval, or later, where it says itself that nothing new is to be expected before.</summary>
    private void Rest(FeedMemory known)
    {
        var wish = known.TimeToLive > known.FreshFor || known.FreshFor is null ? known.TimeToLive : known.FreshFor;
        var rest = wish > LongestRest ? LongestRest : wish;
        Remember(known with { Failures = 0, NotBefore = rest > every ? known.Asked + rest : null });
    }

    private void Fail(string error, TimeSpan? wait)
    {
        var failures = _known.Failures + 1;
        var backOff = PollDelay.After(failures, every, LongestWait);
        var next = time.GetUtcNow() + (wait > backOff ? wait.Value : backOff);
        Remember(_known with { Failures = failures, NotBefore = next });
        tell(new WatchNews.Failed(name, null, error, next));
    }

    private void Remember(FeedMemory known)
    {
        memory.Save(url, known);
        _known = known;
    }
}
