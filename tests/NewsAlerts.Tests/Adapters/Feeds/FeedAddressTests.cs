using System.Net;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Adapters.Http;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Feeds;

/// <summary>Where a feed may lead, and where not.</summary>
public sealed class FeedAddressTests : Fetching
{
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
}
