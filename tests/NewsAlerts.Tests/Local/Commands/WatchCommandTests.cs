using NewsAlerts.Local.Commands;
using NewsAlerts.Tests.Given;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class WatchCommandTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("newsalerts-");
    private readonly GivenCommandLine _given = new();

    private string Data => Path.Combine(_root.FullName, "data");

    [Theory]
    [InlineData("watch", "watch")]
    [InlineData("watch . --every 10s", "--every is '10s'; expected a time of at least 1m and at most 7d")]
    [InlineData("completion tcsh", "'tcsh' is not a shell that scripts exist for; expected one of bash, zsh, fish, pwsh.")]
    public async Task A_command_line_that_is_wrong_ends_with_2(string arguments, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await _given.RunAsync(arguments.Split(' ')));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/folder", "There is no folder '/no/such/folder'.")]
    [InlineData("http://example.org/feed", "http://example.org/feed cannot be watched. The URL must be https. Feeds__AllowInsecure=true allows http, for development.")]
    [InlineData("https://localhost/feed", "cannot be watched. The URL leads to an address that requests may not reach")]
    [InlineData("ftp://example.org/feed", "ftp://example.org/feed cannot be watched. The URL must be https.")]
    [InlineData("https://", "'https://' is not an address.")]
    public async Task What_cannot_be_watched_is_said_before_anything_is_looked_at(string source, string expected)
    {
        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("watch", source, "--once", "--data", Data));
        Assert.Contains(expected, _given.Error, StringComparison.Ordinal);
        Assert.Empty(_given.Out);
    }

    [Fact]
    public async Task A_file_is_told_from_a_folder()
    {
        var file = Path.Combine(_root.FullName, "story.txt");
        await File.WriteAllTextAsync(file, "A story.");

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("watch", file, "--once", "--data", Data));
        Assert.Contains("is a file: `newsalerts add` adds it.", _given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_look_at_a_feed_that_fails_ends_with_1_and_says_why_in_json()
    {
        await using var server = await GivenFeedServer.StartAsync();
        (_given.Settings["Feeds:AllowInsecure"], _given.Settings["Feeds:AllowLoopback"]) = ("true", "true");

        Assert.Equal(ExitCodes.Failed, await _given.RunAsync("watch", server.At("/feed").AbsoluteUri, "--once", "--json", "--data", Data));
        Assert.Equal(
            $$"""{"at":"2026-05-04T05:00:00+00:00","source":"{{server.At("/feed")}}","outcome":"failed","why":"The server answered 404: there is no feed at that address.","next":"2026-05-04T05:15:00+00:00"}""",
            _given.Out.Trim());
    }

    [Fact]
    public async Task Two_processes_do_not_watch_the_same()
    {
        await using var server = await GivenFeedServer.StartAsync();
        (_given.Settings["Feeds:AllowInsecure"], _given.Settings["Feeds:AllowLoopback"]) = ("true", "true");
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        server.Answers["/feed"] = async context =>
        {
            asked.SetResult();
            await answer.Task;
            await GivenFeedServer.Document(GivenFeedServer.Rss(), "\"v1\"")(context);
        };
        using var other = new GivenCommandLine();
        (other.Settings["Feeds:AllowInsecure"], other.Settings["Feeds:AllowLoopback"]) = ("true", "true");
        string[] arguments = ["watch", server.At("/feed").AbsoluteUri, "--once", "--data", Data];

        var first = _given.RunAsync(arguments);
        await asked.Task;
        Assert.Equal(ExitCodes.Failed, await other.RunAsync(arguments));
        answer.SetResult();

        Assert.Equal(ExitCodes.Ok, await first);
        Assert.Contains("Another `newsalerts watch` watches", other.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _given.Dispose();
        _root.Delete(recursive: true);
    }
}
