using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Adapters.Feeds;
using NewsAlerts.Tests.Given;

namespace NewsAlerts.Tests.Adapters.Feeds;

/// <summary>Feeds are fetched politely, and from nowhere that requests may not go. Against a server that really answers.</summary>
public sealed class FeedFetcherTests : Fetching
{
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
}
