using NewsAlerts.Adapters.Feeds;

namespace NewsAlerts.Tests.Adapters.Feeds;

/// <summary>RFC 9309, its own examples among them.</summary>
public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/feed", false)]
    [InlineData("User-agent: *\nDisallow:", "/feed", true)]
    [InlineData("", "/feed", true)]
    [InlineData("<html>not found</html>", "/feed", true)]
    [InlineData("User-agent: other\nDisallow: /", "/feed", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: newsalerts\nAllow: /", "/feed", true)]
    [InlineData("User-agent: NEWSALERTS/2.0\nDisallow: /private", "/private/feed", false)]
    [InlineData("User-agent: NewsAlertsPlus\nDisallow: /", "/feed", true)]
    [InlineData("User-agent: *\nDisallow: /a\n\nUser-agent: NewsAlerts\nDisallow: /b", "/a", true)] // Named, so the group for all does not count.
    [InlineData("User-agent: NewsAlerts\nDisallow: /a\n\nUser-agent: NewsAlerts\nDisallow: /b", "/a", false)] // Groups of one name merge.
    [InlineData("User-agent: other\nUser-agent: NewsAlerts\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: NewsAlerts\nSitemap: https://example.com/s.xml\nUser-agent: other\nDisallow: /b", "/b", false)] // Other records end no group.
    [InlineData("User-agent: NewsAlerts\n\nUser-agent: other\nAllow: /\nDisallow: /b", "/b", false)]
    [InlineData("Disallow: /", "/feed", true)] // Outside any group.
    [InlineData("User-agent: * # everybody\r\nDisallow: /feed # not this\r\n", "/feed", false)]
    [InlineData("\uFEFFuser-agent : *\rDISALLOW : /feed", "/feed", false)]
    public void The_group_that_concerns_us_counts(string robots, string path, bool allowed) => Assert.Equal(allowed, Allows(robots, path));

    [Theory]
    [InlineData("Allow: /news/feed\nDisallow: /news", "/news/feed", true)] // The most specific wins, wherever it stands.
    [InlineData("Disallow: /news/feed\nAllow: /news", "/news/feed", false)]
    [InlineData("Disallow: /feed\nAllow: /feed", "/feed", true)] // Allow wins a tie.
    [InlineData("Disallow: /Feed", "/feed", true)]
    [InlineData("Disallow: /*.xml$", "/news/feed.xml", false)]
    [InlineData("Disallow: /*.xml$", "/news/feed.xml?page=2", true)]
    [InlineData("Disallow: /*?", "/feed?token=1", false)]
    [InlineData("Disallow: /*/private/*", "/a/private/b", false)]
    [InlineData("Disallow: /a*b*c$", "/a-b-b-c", false)]
    [InlineData("Disallow: /a*b*c$", "/a-b-b-cd", true)]
    [InlineData("Disallow: *feed", "/news/feed", false)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    [InlineData("Disallow: /foo/bar/\u30C4", "/foo/bar/%E3%83%84", false)]
    [InlineData("Disallow: /foo/bar/%E3%83%84", "/foo/bar/\u30C4", false)]
    [InlineData("Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false)]
    [InlineData("Disallow: /foo%2fbar", "/foo%2Fbar", false)]
    [InlineData("Disallow: /foo%2Fbar", "/foo/bar", true)] // A reserved character and its encoding differ.
    [InlineData("Disallow: /file-with-a-%2A.html", "/file-with-a-*.html", false)]
    [InlineData("Disallow: /file-with-a-%2A.html", "/file-with-a-b.html", true)]
    [InlineData("Disallow: /price-%24", "/price-$", false)]
    public void Paths_match_as_the_standard_has_it(string rules, string path, bool allowed) => Assert.Equal(allowed, Allows("User-agent: *\n" + rules, path));

    [Fact]
    public void A_pattern_of_stars_takes_no_time()
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2_000)) + "b$", "NewsAlerts");

        Assert.True(rules.Allow(new Uri("https://example.com/" + new string('a', 2_000))));
    }

    private static bool Allows(string robots, string path) => RobotsRules.Parse(robots, "NewsAlerts").Allow(new Uri("https://example.com" + path));
}
