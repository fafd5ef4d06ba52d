using Microsoft.AspNetCore.Http;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Feeds;

/// <summary>What a host's robots.txt forbids is not asked.</summary>
public sealed class FeedRobotsTests : Fetching
{
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
}
