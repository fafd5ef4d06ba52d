using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Feeds;

/// <summary>Feeds are fetched politely, and from nowhere that requests may not go. Against a server that really answers.</summary>
public sealed class FeedFetcherTests : IAsyncLifetime
{
    private const int Most = 10_000;
    private GivenFeedServer _server = null!;

    public async Task InitializeAsync() => _server = await GivenFeedServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_feed_comes_with_its_version_and_unchanged_it_does_not_come_again()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document("<rss/>", "\"v1\"");
        await using var fetch = Fetch();

        var first = Assert.IsType<FeedAnswer.Document>(await fetch.AskAsync(_server.At("/feed")));
        Assert.Equal("<rss/>", Encoding.UTF8.GetString(first.Content.Span));
        Assert.Equal("application/rss+xml", first.ContentType);

        Assert.IsType<FeedAnswer.Unchanged>(await fetch.AskAsync(_server.At("/feed"), first.Version));
        var (unconditional, conditional) = (_server.AskedFor("/feed")[0], _server.AskedFor("/feed")[1]);
        Assert.False(unconditional.ContainsKey("If-None-Match"));
        Assert.Equal("\"v1\"", conditional.IfNoneMatch);
        Assert.Equal("Mon, 04 May 2026 05:00:00 GMT", conditional.IfModifiedSince);
        Assert.Matches(@"^NewsAlerts/\d+\.\d+\.\d+$", conditional.UserAgent.ToString());
        Assert.Contains("application/atom+xml", conditional.Accept.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_etag_that_is_not_well_formed_goes_back_as_it_came()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document("<rss/>", "bare-etag");
        await using var fetch = Fetch();
        var first = Assert.IsType<FeedAnswer.Document>(await fetch.AskAsync(_server.At("/feed")));

        Assert.IsType<FeedAnswer.Unchanged>(await fetch.AskAsync(_server.At("/feed"), first.Version));
    }

    [Fact]
    public async Task The_version_of_one_address_is_not_asked_of_another()
    {
        _server.Answers["/feed"] = GivenFeedServer.Document("<rss/>", "\"v1\"");
        _server.Answers["/elsewhere"] = GivenFeedServer.Document("<rss/>", "\"v1\"");
        await using var fetch = Fetch();
        var first = Assert.IsType<FeedAnswer.Document>(await fetch.AskAsync(_server.At("/feed")));
        _server.Answers["/feed"] = GivenFeedServer.Redirect(302, _server.At("/elsewhere"));

        Assert.IsType<FeedAnswer.Document>(await fetch.AskAsync(_server.At("/feed"), first.Version));
    }

    [Fact]
    public async Task A_permanent_redirect_says_where_the_feed_is_from_now_on()
    {
        _server.Answers["/old"] = GivenFeedServer.Redirect(301, _server.At("/new"));
        _server.Answers["/new"] = GivenFeedServer.Document("<rss/>", "\"v1\"");
        await using var fetch = Fetch();

        Assert.Equal(_server.At("/new"), Assert.IsType<FeedAnswer.Document>(await fetch.AskAsync(_server.At("/old"))).MovedTo);
    }

    [Fact]
    public async Task What_follows_a_temporary_redirect_is_not_for_good()
    {
        _server.Answers["/old"] = GivenFeedServer.Redirect(302, _server.At("/between"));
        _server.Answers["/between"] = GivenFeedServer.Redirect(308, _server.At("/new"));
        _server.Answers["/new"] = GivenFeedServer.Document("<rss/>", "\"v1\"");
        await using var fetch = Fetch();

        Assert.Null(Assert.IsType<FeedAnswer.Document>(await fetch.AskAsync(_server.At("/old"))).MovedTo);
    }

    [Fact]
    public async Task Going_round_in_circles_ends()
    {
        _server.Answers["/feed"] = GivenFeedServer.Redirect(301, _server.At("/feed"));
        await using var fetch = Fetch();

        Assert.Equal(new FeedAnswer.NotNow("It redirects more than 5 times."), await fetch.AskAsync(_server.At("/feed")));
        Assert.Equal(6, _server.AskedFor("/feed").Count);
    }

