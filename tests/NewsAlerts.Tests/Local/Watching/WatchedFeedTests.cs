using Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Ingesting;
using NewsAlerts.Local.Watching;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Watching;

/// <summary>What is new in a feed is added once, and its host is left in peace in between.</summary>
public sealed class WatchedFeedTests : IAsyncLifetime
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("newsalerts-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 5, 0, 0, TimeSpan.Zero));
    private readonly DroppedOriginals _dropped = new();
    private readonly List<WatchNews> _news = [];
    private ServiceProvider _services = null!;
    private GivenFeedServer _server = null!;

    private Uri Feed => _server.At("/feed");

    public async Task InitializeAsync()
    {
        _server = await GivenFeedServer.StartAsync();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time)
            .AddLogging()
            .AddFeeds(new ConfigurationBuilder().AddInMemoryCollection([new("Feeds:AllowInsecure", "true"), new("Feeds:AllowLoopback", "true")]).Build())
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _services.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_feed_is_dropped_as_it_came()
    {
        var feed = GivenFeedServer.Rss("One", "Two");
        _server.Answers["/feed"] = GivenFeedServer.Document(feed, "\"v1\"");

        await LookAsync();

        Assert.Equal([("feeds/127.0.0.1/20260504T050000Z.xml", feed)], _dropped.All);
        Assert.Equal([new WatchNews.Added(Feed.AbsoluteUri, "feeds/127.0.0.1/20260504T050000Z.xml", Entries: 2, Known: 0)], _news);
    }

    [Fact]
    public async Task A_feed_is_asked_once_an_interval_also_after_a_restart()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("One"), "\"v1\"");

        Assert.Equal(Every, await LookAsync());
        _time.Advance(Every - TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), await LookAsync());
        Assert.Single(_server.AskedFor("/feed"));

        _time.Advance(TimeSpan.FromSeconds(1));
        await LookAsync();
        Assert.Equal("\"v1\"", _server.AskedFor("/feed")[1].IfNoneMatch);
        Assert.Single(_dropped.All);
    }

    [Fact]
    public async Task Only_entries_that_are_new_are_dropped_again()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("One", "Two"), "\"v1\"");
        await LookAsync();
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("Three", "One", "Two"), "\"v2\"");
        _time.Advance(Every);

        await LookAsync();

        var again = _dropped.All.Last().Text;
        Assert.Contains("Three", again, StringComparison.Ordinal);
        Assert.Contains("Harbour News", again, StringComparison.Ordinal);
        Assert.DoesNotContain("One", again, StringComparison.Ordinal);
        Assert.Equal((1, 2), _news.OfType<WatchNews.Added>().Select(added => (added.Entries, added.Known)).Last());
    }

    [Fact]
    public async Task A_feed_that_says_the_same_in_other_bytes_is_not_dropped_again()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("One"), "\"v1\"");
        await LookAsync();
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("One").Replace("<channel>", "<channel><lastBuildDate>now</lastBuildDate>", StringComparison.Ordinal), "\"v2\"");
        _time.Advance(Every);

        await LookAsync();

        Assert.Single(_dropped.All);
        Assert.Equal(new WatchNews.Unchanged(Feed.AbsoluteUri), _news[^1]);
    }

    [Fact]
    public async Task A_long_feed_is_dropped_in_parts_that_can_be_ingested()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("One", "Two", "Three"), "\"v1\"");

        await Host(limits: new IngestOptions { MaxEntries = 2 }).LookAsync(default);

        Assert.Equal([2, 1], _news.OfType<WatchNews.Added>().Select(added => added.Entries!.Value));
    }

    [Fact]
    public async Task What_could_not_be_dropped_is_fetched_again()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("One"), "\"v1\"");
        _dropped.IsAway = true;
        await Assert.ThrowsAsync<RequestFailedException>(LookAsync);

        _dropped.IsAway = false;
        _time.Advance(Every);
        await LookAsync();

        Assert.False(_server.AskedFor("/feed")[1].ContainsKey("If-None-Match"));
        Assert.Single(_dropped.All);
    }

    [Fact]
    public async Task A_feed_that_fails_is_asked_less_and_less_often()
    {
        _server.Answers["/feed"] = GivenFeedServer.Status(500);
        var waits = new List<TimeSpan?>();
        for (var i = 0; i < 9; i++)
        {
            waits.Add(await LookAsync());
            _time.Advance(waits[^1]!.Value);
        }

        Assert.Equal([15, 30, 60, 120, 240, 480, 960, 1_440, 1_440], waits.Select(wait => wait!.Value.TotalMinutes));
        Assert.Equal("The server answered 500.", Assert.IsType<WatchNews.Failed>(_news[0]).Why);
        Assert.Equal(9, _server.AskedFor("/feed").Count);
    }

    [Theory]
    [InlineData(60, null, 60)]
    [InlineData(null, "max-age=3600", 60)]
    [InlineData(30, "public, max-age=7200", 120)]
    [InlineData(180, "max-age=7200", 180)]
    [InlineData(5, "max-age=60", 15)]
    [InlineData(60, "no-cache, max-age=7200", 60)]
    [InlineData(0, "max-age=-1", 15)]
    [InlineData(43_200, null, 360)]
    [InlineData(null, "max-age=31536000, immutable", 360)]
    public async Task A_feed_that_says_when_it_will_be_new_is_not_asked_before_but_within_six_hours(int? ttl, string? cacheControl, int minutes)
    {
        var headers = cacheControl is null ? Array.Empty<(string, string)>() : [("Cache-Control", cacheControl)];
        var feed = GivenFeedServer.Rss("One").Replace("<channel>", ttl is null ? "<channel>" : $"<channel><ttl> {ttl} </ttl>", StringComparison.Ordinal);
        _server.Answers["/feed"] = GivenFeedServer.Document(feed, "\"v1\"", headers);

        Assert.Equal(TimeSpan.FromMinutes(minutes), await LookAsync());

        // Not changed, and said by nobody but the document that was read then, or this answer's header: the same again, also after a restart.
        _time.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(TimeSpan.FromMinutes(minutes), await LookAsync());
        Assert.IsType<WatchNews.Unchanged>(_news[^1]);
        Assert.Equal(2, _server.AskedFor("/feed").Count);
    }

    [Fact]
    public async Task Time_spent_in_caches_is_no_part_of_how_long_a_feed_will_do()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("One"), "\"v1\"", ("Cache-Control", "max-age=7200"), ("Age", "3600"));

        Assert.Equal(TimeSpan.FromHours(1), await LookAsync());
    }

    [Fact]
    public async Task One_look_does_not_ask_before_the_feed_wishes_and_says_when_it_is_due()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("One"), "\"v1\"", ("Cache-Control", "max-age=3600"));
        await Host(Feed).LookOnceAsync(default);
        _time.Advance(TimeSpan.FromMinutes(59));

        await Host(Feed).LookOnceAsync(default);

        Assert.Equal(new WatchNews.NotDue(Feed.AbsoluteUri, _time.Start.AddHours(1)), _news[^1]);
        Assert.Single(_server.AskedFor("/feed"));
    }

    [Fact]
    public async Task A_host_that_wants_to_be_left_alone_is_left_alone_by_all_its_feeds()
    {
        _server.Answers["/feed"] = GivenFeedServer.Status(429, ("Retry-After", "7200"));
        _server.Answers["/other"] = GivenFeedServer.Document(GivenFeedServer.Rss("One"), "\"v1\"");

        await Host(_server.At("/feed"), _server.At("/other")).LookAsync(default);
        _time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        await Host(_server.At("/feed"), _server.At("/other")).LookAsync(default);

        Assert.Equal(["/robots.txt", "/feed"], _server.Asked.Select(one => one.Path));
    }

    [Fact]
    public async Task The_feeds_of_one_host_are_asked_one_after_the_other()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("One"), "\"v1\"");
        _server.Answers["/other"] = GivenFeedServer.Document(GivenFeedServer.Rss("Two"), "\"v1\"");

        var visit = Host(_server.At("/feed"), _server.At("/other")).LookAsync(default);
        await Eventually.IsTrueAsync(() => _news.Count == 1);
        Assert.Empty(_server.AskedFor("/other"));
        await Eventually.IsTrueAsync(() =>
        {
            // In steps so small that no request runs out of its own time.
            _time.Advance(TimeSpan.FromMilliseconds(10));
            return visit.IsCompleted;
        });

        await visit;
        Assert.True(_time.GetUtcNow() - _time.Start >= WatchedHost.Gap);
        Assert.Single(_server.AskedFor("/other"));
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_never_asked_again_and_ends_the_watch()
    {
        _server.Answers["/feed"] = GivenFeedServer.Status(410);

        Assert.Null(await LookAsync());
        _time.Advance(TimeSpan.FromDays(100));
        Assert.Null(await LookAsync());
        await Host(Feed).LookOnceAsync(default);

        Assert.Single(_server.AskedFor("/feed"));
        Assert.All(_news, news => Assert.Contains("gone for good since 2026-05-04", Assert.IsType<WatchNews.Failed>(news).Why, StringComparison.Ordinal));
        Assert.Equal(2, _news.Count);
    }

    [Fact]
    public async Task A_page_is_no_feed_and_is_not_dropped()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document("<!doctype html><html><body>Welcome.</body></html>", "\"v1\"");

        await LookAsync();

        Assert.Contains("It is neither RSS nor Atom", Assert.IsType<WatchNews.Failed>(Assert.Single(_news)).Why, StringComparison.Ordinal);
        Assert.Empty(_dropped.All);
    }

    [Fact]
    public async Task One_look_counts_a_timer_that_comes_a_little_early_and_says_what_is_not_due()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document(GivenFeedServer.Rss("One"), "\"v1\"");
        await Host(Feed).LookOnceAsync(default);
        _time.Advance(TimeSpan.FromMinutes(10));
        await Host(Feed).LookOnceAsync(default);
        Assert.Single(_server.AskedFor("/feed"));
        Assert.IsType<WatchNews.NotDue>(_news[^1]);

        _time.Advance(TimeSpan.FromMinutes(4));
        await Host(Feed).LookOnceAsync(default);
        Assert.Equal(2, _server.AskedFor("/feed").Count);
    }

    [Fact]
    public async Task A_feed_that_has_moved_says_where()
    {
        _server.Answers["/feed"] = GivenFeedServer.Redirect(301, _server.At("/new"));
        _server.Answers["/new"] = GivenFeedServer.Document(GivenFeedServer.Rss("One"), "\"v1\"");

        await LookAsync();

        Assert.Equal(new WatchNews.Moved(Feed.AbsoluteUri, _server.At("/new")), _news[0]);
        Assert.Single(_dropped.All);
    }

    /// <summary>A look by a process that has just started.</summary>
    private Task<TimeSpan?> LookAsync() => Host(Feed).LookAsync(default);

    private WatchedHost Host(params Uri[] feeds) => Host(new IngestOptions(), feeds);

    private WatchedHost Host(IngestOptions limits, params Uri[] feeds)
    {
        var memory = WatchMemory.Open(_data.FullName, account: null);
        var fetcher = _services.GetRequiredService<FeedFetcher>();
        return new WatchedHost(
            "127.0.0.1",
            [.. (feeds.Length == 0 ? [Feed] : feeds).Select(feed => new WatchedFeed(feed, feed.AbsoluteUri, fetcher, memory, _dropped.Inbox, limits, Every, _time, _news.Add))],
            Every,
            _time,
            _news.Add);
    }
}
