using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NewsAlerts.Web.Readers;

namespace NewsAlerts.Tests.Web.Readers;

public sealed class ReaderThrottleTests
{
    [Theory]
    [InlineData("203.0.113.7", "", "203.0.113.7")]
    [InlineData("203.0.113.7", "198.51.100.1", "203.0.113.7")] // Nobody's proxy: anyone can write that header.
    [InlineData("127.0.0.1", "10.9.9.9, 203.0.113.7:51234", "203.0.113.7")]
    [InlineData("127.0.0.1", "not an address", "127.0.0.1")]
    [InlineData("::ffff:203.0.113.7", "", "203.0.113.7")]
    [InlineData("2001:db8:1:2:aaaa::1", "", "2001:db8:1:2::")]
    [InlineData("::1", "[2001:db8:1:2:bbbb::2]:443", "2001:db8:1:2::")]
    public void A_request_counts_for_the_address_that_it_came_from(string connection, string header, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), ReaderThrottle.Sender(Request(connection, header), trustedProxies: 0));

    [Theory]
    [InlineData("127.0.0.1", "10.9.9.9, 203.0.113.7, 198.51.100.1:443", 1, "203.0.113.7")] // A front door before the platform.
    [InlineData("10.0.0.4", "10.9.9.9, 203.0.113.7", 1, "203.0.113.7")] // A proxy before a container.
    [InlineData("10.0.0.4", "203.0.113.7, 198.51.100.1", 2, "203.0.113.7")]
    [InlineData("10.0.0.4", "203.0.113.7", 3, "203.0.113.7")]
    [InlineData("10.0.0.4", "10.9.9.9, not an address, 198.51.100.1", 3, "198.51.100.1")]
    [InlineData("10.0.0.4", "", 1, "10.0.0.4")]
    public void Behind_trusted_proxies_a_request_counts_for_the_address_that_the_first_of_them_saw(string connection, string header, int proxies, string expected) =>
        Assert.Equal(IPAddress.Parse(expected), ReaderThrottle.Sender(Request(connection, header), proxies));

    [Fact]
    public void One_address_that_asks_too_often_is_turned_away_and_no_other_is()
    {
        using var throttle = new ReaderThrottle(Options.Create(new WebOptions { RequestsPerMinute = 3 }));

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => throttle.Admits(Request("203.0.113.7"))));
        Assert.True(throttle.Admits(Request("203.0.113.8")));
    }

    private static HttpRequest Request(string connection, string header = "")
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(connection);
        context.Request.Headers["X-Forwarded-For"] = header;
        return context.Request;
    }
}