    [Theory]
    [InlineData("http://10.0.0.5/feed", OutgoingUrl.Inside)]
    [InlineData("http://169.254.169.254/latest/meta-data", OutgoingUrl.Inside)]
    [InlineData("http://metadata.google.internal/", OutgoingUrl.Inside)]
    [InlineData("file:///etc/passwd", "The URL must be https.")]
    [InlineData("http://example.org:25/", "port belongs to another protocol")]
    public async Task No_redirect_leads_to_the_inside(string target, string expected)
    {
        _server.Answers["/feed"] = GivenFeedServer.Redirect(302, new Uri(target));
        await using var fetch = Fetch();

        var answer = Assert.IsType<FeedAnswer.NotNow>(await fetch.AskAsync(_server.At("/feed")));
        Assert.StartsWith("It redirects to where requests may not go: ", answer.Error, StringComparison.Ordinal);
        Assert.Contains(expected, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_robots_txt_leads_to_the_inside()
    {
        _server.Answers["/robots.txt"] = GivenFeedServer.Redirect(302, new Uri("http://10.0.0.5/robots.txt"));
        _server.Answers["/feed"] = GivenFeedServer.Document("<rss/>", "\"v1\"");
        await using var fetch = Fetch();

        Assert.Contains(OutgoingUrl.Inside, Assert.IsType<FeedAnswer.NotNow>(await fetch.AskAsync(_server.At("/feed"))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_option_for_development_this_machine_is_not_asked()
    {
        await using var fetch = Fetch(("Feeds:AllowLoopback", "false"));

        var answer = Assert.IsType<FeedAnswer.NotNow>(await fetch.AskAsync(_server.At("/feed")));

        Assert.Equal($"{OutgoingUrl.Inside} Feeds__AllowLoopback=true allows this machine.", answer.Error);
        Assert.Empty(_server.Asked);
    }

    [Fact]
    public async Task Without_an_option_feeds_are_not_fetched_by_http()
    {
        await using var fetch = Fetch(("Feeds:AllowInsecure", "false"));

        Assert.Equal("The URL must be https. Feeds__AllowInsecure=true allows http, for development.", fetch.Objection(new Uri("http://example.org/feed")));
        Assert.Equal("The URL must not hold a user name or a password.", fetch.Objection(new Uri("https://ann:secret@example.org/feed")));
        Assert.Null(fetch.Objection(new Uri("https://example.org/feed")));
    }

    [Fact]
    public async Task A_public_name_for_an_inside_address_is_not_asked()
    {
        await using var fetch = new Fetcher(new Named(IPAddress.Parse("192.168.1.1")), ("Feeds:AllowInsecure", "true"));

        Assert.Contains(OutgoingUrl.Inside, Assert.IsType<FeedAnswer.NotNow>(await fetch.AskAsync(new Uri("http://feeds.brackwater.example/"))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gone_is_gone()
    {
        _server.Answers["/feed"] = GivenFeedServer.Status(410);
        await using var fetch = Fetch();

        Assert.IsType<FeedAnswer.Gone>(await fetch.AskAsync(_server.At("/feed")));
    }

    [Theory]
    [InlineData(429, "The server answered 429: it is asked too often.")]
    [InlineData(503, "The server answered 503.")]
    [InlineData(500, "The server answered 500.")]
    public async Task How_long_to_wait_is_the_hosts_to_say(int status, string error)
    {
        _server.Answers["/feed"] = GivenFeedServer.Status(status, ("Retry-After", "7200"));
        await using var fetch = Fetch();

        Assert.Equal(new FeedAnswer.NotNow(error, TimeSpan.FromHours(2), IsHostsWish: true), await fetch.AskAsync(_server.At("/feed")));
    }

    [Fact]
    public async Task An_error_without_a_wish_leaves_the_wait_to_us()
    {
        _server.Answers["/feed"] = GivenFeedServer.Status(500);
        await using var fetch = Fetch();

        Assert.Equal(new FeedAnswer.NotNow("The server answered 500."), await fetch.AskAsync(_server.At("/feed")));
    }

    [Fact]
    public async Task A_huge_feed_is_not_read_to_its_end()
    {
        _server.Answers["/feed"] = async context =>
        {
            var chunk = new byte[8_192];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        };
        await using var fetch = Fetch();

        Assert.Contains("more than 10,000 bytes", Assert.IsType<FeedAnswer.NotNow>(await fetch.AskAsync(_server.At("/feed"))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_small_only_while_it_is_packed_is_too_large_all_the_same()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[5_000_000]);
        }

        _server.Answers["/feed"] = context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync(packed.ToArray()).AsTask();
        };
        await using var fetch = Fetch();

        Assert.True(packed.Length < Most);
        Assert.Contains("more than 10,000 bytes", Assert.IsType<FeedAnswer.NotNow>(await fetch.AskAsync(_server.At("/feed"))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_dawdles_is_left()
    {
        _server.Answers["/feed"] = async context =>
        {
            await context.Response.WriteAsync("<rss>", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };
        await using var fetch = Fetch(("Feeds:Timeout", "00:00:01"));
        fetch.Memory.Save(_server.Root.GetLeftPart(UriPartial.Authority), new RobotsRecord(TimeProvider.System.GetUtcNow(), RobotsRules.None));

        Assert.Equal(new FeedAnswer.NotNow("The server did not answer in full within 1 s."), await fetch.AskAsync(_server.At("/feed")));
    }

    [Fact]
    public async Task A_document_that_breaks_off_is_none()
    {
        _server.Answers["/feed"] = async context =>
        {
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("<rss>", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        };
        await using var fetch = Fetch();

        Assert.Equal(new FeedAnswer.NotNow("No connection to the server, or it broke off."), await fetch.AskAsync(_server.At("/feed")));
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked_and_robots_txt_is_asked_once_a_day()
    {
        _server.Answers["/robots.txt"] = context => context.Response.WriteAsync("User-agent: NewsAlerts\nDisallow: /private", context.RequestAborted);
        _server.Answers["/public"] = GivenFeedServer.Document("<rss/>", "\"v1\"");
        await using var fetch = Fetch();

        var answer = Assert.IsType<FeedAnswer.NotNow>(await fetch.AskAsync(_server.At("/private/feed")));
        Assert.IsType<FeedAnswer.Document>(await fetch.AskAsync(_server.At("/public")));

        Assert.StartsWith("The host's robots.txt does not let NewsAlerts read that address.", answer.Error, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/public"], _server.Asked.Select(one => one.Path));
    }

    [Fact]
    public async Task What_robots_txt_forbids_is_not_asked_after_a_redirect_either()
    {
        _server.Answers["/robots.txt"] = context => context.Response.WriteAsync("User-agent: *\nDisallow: /private", context.RequestAborted);
        _server.Answers["/feed"] = GivenFeedServer.Redirect(302, _server.At("/private/feed"));
        await using var fetch = Fetch();

        Assert.Contains("robots.txt", Assert.IsType<FeedAnswer.NotNow>(await fetch.AskAsync(_server.At("/feed"))).Error, StringComparison.Ordinal);
        Assert.Empty(_server.AskedFor("/private/feed"));
    }

    [Fact]
    public async Task While_robots_txt_cannot_be_had_nothing_is_asked()
    {
        _server.Answers["/robots.txt"] = GivenFeedServer.Status(503, ("Retry-After", "60"));
        await using var fetch = Fetch();

        var answer = Assert.IsType<FeedAnswer.NotNow>(await fetch.AskAsync(_server.At("/feed")));

        Assert.Equal("The host's robots.txt cannot be had, and without it nothing may be asked (RFC 9309). The server answered 503.", answer.Error);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Wait);
        Assert.Empty(_server.AskedFor("/feed"));
    }

    [Fact]
    public async Task An_earlier_robots_txt_stands_in_for_one_that_cannot_be_had()
    {
        _server.Answers["/robots.txt"] = GivenFeedServer.Status(500);
        _server.Answers["/feed"] = GivenFeedServer.Document("<rss/>", "\"v1\"");
        await using var fetch = Fetch();
        fetch.Memory.Save(_server.Root.GetLeftPart(UriPartial.Authority), new RobotsRecord(TimeProvider.System.GetUtcNow().AddDays(-2), RobotsRules.None));

        Assert.IsType<FeedAnswer.Document>(await fetch.AskAsync(_server.At("/feed")));
        Assert.Single(_server.AskedFor("/robots.txt"));
    }

    private static Fetcher Fetch(params (string Key, string Value)[] settings) =>
        new(new SystemNameLookup(), [("Feeds:AllowInsecure", "true"), ("Feeds:AllowLoopback", "true"), .. settings]);

    private sealed class Fetcher(INameLookup names, params (string Key, string Value)[] settings) : IAsyncDisposable
    {
        private readonly ServiceProvider _services = new ServiceCollection()
            .AddSingleton(names)
            .AddLogging()
            .AddFeeds(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.GroupBy(one => one.Key).ToDictionary(one => one.Key, one => (string?)one.Last().Value))
                .Build())
            .BuildServiceProvider();

        public RobotsMemory Memory { get; } = new();

        public string? Objection(Uri url) => _services.GetRequiredService<FeedFetcher>().Objection(url);

        public Task<FeedAnswer> AskAsync(Uri url, FeedVersion? known = null) =>
            _services.GetRequiredService<FeedFetcher>().FetchAsync(new FeedRequest(url, Most, known), Memory, CancellationToken.None);

        public ValueTask DisposeAsync() => _services.DisposeAsync();
    }

    private sealed class RobotsMemory : IRobotsMemory
    {
        private readonly Dictionary<string, RobotsRecord> _records = [];

        public RobotsRecord? Find(string origin) => _records.GetValueOrDefault(origin);

        public void Save(string origin, RobotsRecord record) => _records[origin] = record;
    }

    private sealed class Named(IPAddress address) : INameLookup
    {
        public Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IPAddress[]>([address]);
    }
}
